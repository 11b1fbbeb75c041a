import type { Shell } from '@lockstep/action-shell';
import type { Secret } from '@lockstep/base';
import { createSupabaseClient, SUPABASE_API, type SupabaseApi } from '@lockstep/supabase';

export interface SupabaseInputs {
  readonly 'supabase-token': Secret;
  readonly 'supabase-api-url': URL | undefined;
  readonly 'request-timeout': number;
}

/** Supabase's Management API, by the action's token. The job's signal bounds every call. */
export function supabaseClient(values: SupabaseInputs, shell: Pick<Shell, 'clock' | 'log' | 'signal'>): SupabaseApi {
  return createSupabaseClient({
    token: values['supabase-token'],
    apiUrl: values['supabase-api-url'] ?? new URL(SUPABASE_API),
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
    fetch,
    requestTimeoutMs: values['request-timeout'],
  });
}
