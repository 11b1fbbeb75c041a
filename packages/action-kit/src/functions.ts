import { described, type Shell, secret, text, url } from '@lockstep/action-shell';
import type { Check, NotVerified, Secret } from '@lockstep/base';
import {
  checkFunctions,
  createAsk,
  type FunctionRequests,
  folderOf,
  gitIn,
  readFunctionRequests,
} from '@lockstep/supabase';
import { type SupabaseInputs, supabaseClient } from './supabase.ts';
import { readYamlInput } from './yaml-input.ts';

/** Which Edge Functions have to be deployed, and how they may be asked. Goes with `supabaseInputs`. */
export const functionInputs = () => ({
  functions: described(
    text(),
    'Edge Functions of Supabase that must be live: `all` for those of `functions-directory`, or a YAML map from names (`*` means all) to `verify-jwt` (`true` or `false`, where it is not as supabase/config.toml says), `ask` (`OPTIONS` or `GET`) and `expect` (a status). Only a function with `ask` is called.',
  ),
  'functions-directory': described(
    text('supabase/functions'),
    'Directory of the Edge Functions. `config.toml` is read from the directory above it.',
  ),
  'functions-url': described(
    url(),
    'Address of the Edge Functions, where it is not `https://REF.supabase.co/functions/v1`.',
  ),
  'functions-key': described(
    secret(),
    'Key that callers of the Edge Functions send, such as the anon key of the project. It is sent to `functions-url` only.',
  ),
});

export interface FunctionValues extends SupabaseInputs {
  readonly functions: string;
  readonly 'functions-directory': string;
  readonly 'functions-url': URL | undefined;
  readonly 'functions-key': Secret;
  readonly 'supabase-project': string;
  /** What a deployed function does that no folder has. */
  readonly undocumented: 'warn' | 'fail';
}

/** Problems between these inputs. */
export function functionProblems(values: FunctionValues): readonly string[] {
  if (values.functions === '') return [];
  return [
    ...requestsOf(values).problems,
    ...(values['supabase-project'] === '' ? ['input "supabase-project": expected the project of "functions"'] : []),
    ...(values['supabase-token'].isEmpty
      ? ['input "supabase-token": expected a token that may read the project of "functions"']
      : []),
  ];
}

/** Edge Functions against the repository and Supabase; nothing where none were asked for. */
export async function checkEdgeFunctions(
  values: FunctionValues,
  shell: Pick<Shell, 'clock' | 'log' | 'signal'> & { readonly env: Pick<Shell['env'], 'workspace'> },
): Promise<{ readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] }> {
  const { requests } = requestsOf(values);
  if (requests === undefined) return { checks: [], notVerified: [] };
  const { clock, env, signal } = shell;
  const ref = values['supabase-project'];
  return await checkFunctions(
    { ref, requests, directory: values['functions-directory'], undocumented: values.undocumented },
    {
      api: supabaseClient(values, shell),
      folder: folderOf(env.workspace),
      git: gitIn(env.workspace, signal),
      ask: createAsk({ timeoutMs: values['request-timeout'], clock, signal, fetch }),
      functionsUrl: values['functions-url'] ?? new URL(`https://${ref}.supabase.co/functions/v1`),
      key: values['functions-key'],
    },
  );
}

function requestsOf({ functions }: Pick<FunctionValues, 'functions'>): {
  readonly requests: FunctionRequests | undefined;
  readonly problems: readonly string[];
} {
  if (functions === '') return readFunctionRequests(undefined, 'input "functions"');
  const { value, problems } = readYamlInput(functions, 'input "functions"');
  return problems.length > 0 ? { requests: undefined, problems } : readFunctionRequests(value, 'input "functions"');
}
