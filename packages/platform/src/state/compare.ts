import { type Check, count, fits, type NotVerified, plainLine } from '@lockstep/base';
import type { Why } from '../why.ts';
import { idOfGap, judgeMembers } from './members.ts';
import { below } from './path.ts';
import { ordered, type State } from './plain.ts';
import type { Snapshot } from './snapshot.ts';
import { type Witnesses, whoChanged } from './who.ts';

/** One setting that is not what it was. */
export interface Change {
  /** `vercel.project.nodeVersion`. A name with dots in it is in brackets: `vercel.domains[shop.example.com]`. */
  readonly path: string;
  /** Undefined where it was not there. */
  readonly before: State | undefined;
  readonly after: State | undefined;
}

/** What differs, in the order of its paths. A part that one of the two could not read is left out: `partsNotCompared`. */
export function compareSnapshots(before: Snapshot, after: Snapshot): readonly Change[] {
  const left = new Set(partsNotCompared(before, after));
  const pruned = ({ services }: Snapshot): State =>
    Object.fromEntries(
      Object.entries(services).flatMap(([service, parts]) => {
        const kept = Object.entries(parts).filter(([name]) => !left.has(`${service}.${name}`));
        // A service of which nothing was read in one of the two is no service that came or went.
        return kept.length === 0 ? [] : [[service, Object.fromEntries(kept)]];
      }),
    );
  return differences('', pruned(before), pruned(after)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Parts of which nothing is said: they were not read in one of the two. */
export function partsNotCompared(before: Snapshot, after: Snapshot): readonly string[] {
  const services = [...new Set([...Object.keys(before.services), ...Object.keys(after.services)])];
  const alone = services
    .filter((service) => before.services[service] === undefined || after.services[service] === undefined)
    .flatMap((service) =>
      Object.keys(before.services[service] ?? after.services[service] ?? {}).map((part) => `${service}.${part}`),
    );
  return [...new Set([...before.notRead, ...after.notRead, ...alone])].sort();
}

/** Parts that both of them hold. */
export function partsCompared(before: Snapshot, after: Snapshot): readonly string[] {
  const left = new Set(partsNotCompared(before, after));
  return Object.entries(before.services)
    .flatMap(([service, parts]) => Object.keys(parts).map((part) => `${service}.${part}`))
    .filter((part) => !left.has(part))
    .sort();
}

/** Parts of those that are not compared that the earlier snapshot does not hold: whoever committed it left them out. */
export function partsLeftOut(before: Snapshot, after: Snapshot): readonly string[] {
  return partsNotCompared(before, after).filter((part) => {
    const [service = '', name = ''] = part.split('.');
    return before.services[service]?.[name] === undefined;
  });
}

/** Parts of the earlier snapshot that the later one does not have, because they could not be read. */
export function partsLost(before: Snapshot, after: Snapshot): readonly string[] {
  return Object.entries(before.services)
    .flatMap(([service, parts]) =>
      Object.keys(parts)
        .filter((part) => after.services[service]?.[part] === undefined)
        .map((part) => `${service}.${part}`),
    )
    .sort();
}

function differences(path: string, before: State | undefined, after: State | undefined): Change[] {
  if (isMap(before) && isMap(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(below(path, name), before[name], after[name]));
  }
  return textOf(before) === textOf(after) ? [] : [{ path, before, after }];
}

function textOf(value: State | undefined): string {
  return value === undefined ? '' : JSON.stringify(ordered(value));
}

function isMap(value: State | undefined): value is { readonly [name: string]: State } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of a change on a terminal; the report has all of it. */
const LONGEST = 1_000;

export interface Comparison {
  readonly changes: readonly Change[];
  readonly pinned: readonly string[];
  /** Parts that both hold: where there are none, nothing is said of what did not change. */
  readonly compared: readonly string[];
  readonly notCompared: readonly string[];
  /** Those of `notCompared` that the earlier snapshot does not hold. */
  readonly leftOut: readonly string[];
  readonly witnesses: Witnesses;
  /** Why nothing could be read of a whole service, where that is known. */
  readonly whyNothing?: (service: string) => Why | undefined;
}

/** What changed as checks: a pinned path fails, any other is told and passes. */
export function judgeChanges(comparison: Comparison): {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
} {
  const { changes, compared, leftOut, notCompared, pinned, whyNothing = () => undefined, witnesses } = comparison;
  const checks = changes.map((change): Check => {
    const isPinned = isPinnedBy(pinned, change);
    return {
      id: isPinned ? 'drift.pinned' : 'drift.change',
      title: isPinned ? 'Pinned settings did not change' : 'Settings that changed',
      verdict: isPinned ? 'fail' : 'pass',
      reason: isPinned ? 'pinned-setting-changed' : 'setting-changed',
      what: change.path,
      measured: `${shown(change.after)}${whoOf(change, witnesses)}`,
      expected: shown(change.before),
      remedy: isPinned
        ? 'Set it back (`lockstep platform restore-plan` prints how), or write a new snapshot if the change was meant.'
        : '',
    };
  });
  const notVerified = notCompared.map((what): NotVerified => {
    // A snapshot that was committed without it says that it does not matter, unless the policy says that it does.
    const chosen = leftOut.includes(what) && !pinned.some((pattern) => mayName(pattern, what));
    return { id: idOfGap(what), what, ...whyNotCompared(what, leftOut, whyNothing), chosen };
  });
  const pins = changes.filter((change) => isPinnedBy(pinned, change));
  // That nothing changed is something that was seen: without a check of it, it would look as if no one had looked.
  const seen = pinned.filter((pattern) => compared.some((part) => mayName(pattern, part)));
  const kept = pins.length > 0 || seen.length === 0 ? [] : [keptCheck(seen)];
  const unseen = pinned.filter(
    (pattern) =>
      ![...compared, ...notCompared].some((part) => mayName(pattern, part)) &&
      !changes.some((change) => isPinnedBy([pattern], change)),
  );
  const same = changes.length > 0 || pinned.length > 0 || compared.length === 0 ? [] : [sameCheck(compared)];
  const changed = changes.map((change) => ({ path: change.path, isPinned: isPinnedBy(pinned, change) }));
  const members = judgeMembers(compared, changed);
  return {
    checks: [...checks, ...kept, ...same, ...members.checks],
    notVerified: [...notVerified, ...unseen.map(unseenPin), ...members.notVerified, ...unnamed(pins, witnesses)],
  };
}

/** A pin of what no snapshot has: a slip of the pen, or nothing was read of it. */
function unseenPin(what: string): NotVerified {
  return {
    ...{ id: 'drift.pinned', what, because: 'neither snapshot holds a part that this pin names', chosen: false },
    remedy: 'Correct the pin, or give the token access to what it names and write the snapshot again.',
  };
}

function keptCheck(pinned: readonly string[]): Check {
  return {
    id: 'drift.pinned',
    title: 'Pinned settings did not change',
    verdict: 'pass',
    reason: 'pinned-settings-kept',
    what: pinned.join(', '),
    measured: 'as in the snapshot',
    expected: 'as in the snapshot',
    remedy: '',
  };
}

function sameCheck(compared: readonly string[]): Check {
  return {
    id: 'drift.same',
    title: 'No setting changed',
    verdict: 'pass',
    reason: 'nothing-changed',
    what: compared.join(', '),
    measured: 'nothing changed',
    expected: 'as in the snapshot',
    remedy: '',
  };
}

/** A policy that pins settings asks for a snapshot to compare with. `remedy`: where to take one from. */
export function pinsNotCompared(pinned: readonly string[], remedy: string): readonly NotVerified[] {
  if (pinned.length === 0) return [];
  return [
    {
      id: 'drift.pinned',
      what: `${count(pinned.length, 'pinned path')} of the policy`,
      because: 'there was no snapshot to compare with',
      remedy,
      chosen: false,
    },
  ];
}

/** What changed and fails nothing, one line each. */
export function changeLines(checks: readonly Check[]): readonly string[] {
  return checks
    .filter(isChange)
    .map(({ expected, measured, what }) => plainLine(`changed ${what}: was ${expected}, is ${measured}`, LONGEST));
}

/** Whether a check tells a setting that changed and fails nothing. */
export function isChange({ id, verdict }: Check): boolean {
  return id === 'drift.change' && verdict === 'pass';
}

function whyNotCompared(
  part: string,
  leftOut: readonly string[],
  whyNothing: (service: string) => Why | undefined,
): Why {
  if (leftOut.includes(part))
    return {
      because: 'the earlier snapshot does not hold it',
      remedy: 'Give the token access to it, and write the snapshot again.',
    };
  const why = whyNothing(part.split('.')[0] ?? '');
  if (why !== undefined) return { because: why.because, remedy: why.remedy };
  return {
    because: 'the earlier snapshot holds it, and it could not be read now',
    remedy: 'Give the token access to it.',
  };
}

/** Whether a pattern may be about paths of this part. */
function mayName(pattern: string, part: string): boolean {
  const [fixed = ''] = pattern.split('*');
  return part.startsWith(fixed) || fixed.startsWith(part);
}

function isPinnedBy(pinned: readonly string[], { path }: Change): boolean {
  return pinned.some((pattern) => fits(pattern, path));
}

function whoOf({ path }: Change, { traces }: Witnesses): string {
  const found = whoChanged(path, traces);
  return found === undefined ? '' : ` (by ${found.who} at ${new Date(found.atMs).toISOString()})`;
}

/** A pinned setting that changed, and no log says by whom: once for each service. Of others nothing is demanded. */
function unnamed(changes: readonly Change[], { traces, untraced }: Witnesses): readonly NotVerified[] {
  const without = changes.filter(({ path }) => whoChanged(path, traces) === undefined);
  const services = [...new Set(without.map(({ path }) => path.split('.')[0] ?? ''))];
  return services.map((service): NotVerified => {
    const why = untraced.find((one) => one.service === service);
    return {
      id: 'drift.who',
      what: `who changed pinned settings of ${service}`,
      because: why?.because ?? 'its log of the last 30 days names no one for them',
      remedy: why?.remedy ?? 'Look in the log of the dashboard.',
      chosen: false,
    };
  });
}

function shown(value: State | undefined): string {
  return value === undefined ? 'not there' : JSON.stringify(value);
}
