import { RELEASE_TASK, readReleasePayload, readSwapPayload, SWAP_TASK } from './payload.ts';
import { deployments, type LedgerSource } from './read-records.ts';

/**
 * Every service that has a record of an environment since a time, those with the fewest first, then in the order of their
 * names; '' for records without one. Throws RemoteError.
 */
export async function servicesIn(
  { creator, github }: LedgerSource,
  environment: string,
  { fromMs }: { readonly fromMs: number },
): Promise<readonly string[]> {
  const services = new Map<string, number>();
  for (const task of [RELEASE_TASK, SWAP_TASK])
    for await (const record of deployments(github, { environment, service: '' }, task)) {
      if (Date.parse(record.created_at) < fromMs) break;
      if (record.creator?.login !== creator) continue;
      const payload = readReleasePayload(record.payload) ?? readSwapPayload(record.payload);
      if (payload !== undefined) services.set(payload.service, (services.get(payload.service) ?? 0) + 1);
    }
  return [...services.keys()].sort((a, b) => (services.get(a) ?? 0) - (services.get(b) ?? 0) || (a < b ? -1 : 1));
}
