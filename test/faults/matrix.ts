import type { FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import type { Exchange } from '@lockstep/proving-ground/http';

/** One thing that can go wrong with one call. */
export interface Trouble {
  readonly name: string;
  readonly effect: FaultEffect;
  /** How many calls in a row it hits (1). */
  readonly times?: number;
}

export const troubles: readonly Trouble[] = [
  { name: '429', effect: { kind: 'status', status: 429 }, times: 2 },
  { name: '429 with Retry-After', effect: { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, times: 2 },
  { name: '500', effect: { kind: 'status', status: 500 } },
  { name: 'a storm of 500', effect: { kind: 'status', status: 500 }, times: 9 },
  { name: 'an HTML 502', effect: { kind: 'html', status: 502 } },
  { name: 'reset before it is sent', effect: { kind: 'reset-before' } },
  { name: 'reset after it is sent', effect: { kind: 'reset-after' } },
  { name: 'a hang', effect: { kind: 'hang' } },
  { name: 'a stale read', effect: { kind: 'stale' } },
];

/** One call of a scenario as it was really made: the nth of its service. */
export interface CallMade {
  readonly service: string;
  readonly nth: number;
  readonly what: string;
}

export interface Case {
  readonly name: string;
  readonly call: CallMade;
  readonly trouble: Trouble;
}

/** The calls that went over the wire between two moments, numbered by service. */
export function callsOf(service: string, exchanges: readonly Exchange[]): CallMade[] {
  return exchanges.map(({ method, path }, nth) => ({ service, nth, what: `${method} ${nameless(path)}` }));
}

/** Every call with every trouble. `extra` are troubles that only make sense for these calls. */
export function crossed(calls: readonly CallMade[], what: readonly Trouble[] = troubles): Case[] {
  return calls.flatMap((call) =>
    what.map((trouble) => ({
      name: `${call.service} call ${call.nth + 1} (${call.what}) meets ${trouble.name}`,
      call,
      trouble,
    })),
  );
}

export function plant(faults: Faults, { call, trouble }: Case): void {
  faults.plant({ service: call.service, after: call.nth, times: trouble.times ?? 1, effect: trouble.effect });
}

/**
 * How much of what varies one thing is run: `few` by `npm test` of everything, so that a person does not wait; `some` in CI,
 * and where files are named; `all` and `deep` by hand, before a change that matters.
 */
const AMOUNT = process.env['LOCKSTEP_FAULTS'] || 'some';
export const everyCase = ['all', 'deep'].includes(AMOUNT);
export const isFew = AMOUNT === 'few';
/** One in so many of what CI runs: the only place that says how much less a person's run does. */
const THINNER = isFew ? 10 : 1;
/** `LOCKSTEP_TURN` is another one for each commit where few are run (scripts/test.mjs): in time all have had their turn. */
const SEED = Number(process.env['LOCKSTEP_SEED'] ?? process.env['LOCKSTEP_TURN'] ?? '20261122');

/** All of it with LOCKSTEP_FAULTS=all, else a sample by LOCKSTEP_SEED, of this size in CI. Says how many of how many. */
export function drawn<T>(what: string, cases: readonly T[], sample: number): readonly T[] {
  return sampleOf(`fault matrix of ${what}`, cases, sample);
}

/** The same of cases that are no faults: variations of one rule, each with a test of its own. */
export function sampleOf<T>(what: string, cases: readonly T[], sample: number): readonly T[] {
  return told(what, cases, everyCase ? cases : shuffled(cases, SEED).slice(0, Math.ceil(sample / THINNER)));
}

/** Whether the nth of cases that come one after another is run, where one in so many is in CI; all with LOCKSTEP_FAULTS=all. */
export function isItsTurn(nth: number, oneIn: number): boolean {
  return everyCase || (SEED + nth) % (oneIn * THINNER) === 0;
}

function told<T>(what: string, cases: readonly T[], chosen: readonly T[]): readonly T[] {
  tell(what, chosen.length, cases.length);
  return chosen;
}

/** Says how many cases are run of how many there are. */
export function tell(what: string, chosen: number, all: number): void {
  const how = everyCase ? 'all of them' : `seed ${SEED}; LOCKSTEP_FAULTS=all runs every one`;
  process.stderr.write(`${what}: ${chosen} of ${all} cases (${how})\n`);
}

/** Fisher and Yates, by mulberry32. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items];
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

function nameless(path: string): string {
  return path
    .replace(/(dpl|prj|team)_\w+/g, '$1_…')
    .replace(/\/\d+/g, '/…')
    .replace(/[0-9a-f]{40}/g, 'sha');
}
