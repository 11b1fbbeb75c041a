import { InputError } from '@lockstep/base';
import { orNone } from '../backups.ts';
import type { SupabaseApi } from '../client.ts';
import type { Operations } from '../openapi.generated.ts';
import { booleanOf, listOf, needed, numberOf, textOf, type Unsure } from '../unsure.ts';

export interface EdgeFunction {
  /** As its address has it: `send-mail`. */
  readonly name: string;
  /** `throttled`: Supabase does not serve it at the moment; `not-known`: a word that was added since. */
  readonly state: 'active' | 'throttled' | 'removed' | 'not-known';
  /** Supabase's own word, `ACTIVE`. */
  readonly status: string;
  /** Goes up with each deployment. */
  readonly version: number;
  /** Whether Supabase refuses requests without a valid JSON Web Token; undefined where it does not say. */
  readonly verifyJwt: boolean | undefined;
  /** When it was deployed last, in milliseconds since the epoch. */
  readonly updatedAtMs: number;
  /** Of the deployed bundle; undefined for those that were deployed before Supabase kept it. */
  readonly sha256: string | undefined;
}

type Answer = Unsure<Operations['v1-get-a-function']['answer']>;

const NAME = /^[A-Za-z0-9_-]+$/;

export function isFunctionName(name: string): boolean {
  return NAME.test(name);
}

/** The deployed Edge Functions, by name. Permission `edge_functions_read`. */
export async function listFunctions(api: SupabaseApi, ref: string): Promise<readonly EdgeFunction[]> {
  const answer = needed(listOf(await api.read('v1-list-all-functions', ref)), '[]', 'the functions');
  return answer.map(functionOf).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One deployed Edge Function; undefined where there is none of that name. Permission `edge_functions_read`. */
export async function getFunction(api: SupabaseApi, ref: string, name: string): Promise<EdgeFunction | undefined> {
  if (!isFunctionName(name))
    throw new InputError(`"${name}" is not the name of a function; expected letters, digits, - and _`);
  const answer = await orNone(api.read('v1-get-a-function', ref, { function_slug: name }), [404]);
  return answer === undefined ? undefined : functionOf(answer);
}

function functionOf(answer: Answer): EdgeFunction {
  const of = 'a function';
  const status = needed(textOf(answer?.status), 'status', of);
  return {
    name: needed(textOf(answer?.slug), 'slug', of),
    state: stateOf(status),
    status,
    version: needed(numberOf(answer?.version), 'version', of),
    verifyJwt: booleanOf(answer?.verify_jwt),
    updatedAtMs: needed(numberOf(answer?.updated_at), 'updated_at', of),
    sha256: textOf(answer?.ezbr_sha256),
  };
}

function stateOf(status: string): EdgeFunction['state'] {
  switch (status) {
    case 'ACTIVE':
      return 'active';
    case 'THROTTLED':
      return 'throttled';
    case 'REMOVED':
      return 'removed';
    default:
      return 'not-known';
  }
}
