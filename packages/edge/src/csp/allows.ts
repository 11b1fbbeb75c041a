import { createHash } from 'node:crypto';
import type { Script, Style } from '../page/page.ts';
import { hasKeyword, noncesOf, type Policy, scriptSources, styleSources } from './policy.ts';
import { allowsUrl } from './sources.ts';

/** Whether a browser runs a script of the document under a policy, and if not, what it misses. */
export type Allowed = 'allowed' | 'no-nonce' | 'wrong-nonce' | 'inline' | 'host';

export function allowsScript(policy: Policy, script: Script, page: URL): Allowed {
  const sources = scriptSources(policy);
  if (sources === undefined) return 'allowed';
  const nonces = noncesOf(sources);
  if (script.nonce !== undefined && nonces.includes(script.nonce)) return 'allowed';
  if (hashAllows(sources, script.src === undefined ? hashesOf(script.text) : (script.integrity ?? '').split(/\s+/)))
    return 'allowed';
  const missed = missedNonce(nonces, script.nonce);
  // Only what a trusted script adds runs besides: neither the hosts nor 'unsafe-inline' count any more.
  if (hasKeyword(sources, 'strict-dynamic')) return missed ?? (script.src === undefined ? 'inline' : 'host');
  if (script.src === undefined) return inlineAllowed(sources) ? 'allowed' : (missed ?? 'inline');
  const url = addressOf(script.src, page);
  if (url !== undefined && allowsUrl(sources, url, page)) return 'allowed';
  return missed ?? 'host';
}

export function allowsStyle(policy: Policy, style: Style, page: URL): Allowed {
  const sources = styleSources(policy);
  if (sources === undefined) return 'allowed';
  const nonces = noncesOf(sources);
  if (style.nonce !== undefined && nonces.includes(style.nonce)) return 'allowed';
  const missed = missedNonce(nonces, style.nonce);
  if (style.href === undefined) {
    if (hashAllows(sources, hashesOf(style.text)) || inlineAllowed(sources)) return 'allowed';
    return missed ?? 'inline';
  }
  const url = addressOf(style.href, page);
  return url !== undefined && allowsUrl(sources, url, page) ? 'allowed' : (missed ?? 'host');
}

/** `'unsafe-inline'` counts only where nothing better is there. */
export function inlineAllowed(sources: readonly string[]): boolean {
  const better = sources.some((source) => /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')/i.test(source));
  return hasKeyword(sources, 'unsafe-inline') && !better;
}

/** Whether attributes like `onclick` run. */
export function allowsHandlers({ directives }: Policy): boolean {
  const sources = directives.get('script-src-attr') ?? directives.get('script-src') ?? directives.get('default-src');
  return sources === undefined || inlineAllowed(sources) || hasKeyword(sources, 'unsafe-hashes');
}

function missedNonce(nonces: readonly string[], nonce: string | undefined): 'no-nonce' | 'wrong-nonce' | undefined {
  if (nonces.length === 0) return undefined;
  return nonce === undefined || nonce === '' ? 'no-nonce' : 'wrong-nonce';
}

function hashAllows(sources: readonly string[], hashes: readonly string[]): boolean {
  const given = hashes.filter((hash) => hash !== '');
  return given.length > 0 && given.some((hash) => sources.includes(`'${hash}'`));
}

function hashesOf(text: string): readonly string[] {
  return ['sha256', 'sha384', 'sha512'].map((name) => `${name}-${createHash(name).update(text).digest('base64')}`);
}

export function addressOf(text: string, page: URL): URL | undefined {
  return URL.canParse(text, page.href) ? new URL(text, page.href) : undefined;
}
