import type { BundleFacts } from './facts.ts';

export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** The literal that `vercel env pull` writes for a sensitive variable since version 56.3 of its CLI. */
const PLACEHOLDER = '[SENSITIVE]';
/** `https://REF.supabase.co`, in any way of quoting. */
const REFERENCE = /\b([a-z]{20})\.supabase\.(?:co|in)\b/g;
/** Keys for servers: Supabase's, and Stripe's secret and restricted ones. */
const SERVER_KEY = /\b(?:sb_secret_[A-Za-z0-9_-]{8,}|(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{8,})/;
const TOKEN = /\beyJ[A-Za-z0-9_-]{8,}\.(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{8,}/g;

/** Looks through files for browsers. */
export function scanBundle(from: string, files: readonly BundleFile[]): BundleFacts {
  const refs = new Set<string>();
  for (const { text } of files) for (const [, ref = ''] of text.matchAll(REFERENCE)) refs.add(ref);
  return {
    from,
    files: files.length,
    supabaseRefs: [...refs].sort(),
    withPlaceholder: files.filter(({ text }) => text.includes(PLACEHOLDER)).map(({ name }) => name),
    withServerKey: files.filter(({ text }) => hasServerKey(text)).map(({ name }) => name),
  };
}

function hasServerKey(text: string): boolean {
  return SERVER_KEY.test(text) || [...text.matchAll(TOKEN)].some(([, claims = '']) => isServiceRole(claims));
}

/** Whether the claims of a token are those of Supabase's service role. */
function isServiceRole(claims: string): boolean {
  try {
    return (
      (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { role?: unknown }).role === 'service_role'
    );
  } catch {
    return false;
  }
}
