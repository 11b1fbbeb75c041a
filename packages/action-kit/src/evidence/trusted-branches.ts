import type { GitHub } from '@lockstep/github';

export interface TrustValues {
  readonly 'trusted-branches': readonly string[];
}

/** Branches whose runs are believed: those of the input, otherwise the default branch of the repository. */
export async function trustedBranches(values: TrustValues, github: GitHub): Promise<readonly string[]> {
  if (values['trusted-branches'].length > 0) return values['trusted-branches'];
  return [(await github.read('repos.get', {})).default_branch];
}
