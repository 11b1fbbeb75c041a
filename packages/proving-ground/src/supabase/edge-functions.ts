import type { Faults } from '../faults/faults.ts';
import { type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import type { SupabaseProjectSeed } from './project.ts';

export interface EdgeFunctionsOptions {
  readonly faults: Faults;
  /** The key that passes where a function verifies tokens. Its signature is not modelled: it is this text or another. */
  readonly key: string;
}

/** What is in front of a project's Edge Functions, at `/functions/v1/NAME`: it finds them, and verifies tokens. */
export async function startEdgeFunctions(
  project: SupabaseProjectSeed,
  { faults, key }: EdgeFunctionsOptions,
): Promise<HttpService> {
  return await serve('supabase-functions', (request) => answer(project, key, request), faults);
}

function answer({ functions }: SupabaseProjectSeed, key: string, { headers, method, path }: Request): Reply {
  const slug = /^\/functions\/v1\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  const found = functions.find((one) => one.slug === slug && one.status !== 'REMOVED');
  if (found === undefined)
    return { status: 404, body: { code: 'NOT_FOUND', message: 'Requested function was not found' } };
  // A browser's question before a call has no token, and goes to the function itself.
  if (found.verify_jwt !== false && method !== 'OPTIONS') {
    if (headers.authorization === undefined)
      return { status: 401, body: { code: 'UNAUTHORIZED_NO_AUTH_HEADER', message: 'Missing authorization header' } };
    if (headers.authorization !== `Bearer ${key}`)
      return { status: 401, body: { code: 'UNAUTHORIZED_INVALID_JWT_FORMAT', message: 'Invalid JWT' } };
  }
  if (found.answers === 'crash')
    return { status: 503, body: { code: 'BOOT_ERROR', message: 'Function failed to start (please check logs)' } };
  const status = found.answers?.[method] ?? (method === 'OPTIONS' || method === 'GET' ? 200 : 405);
  return { status, body: { ok: status < 400 } };
}
