import { type GitHub, type LedgerKey, servicesIn } from '@lockstep/github';

export interface ServicesWanted extends LedgerKey {
  readonly creator: string;
  readonly fromMs: number;
}

/**
 * The service that is asked for, or without one all that the ledger has of the environment since then: one that was left out of
 * an input would be left out for good. Those with the fewest records first. Where it has none, the one without a name. Throws
 * RemoteError.
 */
export async function servicesOf(github: GitHub, wanted: ServicesWanted): Promise<readonly string[]> {
  const { creator, environment, fromMs, service } = wanted;
  if (service !== '') return [service];
  const found = await servicesIn({ github, creator }, environment, { fromMs });
  return found.length === 0 ? [''] : found;
}

/** What was read of a service, and how many records of the ledger that took. */
interface OfService<T> {
  readonly found: T;
  readonly records: number;
}

/**
 * Reads services one after another, so many records of all of them: each is a request or more, and GitHub counts the requests
 * of a job, not of a service. Each may take an equal part of what is left; as those with the fewest come first, what they leave
 * is there for those with the most. At least one of each is read.
 */
export async function readServices<T>(
  services: readonly string[],
  most: number,
  read: (service: string, most: number) => Promise<OfService<T>>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let left = most;
  for (const [nth, service] of services.entries()) {
    const { found, records } = await read(service, Math.max(1, Math.floor(left / (services.length - nth))));
    left -= records;
    all.push(found);
  }
  return all;
}
