import type { Verdict } from '@lockstep/base';

/** What a gate said of a commit, once. */
export interface GateFact {
  readonly gate: string;
  readonly commit: string;
  /** Whose candidate it judged; absent where that is not known. */
  readonly service?: string;
  readonly verdict: Verdict;
  readonly atMs: number;
  readonly run: string;
}

export interface GateHistory {
  readonly gate: string;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  /** Commits of which it said pass once and fail another time, of one service: the code did not change in between. */
  readonly wavered: readonly string[];
  /** Of the commits that it judged more than once. */
  readonly judgedAgain: number;
}

/** Pure. What could not be decided wavers with nothing. Those that waver most come first. */
export function gateHistory(facts: readonly GateFact[]): readonly GateHistory[] {
  const gates = grouped(unique(facts), ({ gate }) => gate);
  return [...gates].map(([gate, all]) => historyOf(gate, all)).sort(byInterest);
}

/** A report that is read twice counts once. */
function unique(facts: readonly GateFact[]): readonly GateFact[] {
  return [...new Map(facts.map((fact) => [keyOf(fact, fact.gate, fact.run, fact.atMs), fact])).values()];
}

function historyOf(gate: string, facts: readonly GateFact[]): GateHistory {
  const many = (verdict: Verdict) => facts.filter((fact) => fact.verdict === verdict).length;
  const again = [...grouped(facts, (fact) => keyOf(fact, fact.commit)).values()].filter((said) => said.length > 1);
  const wavered = again.filter((said) => {
    const verdicts = said.map(({ verdict }) => verdict);
    return verdicts.includes('pass') && verdicts.includes('fail');
  });
  return {
    gate,
    ...{ passed: many('pass'), failed: many('fail'), unknown: many('unknown') },
    wavered: commitsOf(wavered),
    judgedAgain: commitsOf(again).length,
  };
}

function commitsOf(groups: readonly (readonly GateFact[])[]): readonly string[] {
  return [...new Set(groups.flatMap(([first]) => (first === undefined ? [] : [first.commit])))];
}

/** Of each service by itself: a gate may pass one of a commit and fail another. */
function keyOf({ service }: GateFact, ...parts: readonly (string | number)[]): string {
  return JSON.stringify([service ?? null, ...parts]);
}

function byInterest(one: GateHistory, other: GateHistory): number {
  return other.wavered.length - one.wavered.length || other.failed - one.failed || (one.gate < other.gate ? -1 : 1);
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
