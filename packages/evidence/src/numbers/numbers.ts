import type { FoundList, FoundRecord } from '../controls/found.ts';
import { DEFINITIONS, type Dora, doraOf } from './dora.ts';
import { type GateFact, type GateHistory, gateHistory } from './gates.ts';
import { auditsOverTime, type Drill, drillsOverTime, type Finding } from './over-time.ts';
import type { ReleaseFacts, Window } from './release-facts.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How much a release brought; null where nobody can say. */
export interface ReleaseSize {
  readonly release: string;
  readonly commits: number | null;
  readonly files: number | null;
  readonly lines: number | null;
}

/** What numbers are made of, of one environment and service. */
export interface NumberFacts {
  readonly environment: string;
  readonly service: string;
  readonly window: Window;
  readonly releases: readonly ReleaseFacts[];
  readonly sizes: readonly ReleaseSize[];
  readonly gates: readonly GateFact[];
  /** What is missing from them, a line each. */
  readonly gaps: readonly string[];
}

export interface Numbers {
  readonly environment: string;
  readonly service: string;
  readonly window: Window;
  readonly dora: Dora;
  readonly definitions: typeof DEFINITIONS;
  readonly sizes: {
    readonly commits: Spread | null;
    readonly files: Spread | null;
    readonly lines: Spread | null;
    /** Releases of which nobody can say how much they brought. */
    readonly unknown: number;
  };
  readonly gates: readonly GateHistory[];
  readonly drills: readonly Drill[];
  readonly audits: readonly Finding[];
  readonly gaps: readonly string[];
}

/** Pure. */
export function numbersOf(facts: NumberFacts, lists: readonly FoundList[], records: readonly FoundRecord[]): Numbers {
  const { environment, gaps, gates, releases, service, window } = facts;
  const within = (atMs: number) => atMs >= window.fromMs && atMs < window.toMs;
  const ids = new Set(releases.filter((one) => within(one.endedAt ?? one.begunAt)).map(({ id }) => id));
  const sizes = facts.sizes.filter(({ release }) => ids.has(release));
  const spread = (of: 'commits' | 'files' | 'lines') => spreadOf(sizes.flatMap((size) => size[of] ?? []));
  return {
    ...{ environment, service, window, gaps },
    dora: doraOf(releases, window),
    definitions: DEFINITIONS,
    sizes: {
      ...{ commits: spread('commits'), files: spread('files'), lines: spread('lines') },
      unknown: [...ids].filter((id) => (sizes.find(({ release }) => release === id)?.commits ?? null) === null).length,
    },
    gates: gateHistory(gates.filter(({ atMs }) => within(atMs))),
    drills: drillsOverTime(lists, records).filter(({ atMs }) => within(atMs)),
    audits: auditsOverTime(lists).filter(({ atMs }) => within(atMs)),
  };
}
