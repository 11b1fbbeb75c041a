import type { ReleaseFacts } from '../facts.ts';
import { type Finding, failed, gap, looking, passed, unclear } from '../finding.ts';
import { type Line, line, missingOf } from '../line.ts';
import { flag } from '../policy/kinds.ts';
import type { DrillClaim, DrillFacts } from './facts.ts';
import { SENTRY_SCOPES } from './read.ts';

/** An older drill says nothing of what is there now. */
const MOST_AGE_MS = 24 * 3_600_000;
/** Clocks differ. */
const AHEAD_MS = 5 * 60_000;

const ABOUT = {
  what: 'error drill',
  expected: 'a signed event of this release, of the last 24 hours',
  missing: missingOf('sentry.drill'),
};

export const drillLine: Line = line<boolean>({
  key: 'sentry.drill-event',
  title: 'Sentry has the event of the error drill',
  says: 'Whether Sentry has to have the event of the signed error drill of this release. It needs the release and the secret.',
  scope: SENTRY_SCOPES.events,
  source: 'https://docs.sentry.io/api/events/list-a-projects-error-events/',
  kind: flag,
  propose: () => undefined,
  judge: (wanted, { nowMs, release, sentry }) => {
    if (!wanted) return [];
    if (sentry !== undefined && sentry.drill === undefined)
      return [gap(ABOUT.what, 'no release or no secret was given', 'Pass `sentry-release` and `sentry-drill-secret`.')];
    return looking(sentry?.drill, ABOUT, (drill) => [judged(drill, nowMs, release)]);
  },
});

type Worth = 'proven' | 'old' | Exclude<DrillClaim['kind'], 'signed'> | 'none';

/** The best first: one event that proves it is enough, whatever else is there. */
const WORTHS: readonly Worth[] = ['proven', 'old', 'forged', 'unsigned', 'other-release'];

function judged({ events, release: name, whole }: DrillFacts, nowMs: number, release: ReleaseFacts): Finding {
  const worths = events.map((claim) => worthOf(claim, nowMs, release));
  const best = WORTHS.find((worth) => worths.includes(worth)) ?? 'none';
  const seeing = { what: `release ${name}`, measured: MEASURED[best], expected: ABOUT.expected };
  if (best === 'proven') return passed(seeing);
  if (!whole)
    return unclear('too-many-events', {
      ...seeing,
      measured: 'more events than are read',
      remedy: 'Run the drill directly before the audit.',
    });
  return failed(REASONS[best], { ...seeing, remedy: REMEDIES[best] });
}

function worthOf(claim: DrillClaim, nowMs: number, { committedAtMs = 0 }: ReleaseFacts): Worth {
  if (claim.kind !== 'signed') return claim.kind;
  const isRecent = claim.atMs >= nowMs - MOST_AGE_MS && claim.atMs <= nowMs + AHEAD_MS;
  return isRecent && claim.atMs >= committedAtMs ? 'proven' : 'old';
}

const MEASURED: Readonly<Record<Worth, string>> = {
  proven: 'a signed event of this release',
  old: 'a signed event, of another time than the last 24 hours since the commit',
  forged: 'an event whose signature is not of the secret and this release',
  unsigned: 'an event of a drill without a signature',
  'other-release': 'an event of a drill of another release',
  none: 'no event of a drill',
};

const REASONS: Readonly<Record<Exclude<Worth, 'proven'>, string>> = {
  old: 'drill-too-old',
  forged: 'drill-forged',
  unsigned: 'drill-unsigned',
  'other-release': 'drill-of-another-release',
  none: 'drill-not-received',
};

const REMEDIES: Readonly<Record<Exclude<Worth, 'proven'>, string>> = {
  old: 'Run `lockstep error-drill` again, before the audit.',
  forged: 'Give the app, `lockstep error-drill` and the audit the same LOCKSTEP_DRILL_SECRET and the same release.',
  unsigned: 'Pass `scrubEvent` of lib/lockstep/scrub.ts as `beforeSend` to Sentry.init: it adds the signature.',
  'other-release': "Set `release` of the app's Sentry.init to the name that `sentry-release` has.",
  none: "Check the DSN of the app's Sentry client: errors of this release do not reach Sentry.",
};
