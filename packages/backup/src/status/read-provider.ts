import { describe, RemoteError } from '@lockstep/base';
import { readPitrDays, readProject, readProviderBackups, type SupabaseApi } from '@lockstep/supabase';
import type { Asked, ProviderFacts } from './provider.ts';

/** Asks Supabase for its own backups of a project. What it does not answer is a gap and stops nothing else. */
export async function readProvider(api: SupabaseApi, ref: string, wantsWindow: boolean): Promise<ProviderFacts> {
  const [project, backups, pitrDays] = await Promise.all([
    asked(readProject(api, ref)),
    asked(readProviderBackups(api, ref)),
    wantsWindow ? asked(readPitrDays(api, ref)) : ({ kind: 'answered', value: undefined } as const),
  ]);
  return { ref, project, backups, pitrDays, nowMs: api.clock.now() };
}

async function asked<T>(work: Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'answered', value: await work };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { kind: 'unanswered', because: describe(error), remedy: error.hint ?? 'run again later' };
  }
}
