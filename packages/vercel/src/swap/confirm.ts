import { nameSome } from '@lockstep/base';
import type { AliasJobEnd } from './alias-job.ts';
import type { ObservedPlace, ReadBack } from './read-back.ts';

/** How long reads and hosts may lag behind a job that is done, in milliseconds. */
export const SETTLE_MS = 30_000;

/** https://vercel.com/docs/cron-jobs: they follow a deployment when it becomes production, and not again after. */
export const CRONS_PENDING = 'Vercel moves cron jobs only with a new deployment';

/** Where something else than expected was seen, and then where nothing was seen for sure. */
export function placesOf({ differs, unclear }: ReadBack): readonly ObservedPlace[] {
  return [...differs, ...unclear];
}

/** What the places show, `most` of them by name. */
export function namePlaces(places: readonly ObservedPlace[], most: number): string {
  return nameSome(
    places.map(({ shown }) => shown),
    most,
  );
}

/**
 * A deployment that a job of ours displaced although none of the `expected` ones was live: Vercel's job says what it came
 * from. The compare-and-swap that the API does not offer, seen after the fact.
 */
export function displacedBy(
  job: AliasJobEnd | undefined,
  expected: readonly (string | undefined)[],
): string | undefined {
  const from = job?.kind === 'done' ? job.job?.from : undefined;
  return from === undefined || expected.includes(from) ? undefined : from;
}
