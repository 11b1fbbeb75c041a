import type { Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import { compareCommits, type GitHub } from '@lockstep/github';
import type { OrderToLive, SwapSnapshot } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

/**
 * How the candidate's commit relates to the live one, according to GitHub. Undefined where the caller does not care,
 * `not-recorded` where Vercel has no commit for what is live.
 */
export async function commitOrderOf(
  values: Inputs,
  shell: Shell,
  github: GitHub,
  { candidate, current }: SwapSnapshot,
): Promise<OrderToLive | undefined> {
  if (!values['require-newer-commit'] || values.strategy === 'alias') return undefined;
  const [mine, live] = [candidate.commit, current?.commit];
  if (live === undefined) return 'not-recorded';
  if (mine === undefined) return 'unknown';
  if (mine === live) return 'identical';
  try {
    return await compareCommits(github, live, mine);
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(describe(error));
    return 'unknown';
  }
}
