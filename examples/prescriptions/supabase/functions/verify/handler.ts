/**
 * Whether a prescription is one: what a pharmacy asks before it hands out medicine. It asks the Data API with the token of
 * the caller, so that the policies of the database decide what is seen; it has no key of its own to see more.
 */

export interface Settings {
  /** `https://REF.supabase.co` */
  readonly url: string;
  /** The publishable key: it names the project, and lets no one see anything. */
  readonly key: string;
  readonly timeoutMs?: number;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function verify(request: Request, { url, key, timeoutMs = 3_000 }: Settings): Promise<Response> {
  if (request.method !== 'GET') return answer(405, { error: 'GET' });
  const authorization = request.headers.get('authorization') ?? '';
  if (!/^Bearer [\w.-]+$/.test(authorization)) return answer(401, { error: 'sign in' });
  const id = new URL(request.url).searchParams.get('id') ?? '';
  if (!ID.test(id)) return answer(400, { error: 'id: expected the id of a prescription' });
  try {
    const asked = await fetch(`${url}/rest/v1/prescriptions?id=eq.${id}&select=id,issued_at`, {
      headers: { apikey: key, authorization },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (asked.status === 401) return answer(401, { error: 'sign in' });
    if (!asked.ok) return answer(503, { error: 'not known at the moment' });
    const rows = (await asked.json()) as readonly { readonly issued_at: string }[];
    const [row] = rows;
    return answer(200, row === undefined ? { valid: false } : { valid: true, issuedAt: row.issued_at });
  } catch {
    // Not known is never "not valid": the pharmacy would send a patient away.
    return answer(503, { error: 'not known at the moment' });
  }
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
