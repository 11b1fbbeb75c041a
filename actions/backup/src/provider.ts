import { supabaseClient } from '@lockstep/action-kit/supabase';
import type { Shell } from '@lockstep/action-shell';
import { judgeProvider, type ProviderJudged, readProvider } from '@lockstep/backup';
import type { Inputs } from './inputs.ts';

/** What Supabase says of its own backups; nothing where no project was named. */
export async function providerChecks(values: Inputs, shell: Shell): Promise<ProviderJudged> {
  const ref = values['supabase-project'];
  if (ref === '') return { checks: [], notVerified: [] };
  const minWindowMs = values['min-pitr-window'];
  const facts = await readProvider(supabaseClient(values, shell), ref, minWindowMs !== undefined);
  return judgeProvider(facts, { maxAgeMs: values['provider-max-age'], minWindowMs });
}
