import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a visitor without a pass gets to see. All three are met in the wild. */
export type Wall = 'unauthorized' | 'sso-redirect' | 'login-page';

const BYPASS = 'x-vercel-protection-bypass';

/** Whether the visitor shows one of the secrets: as a header, in the query, or as the cookie that an earlier visit got. */
export function passesWall(visit: IncomingHttpHeaders & { readonly url: string }, secrets: readonly string[]): boolean {
  const query = new URL(visit.url, 'http://edge').searchParams;
  const shown = visit[BYPASS] ?? query.get(BYPASS) ?? '';
  const cookie = /(?:^|;\s*)_vercel_jwt=([^;]+)/.exec(visit.cookie ?? '')?.[1];
  return secrets.some((secret) => secret === shown || cookieFor(secret) === cookie);
}

/** The cookie for a visitor who shows a secret and asks for one (`x-vercel-set-bypass-cookie`), if so. */
export function bypassCookie(headers: IncomingHttpHeaders): string | undefined {
  const secret = headers[BYPASS];
  if (typeof secret !== 'string' || headers['x-vercel-set-bypass-cookie'] === undefined) return undefined;
  return `_vercel_jwt=${cookieFor(secret)}; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

function cookieFor(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What a visitor without a pass gets, in one of the forms that are met in the wild. */
export function wallAnswer(wall: Wall, host: string, url: string) {
  const nonce = randomBytes(12).toString('hex');
  const cookie = { 'set-cookie': `_vercel_sso_nonce=${nonce}; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax` };
  const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store, max-age=0', ...cookie };
  switch (wall) {
    case 'unauthorized':
      return { status: 401, headers: html, body: document('Authentication Required') };
    case 'login-page':
      return { status: 200, headers: html, body: document('Login – Vercel') };
    case 'sso-redirect': {
      const back = encodeURIComponent(`https://${host}${url}`);
      const location = `https://vercel.com/sso-api?url=${back}&nonce=${nonce}`;
      return { status: 302, headers: { location, 'cache-control': 'no-store, max-age=0', ...cookie }, body: '' };
    }
  }
}

function document(title: string): string {
  const sso = 'https://vercel.com/sso-api';
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>This page requires authentication. <a href="${sso}">Log in with Vercel</a></p></body></html>`;
}
