import type { Shell } from '@lockstep/action-shell';
import { combine, defineReasons, describe, type Evidence, formatDuration, isFresh, sameCommit } from '@lockstep/base';
import { compareCommits, type Live } from '@lockstep/github';
import { frozenBy, readFreezes } from './freeze.ts';
import { type GitHubInputs, githubClient } from './github.ts';

/** What an action that would release something ends with where it is refused. */
export const refusalReasons = defineReasons({
  'evidence-of-other-commit': {
    verdict: 'fail',
    meaning: 'The evidence was made for another commit than the one that is released.',
    remedy: 'Pass the evidence of this commit, or set `commit-sha` to the commit of the evidence.',
  },
  'evidence-not-passed': {
    verdict: 'fail',
    meaning: 'A verdict in the evidence is fail or unknown, so it does not show that the candidate is good.',
    remedy: 'Fix what the run that made the evidence found, and run that again.',
  },
  'evidence-stale': {
    verdict: 'fail',
    meaning: 'The evidence is older than `max-evidence-age`, or from the future.',
    remedy: 'Check the candidate again and pass the new evidence.',
  },
  superseded: {
    verdict: 'fail',
    meaning: 'The live commit is newer than this one, or this one does not contain it.',
    remedy:
      'Rebase or merge the live commit first. To release an older commit on purpose, set `require-newer-commit: false`.',
  },
  frozen: {
    verdict: 'fail',
    meaning: 'A freeze applies now; the message names it. Freezes do not apply to rollbacks.',
    remedy: 'Run the job again after the freeze, or remove the freeze if this release must not wait.',
  },
});

export type RefusalReason = keyof typeof refusalReasons;

/** Why something is not released: a stable code, and one line. */
export interface ReleaseRefusal<R extends string = RefusalReason> {
  readonly reason: R;
  readonly message: string;
}

/** Why the evidence does not permit to release this commit, or not any more; undefined where it does. */
export function refuseEvidence(evidence: Evidence, commit: string, age: AllowedAge): ReleaseRefusal | undefined {
  return refuseContent(evidence, commit) ?? refuseAge(evidence, age);
}

/** Why what the evidence says does not permit to release this commit. */
export function refuseContent(evidence: Evidence, commit: string): ReleaseRefusal | undefined {
  if (evidence.commit !== null && !sameCommit(evidence.commit, commit)) {
    const message = `the evidence is for commit ${evidence.commit}, not for ${commit}`;
    return { reason: 'evidence-of-other-commit', message };
  }
  const verdict = combine(Object.values(evidence.verdicts));
  if (verdict === 'pass') return undefined;
  return {
    reason: 'evidence-not-passed',
    message: `${subjectOf(evidence, commit)} has the verdict ${verdict}, not pass`,
  };
}

export interface AllowedAge {
  /** Now, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Undefined where any age will do. */
  readonly maxAgeMs: number | undefined;
}

/** Whether too much may have changed since it was seen. */
export function refuseAge(evidence: Evidence, { nowMs, maxAgeMs }: AllowedAge): ReleaseRefusal | undefined {
  const age = nowMs - Date.parse(evidence.at);
  if (maxAgeMs === undefined || isFresh(age, maxAgeMs)) return undefined;
  const seen = age < 0 ? `is ${formatDuration(-age)} in the future` : `is ${formatDuration(age)} old`;
  const message = `${subjectOf(evidence, 'the release')} ${seen}; max-evidence-age is ${formatDuration(maxAgeMs)}: check the candidate again`;
  return { reason: 'evidence-stale', message };
}

function subjectOf({ deployment, commit }: Evidence, otherwise: string): string {
  return `the evidence of ${deployment ?? commit ?? otherwise}`;
}

/**
 * Whether users have something newer or diverged already. Only what is certain refuses here: the swap asks again, and
 * does not accept an unknown order.
 */
export async function refuseOrder(
  values: GitHubInputs & { readonly 'require-newer-commit': boolean },
  shell: Shell,
  live: Live,
  commit: string,
): Promise<ReleaseRefusal | undefined> {
  if (!values['require-newer-commit'] || typeof live !== 'object' || live.commit === null) return undefined;
  const order = await compareCommits(githubClient(values, shell), live.commit, commit).catch((error: unknown) => {
    if (shell.signal.aborted) throw error;
    shell.log.warning(describe(error));
    return 'unknown' as const;
  });
  const override = 'require-newer-commit: false allows it';
  if (order === 'behind') {
    const message = `${commit} is older than ${live.commit}, which is live; ${override}`;
    return { reason: 'superseded', message };
  }
  if (order !== 'diverged') return undefined;
  const message = `${commit} does not contain ${live.commit}, which is live: rebase or merge first; ${override}`;
  return { reason: 'superseded', message };
}

export interface FreezeInputs {
  readonly freeze: readonly string[];
  readonly 'freeze-zone': string;
}

/** The freeze that applies at this time: at most one. Throws InputError on a line that is no freeze. */
export function refuseFrozen(values: FreezeInputs, nowMs: number): readonly ReleaseRefusal[] {
  const freeze = frozenBy(readFreezes(values.freeze), nowMs, values['freeze-zone']);
  if (freeze === undefined) return [];
  const message = `a freeze applies now: ${freeze.text} (${values['freeze-zone']}); freezes do not apply to rollbacks`;
  return [{ reason: 'frozen', message }];
}
