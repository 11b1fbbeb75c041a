import { jwtVerify } from 'jose';

/** The cookie in which the app keeps the access token of Supabase Auth. */
export const COOKIE = '__Host-access';

/** The user of an access token. Undefined for anything else: expired, of another project, or not signed by it. */
export async function userOf(token: string | undefined): Promise<string | undefined> {
  const secret = process.env['SUPABASE_JWT_SECRET'];
  if (token === undefined || secret === undefined || secret.length < 32) return undefined;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: 'authenticated',
    });
    return payload.sub;
  } catch {
    return undefined;
  }
}

/** `Authorization: Bearer TOKEN`. The API takes no cookie, so no other site can use a session for it. */
export function bearer(request: Request): string | undefined {
  return /^Bearer ([\w.-]+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
}
