import { existsSync } from 'node:fs';
import { lookAtDrift } from '@lockstep/action-kit/platform-drift';
import { type Check, count, InputError, type NotVerified, plainLine, type Verdict } from '@lockstep/base';
import {
  auditPlatform,
  changeLines,
  type Facts,
  type Line,
  type Policy,
  partsLost,
  partsNotPlanned,
  pinsNotCompared,
  planRestore,
  platformLines,
  readPlatform,
  readPolicy,
  readSnapshot,
  restoreText,
  type Snapshot,
  snapshotOf,
  snapshotText,
  unreadServices,
  whatWasNotRead,
  writePolicy,
} from '@lockstep/platform';
import type { Call } from '../../command.ts';
import { assertWritable, read, write } from '../../files.ts';
import { repositoryPath } from '../../paths.ts';
import { tellChecks } from '../../tell-checks.ts';
import { placeOf, SECTIONS, SERVICES, worldOf } from './access.ts';

export const commands = { init, audit, snapshot, compare, 'restore-plan': restorePlan };

async function init(call: Call): Promise<Verdict> {
  const path = call.text('policy');
  if (existsSync(path) && !call.flag('force'))
    throw new InputError(`${path} is there already: remove it, or pass --force to replace it`);
  assertWritable(path);
  const facts = await readAll(call, SECTIONS);
  const text = writePolicy(facts, platformLines);
  const { policy } = readPolicy(text, path, platformLines);
  const notVerified = whatWasNotRead(facts);
  const unread = unreadServices(facts);
  if (unread.length === 0) {
    write(path, text);
    if (!call.json)
      call.terminal.tell(`${path}: ${count(policy.lines.length, 'line')}, of what is set and of what it should be\n`);
  } else
    call.terminal.tell(
      `${path} was not written, since nothing could be read of ${unread.join(', ')}: correct what is listed, or leave it out, and run this again\n`,
    );
  const audited = auditPlatform(policy.lines, facts, unread.length === 0 ? repositoryPath(path) : undefined);
  return told(call, { ...audited, notVerified: [...audited.notVerified, ...notVerified] });
}

async function audit(call: Call): Promise<Verdict> {
  const { lines, pinned } = policyOf(call);
  const path = call.text('compare-with');
  const earlier = path === '' ? undefined : snapshotIn(path);
  const asked = new Set([...lines.map(({ line }) => sectionOf(line)), ...(earlier === undefined ? [] : SERVICES)]);
  const world = await worldOf(
    call,
    SECTIONS.filter((section) => asked.has(section)),
  );
  const facts = await readPlatform(world);
  const audited = auditPlatform(lines, facts, repositoryPath(call.text('policy')));
  const drift =
    earlier === undefined
      ? { checks: [], notVerified: pinsNotCompared(pinned, TAKE_ONE) }
      : await lookAtDrift({ earlier, facts, pinned, world });
  return told(call, {
    checks: [...audited.checks, ...drift.checks],
    notVerified: [...audited.notVerified, ...drift.notVerified],
  });
}

/** Where a snapshot comes from. */
const TAKE_ONE = 'Commit the file that `lockstep platform snapshot` writes, and name it with --compare-with.';

function sectionOf({ key }: Line): string {
  return key.slice(0, key.indexOf('.'));
}

async function snapshot(call: Call): Promise<Verdict> {
  const path = call.text('snapshot');
  if (!call.json) assertWritable(path);
  const earlier = !call.json && existsSync(path) ? earlierOf(call) : undefined;
  const facts = await readAll(call, SERVICES);
  const now = snapshotOf(facts);
  const missing = whatWasNotRead(facts);
  for (const one of missing) call.terminal.tell(gapLine('not contained', one));
  const lost = earlier === undefined ? [] : partsLost(earlier, now);
  const isEmpty = Object.values(now.services).every((parts) => Object.keys(parts).length === 0);
  if (lost.length > 0)
    call.terminal.tell(
      `${path} is as it was: it has ${lost.join(', ')}, which could not be read now; to write it without, delete it first\n`,
    );
  else if (isEmpty) call.terminal.tell(`${path} was not written: nothing could be read\n`);
  else if (call.json) call.terminal.write(snapshotText(now));
  else {
    write(path, snapshotText(now));
    call.terminal.write(`${path}: ${Object.keys(now.services).join(', ')}\n`);
  }
  return lost.length === 0 && missing.every(({ chosen }) => chosen) ? 'pass' : 'unknown';
}

async function compare(call: Call): Promise<Verdict> {
  const earlier = earlierOf(call);
  const { pinned } = existsSync(call.text('policy')) ? policyOf(call) : { pinned: [] };
  const world = await worldOf(call, SERVICES);
  const facts = await readPlatform(world);
  const drift = await lookAtDrift({ earlier, facts, pinned, world });
  // What fails is shown with what to do; of what only changed people want to know as well.
  if (!call.json) for (const text of changeLines(drift.checks)) call.terminal.write(`${text}\n`);
  return told(call, drift);
}

async function restorePlan(call: Call): Promise<Verdict> {
  const wanted = earlierOf(call);
  const facts = await readAll(call, SERVICES);
  const now = snapshotOf(facts);
  const steps = planRestore(wanted, now, placeOf(call));
  const notPlanned = partsNotPlanned(wanted, now);
  call.terminal.write(call.json ? `${JSON.stringify(steps, null, 2)}\n` : restoreText(steps, notPlanned));
  if (notPlanned.length > 0) for (const one of whatWasNotRead(facts)) call.terminal.tell(gapLine('not planned', one));
  return notPlanned.length === 0 ? 'pass' : 'unknown';
}

/** Throws InputError where there is nothing to ask. */
async function readAll(call: Call, sections: readonly string[]): Promise<Facts> {
  const world = await worldOf(call, sections);
  const unasked = Object.values(world.unasked ?? {});
  if (unasked.length === sections.length)
    throw new InputError([
      'there is nothing to ask: set the token and the name of at least one service (`lockstep help platform`)',
      ...unasked.filter(({ chosen }) => !chosen).map(({ because, remedy }) => `${because}. ${remedy}`),
    ]);
  return readPlatform(world);
}

/** `not contained: stripe.not-asked: Stripe: STRIPE_KEY is not set`, and what to do. */
function gapLine(word: string, { because, chosen, id, remedy, what }: NotVerified): string {
  return `${plainLine(`${chosen ? 'left out' : word}: ${id}: ${what}: ${because}. ${remedy}`)}\n`;
}

function policyOf(call: Call): Policy {
  const path = call.text('policy');
  const { policy, problems } = readPolicy(read(path, 'run `lockstep platform init` first'), path, platformLines);
  if (problems.length > 0) throw new InputError(problems);
  return policy;
}

function earlierOf(call: Call): Snapshot {
  return snapshotIn(call.text('snapshot'));
}

function snapshotIn(path: string): Snapshot {
  return readSnapshot(read(path, 'run `lockstep platform snapshot` first'), path);
}

function told(
  call: Call,
  found: { readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] },
): Verdict {
  const { checks, notVerified } = found;
  return tellChecks(call, { subject: 'platform', tool: 'platform-audit', checks, notVerified });
}
