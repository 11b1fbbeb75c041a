import type { Shell } from '@lockstep/action-shell';
import { combine, describe, type Evidence, formatDuration, isFresh } from '@lockstep/base';
import { compareCommits, type Live } from '@lockstep/github';
import { frozenBy, readFreezes } from './freeze.ts';
import type { Inputs } from './inputs.ts';
import { githubOf } from './worlds.ts';

/** Why something is not released: a stable code, and one line. */
export interface Doubt {
  readonly reason: string;
  readonly message: string;
}

/** Why the evidence does not speak for this commit, or not any more; undefined where it does. */
export function doubtOfEvidence(evidence: Evidence, commit: string, age: Age): Doubt | undefined {
  return doubtOfWords(evidence, commit) ?? doubtOfAge(evidence, age);
}

/** Why what it says does not speak for this commit. */
export function doubtOfWords(evidence: Evidence, commit: string): Doubt | undefined {
  if (evidence.commit !== null && !isSame(evidence.commit, commit)) {
    const message = `the evidence is of commit ${evidence.commit}, not of ${commit}`;
    return { reason: 'evidence-of-other-commit', message };
  }
  const verdict = combine(Object.values(evidence.verdicts));
  if (verdict === 'pass') return undefined;
  return { reason: 'evidence-not-passed', message: `${whatOf(evidence, commit)} says ${verdict}, not pass` };
}

export interface Age {
  readonly nowMs: number;
  readonly maxAgeMs: number | undefined;
}

/** Whether too much may have changed since it was seen. */
export function doubtOfAge(evidence: Evidence, { nowMs, maxAgeMs }: Age): Doubt | undefined {
  const age = nowMs - Date.parse(evidence.at);
  if (maxAgeMs === undefined || isFresh(age, maxAgeMs)) return undefined;
  const seen = age < 0 ? `is ${formatDuration(-age)} in the future` : `is ${formatDuration(age)} old`;
  const message = `${whatOf(evidence, 'the release')} ${seen}, ${formatDuration(maxAgeMs)} at most: look again`;
  return { reason: 'evidence-stale', message };
}

function whatOf({ deployment, commit }: Evidence, otherwise: string): string {
  return `the evidence of ${deployment ?? commit ?? otherwise}`;
}

/**
 * Whether users have something newer, or something beside it, already. Only what is certain keeps it back here: the
 * swap asks once more, and takes no unknown for an answer.
 */
export async function doubtOfOrder(
  values: Inputs,
  shell: Shell,
  live: Live,
  commit: string,
): Promise<Doubt | undefined> {
  if (!values['require-newer-commit'] || typeof live !== 'object' || live.commit === null) return undefined;
  const order = await compareCommits(githubOf(values, shell), live.commit, commit).catch((error: unknown) => {
    if (shell.signal.aborted) throw error;
    shell.log.warning(describe(error));
    return 'unknown' as const;
  });
  const way = 'require-newer-commit: false allows it';
  if (order === 'behind') {
    const message = `${commit} is older than ${live.commit}, which is live: a newer release overtook it; ${way}`;
    return { reason: 'superseded', message };
  }
  if (order !== 'diverged') return undefined;
  const message = `${commit} does not contain ${live.commit}, which is live: rebase or merge first; ${way}`;
  return { reason: 'superseded', message };
}

/** Whether nothing is released at this time. Throws InputError on a freeze that is none. */
export function frozenDoubts(values: Inputs, shell: Shell): readonly Doubt[] {
  const freeze = frozenBy(readFreezes(values.freeze), shell.clock.now(), values['freeze-zone']);
  if (freeze === undefined) return [];
  const message = `nothing is released now: ${freeze.text} (${values['freeze-zone']}); a rollback is not kept back`;
  return [{ reason: 'frozen', message }];
}

/** Either may be shortened. */
function isSame(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
