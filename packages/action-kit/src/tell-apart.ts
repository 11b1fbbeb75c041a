import type { Shell } from '@lockstep/action-shell';
import { type Delays, pause, sameCommit, sameDeployment } from '@lockstep/base';
import { ARM_QUERIES, type ProbeHost, type ServedBuild } from '@lockstep/vercel';

/** A build, by what its answers may name. */
export interface Build {
  readonly deployment: string;
  readonly commit: string | undefined;
}

/** Two builds at one address. */
export interface Pair {
  /** Where users are. */
  readonly origin: URL;
  readonly candidate: Build;
  readonly base: Build;
}

export type NamedBy = 'deployment' | 'commit';

/** Why not both answered as themselves; `fail` where that is the candidate's fault. */
interface NotApart {
  readonly verdict: 'fail' | 'unknown';
  readonly problem: string;
}

/** How long the edge may take to serve a stage after Vercel shows it. */
const SHOW_UP_MS = 30_000;
/** For how long before the end of that time, and in how many rounds at least, a candidate must do nothing but fail. */
const FAILING_MS = 15_000;
const FAILING_ROUNDS = 3;
const DELAYS: Delays = [250, 500, 1_000, 2_000, 3_000];

/** Rounds without an exception in which the candidate failed, and the base answered as itself right after it. */
interface Failing {
  readonly since: number;
  readonly rounds: number;
}

/**
 * Which of its names tells the two arms apart, once each of them answers as itself. Where the app names neither, it is not
 * known which one answers.
 *
 * A broken build names nothing, so that a candidate that does nothing but fail is known by the other: Vercel shows it as the
 * one that is rolled out, or no stage would be judged; the query is all that differs; and as long as it chooses nothing, the
 * base answers where the candidate is asked for, with its name.
 */
export async function tellApart(
  { base, candidate, origin }: Pair,
  probe: ProbeHost,
  { clock, signal }: Shell,
): Promise<{ readonly by: NamedBy } | NotApart> {
  const until = clock.now() + SHOW_UP_MS;
  let failing: Failing | undefined;
  for (let turn = 0; ; turn++) {
    const asked = clock.now();
    const [mine, other] = [await probe(origin.host, signal, 'candidate'), await probe(origin.host, signal, 'base')];
    const [by, otherBy] = [namedBy(mine, candidate, base), namedBy(other, base, candidate)];
    if (by !== undefined && by === otherBy) return { by };
    const failsAlone = mine.kind === 'silent' && mine.failing === true && otherBy !== undefined;
    failing = failsAlone ? { since: failing?.since ?? asked, rounds: (failing?.rounds ?? 0) + 1 } : undefined;
    if (await pause({ clock, signal }, DELAYS, turn, until)) continue;
    const isAtFault = failing !== undefined && failing.rounds >= FAILING_ROUNDS && failing.since <= until - FAILING_MS;
    const problem =
      by === undefined
        ? `${origin.host} does not answer as ${candidate.deployment} where ${ARM_QUERIES.candidate} asks for it (${shown(mine)})`
        : `${origin.host} does not answer as ${base.deployment} where ${ARM_QUERIES.base} asks for it (${shown(other)})`;
    if (!isAtFault) return { verdict: 'unknown', problem };
    return {
      verdict: 'fail',
      problem: `${problem}, again and again, while ${base.deployment} answers as itself at the same address`,
    };
  }
}

function namedBy(served: ServedBuild, wanted: Build, other: Build): NamedBy | undefined {
  if (served.kind !== 'served') return undefined;
  if (served.deploymentId !== undefined)
    return sameDeployment(served.deploymentId, wanted.deployment) ? 'deployment' : undefined;
  const { commit } = wanted;
  if (commit === undefined || commit === other.commit || served.commit === undefined) return undefined;
  return sameCommit(served.commit, commit) ? 'commit' : undefined;
}

function shown(served: ServedBuild): string {
  if (served.kind === 'unresolved') return 'the name does not resolve';
  return served.kind === 'silent'
    ? served.why
    : `it serves ${served.deploymentId ?? served.commit ?? 'an unnamed build'}`;
}
