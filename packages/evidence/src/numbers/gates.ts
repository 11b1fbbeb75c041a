import type { Verdict } from '@lockstep/base';

/** What a gate said of a commit, once. */
export interface GateFact {
  readonly gate: string;
  readonly commit: string;
  readonly verdict: Verdict;
  readonly atMs: number;
  readonly run: string;
}

export interface GateHistory {
  readonly gate: string;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  /** Commits of which it said pass once and fail another time: the code did not change in between. */
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
  return [...new Map(facts.map((fact) => [`${fact.gate} ${fact.run} ${fact.atMs}`, fact])).values()];
}

function historyOf(gate: string, facts: readonly GateFact[]): GateHistory {
  const many = (verdict: Verdict) => facts.filter((fact) => fact.verdict === verdict).length;
  const commits = [...grouped(facts, ({ commit }) => commit)].filter(([, said]) => said.length > 1);
  const wavered = commits.filter(([, said]) => {
    const verdicts = said.map(({ verdict }) => verdict);
    return verdicts.includes('pass') && verdicts.includes('fail');
  });
  return {
    gate,
    ...{ passed: many('pass'), failed: many('fail'), unknown: many('unknown') },
    wavered: wavered.map(([commit]) => commit),
    judgedAgain: commits.length,
  };
}

function byInterest(one: GateHistory, other: GateHistory): number {
  return other.wavered.length - one.wavered.length || other.failed - one.failed || (one.gate < other.gate ? -1 : 1);
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
