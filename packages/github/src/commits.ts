import { RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';

/** How one commit stands to another; `unknown` where this repository does not have both, or they share nothing. */
export type CommitOrder = 'ahead' | 'identical' | 'behind' | 'diverged' | 'unknown';

/** How `head` stands to `base`, each a sha or a ref. Needs `contents: read`. Throws RemoteError. */
export async function compareCommits(github: GitHub, base: string, head: string): Promise<CommitOrder> {
  try {
    const { status } = await github.read('repos.compareCommitsWithBasehead', {
      basehead: `${base}...${head}`,
      per_page: 1,
    });
    return status;
  } catch (error) {
    if (error instanceof RemoteError && (error.status === 404 || error.status === 422)) return 'unknown';
    throw error;
  }
}
