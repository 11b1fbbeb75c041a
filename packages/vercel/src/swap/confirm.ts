import { nameSome } from '@lockstep/base';
import type { JobEnd } from './alias-job.ts';
import type { Place, ReadBack } from './read-back.ts';

/** How long reads and hosts may lag behind a job that is done, in milliseconds. */
export const SETTLE_MS = 30_000;

/** https://vercel.com/docs/cron-jobs: they follow a deployment when it becomes production, and not again after. */
export const CRONS_STAY = 'cron jobs that stayed behind move only with a new deployment';

/** Where something else than expected was seen, and then where nothing was seen for sure. */
export function placesOf({ differs, unclear }: ReadBack): readonly Place[] {
  return [...differs, ...unclear];
}

/** Every place and what it shows, as far as `most` of them. */
export function namePlaces(places: readonly Place[], most: number): string {
  return nameSome(
    places.map(({ shown }) => shown),
    most,
  );
}

/**
 * A deployment that a job of ours displaced although none of the `expected` ones was live: Vercel's job says what it came
 * from. The compare-and-swap that the API does not offer, seen after the fact.
 */
export function displacedBy(job: JobEnd | undefined, expected: readonly (string | undefined)[]): string | undefined {
  const from = job?.kind === 'done' ? job.job?.from : undefined;
  return from === undefined || expected.includes(from) ? undefined : from;
}
