import { type GitHub, type LedgerKey, servicesIn } from '@lockstep/github';

export interface ServicesWanted extends LedgerKey {
  readonly creator: string;
  readonly fromMs: number;
}

/**
 * The service that is asked for, or without one all that the ledger has of the environment since then: one that was left out of
 * an input would be left out for good. Where it has none, the one without a name. Throws RemoteError.
 */
export async function servicesOf(github: GitHub, wanted: ServicesWanted): Promise<readonly string[]> {
  const { creator, environment, fromMs, service } = wanted;
  if (service !== '') return [service];
  const found = await servicesIn({ github, creator }, environment, { fromMs });
  return found.length === 0 ? [''] : found;
}
