import type { Site, Team } from './consumers.ts';
import { type Circumstances, commitVersion, type End, release, releaseCommit, type Wish } from './release.ts';

/**
 * Commits, and goes the whole way to production as the consumer does: where there is a staging, it is released there
 * first, and promoted. What the run meets, it meets in production.
 */
export async function bring(team: Team, wish: Wish): Promise<End> {
  if (team.fixture !== 'full') return await release(team.shop, wish);
  const { production, staging } = withStaging(team);
  const tried = await stageVersion(staging, wish);
  if (tried.conclusion !== 'success') throw new Error(`staging did not take it: ${tried.errors.join('\n')}`);
  return await promote(production, wish);
}

/** The two of a team that has a staging. */
export function withStaging({ shop, other }: Team): { readonly production: Site; readonly staging: Site } {
  if (other?.environment !== 'staging') throw new Error('there is no staging');
  return { production: shop, staging: other };
}

/** Commits; the push releases to staging, which has no visitors. */
export async function stageVersion(staging: Site, wish: Wish, circumstances: Circumstances = {}): Promise<End> {
  return await releaseCommit(staging, await commitVersion(staging, wish), { ...circumstances, unvisited: true });
}

/** Somebody promotes what staging has. */
export async function promote(production: Site, circumstances: Circumstances = {}): Promise<End> {
  const head = production.consumer.github.state.refs.get('heads/main') ?? '';
  return await releaseCommit(production, head, circumstances);
}
