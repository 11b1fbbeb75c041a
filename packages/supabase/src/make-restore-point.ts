import { type Delays, pause, RemoteError } from '@lockstep/base';
import type { SupabaseApi } from './client.ts';
import { createRestorePoint, type RestorePoint, readRestorePoint } from './restore-points.ts';

/** What came of asking for a restore point. Only `available` was read back by its name. */
export type MadeRestorePoint =
  | { readonly kind: 'available'; readonly point: RestorePoint }
  /** The plan or this project does not have restore points: nothing was made. */
  | { readonly kind: 'not-offered'; readonly error: RemoteError }
  /** Nothing was made. */
  | { readonly kind: 'refused'; readonly error: RemoteError }
  /** Supabase says that there is none to restore to. */
  | { readonly kind: 'failed' }
  /** It is being made, or in a state that this version does not know. */
  | { readonly kind: 'not-ready'; readonly point: RestorePoint }
  /** Nobody knows whether there is one. */
  | { readonly kind: 'not-confirmed'; readonly error: RemoteError | undefined };

export interface MakeRestorePoint {
  readonly ref: string;
  readonly name: string;
  /** How long to wait for it to be available, once it was asked for. */
  readonly readyWithinMs: number;
}

/** Between two looks. */
const LOOKS: Delays = [500, 1_000, 2_000, 5_000];

/**
 * Makes a restore point and reads it back: the answer to the request alone counts for nothing. Permissions
 * `backups_write` and `backups_read`.
 */
export async function makeRestorePoint(
  api: SupabaseApi,
  { name, readyWithinMs, ref }: MakeRestorePoint,
): Promise<MadeRestorePoint> {
  try {
    await createRestorePoint(api, ref, name);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return refusalOf(error);
  }
  return readBack(api, { ref, name, untilMs: api.clock.now() + readyWithinMs });
}

/** 402: the plan lacks it. 404: there is no such call any more (it is marked as internal), or no such project. */
function refusalOf(error: RemoteError): MadeRestorePoint {
  const { status = 0 } = error;
  if (status === 402 || status === 404) return { kind: 'not-offered', error };
  return status >= 400 && status < 500 && status !== 408
    ? { kind: 'refused', error }
    : { kind: 'not-confirmed', error };
}

async function readBack(
  api: SupabaseApi,
  { name, ref, untilMs }: { readonly ref: string; readonly name: string; readonly untilMs: number },
): Promise<MadeRestorePoint> {
  let seen: RestorePoint | undefined;
  for (let turn = 0; ; turn++) {
    try {
      seen = await readRestorePoint(api, ref, name);
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      return { kind: 'not-confirmed', error };
    }
    if (seen?.state === 'available') return { kind: 'available', point: seen };
    if (seen?.state === 'failed' || seen?.state === 'gone') return { kind: 'failed' };
    if (!(await pause(api, LOOKS, turn, untilMs))) break;
  }
  return seen === undefined ? { kind: 'not-confirmed', error: undefined } : { kind: 'not-ready', point: seen };
}

/** `ls-20261130T0405-3f9`: says when, and is no other's. Supabase allows 20 characters. */
export function restorePointName(nowMs: number, random: string): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]/g, '').slice(0, 13);
  return `ls-${stamp}-${random.slice(0, 3)}`;
}
