import { RemoteError } from '@lockstep/base';

/** A read of something that need not exist: undefined on 404. */
export async function orAbsent(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}
