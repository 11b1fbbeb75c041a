import type { GitHub } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** Branches whose runs are believed: those of the input, otherwise the default branch of the repository. */
export async function trustedBranches(values: Inputs, github: GitHub): Promise<readonly string[]> {
  if (values['trusted-branches'].length > 0) return values['trusted-branches'];
  return [(await github.read('repos.get', {})).default_branch];
}
