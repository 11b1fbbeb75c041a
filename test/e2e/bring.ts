import type { Approval } from '@lockstep/proving-ground';
import type { Team } from './consumers.ts';
import { commitVersion, type End, release, releaseCommit, type Wish } from './release.ts';

/**
 * Commits, and goes the whole way to production as the consumer does. What the run meets, it meets in production; where
 * there is a staging, it is released there first, and whoever approves looks at that.
 */
export async function bring(team: Team, wish: Wish): Promise<End> {
  return team.fixture === 'full' ? (await bringBoth(team, wish)).production : await release(team.shop, wish);
}

/** The same of a team with a staging, and how staging ended. */
export async function bringBoth(
  { shop, other }: Team,
  wish: Wish,
): Promise<{ readonly staging: End; readonly production: End }> {
  if (other === undefined) throw new Error('there is no staging');
  const sha = await commitVersion(shop, wish);
  const ends: End[] = [];
  const approve = async (): Promise<Approval> => {
    const staging = await releaseCommit(other, sha, { unvisited: true });
    ends.push(staging);
    return staging.conclusion === 'success' ? 'approved' : 'rejected';
  };
  const production = await releaseCommit(shop, sha, { approve, ...wish });
  const [staging] = ends;
  if (staging === undefined) throw new Error('nobody was asked');
  return { staging, production };
}
