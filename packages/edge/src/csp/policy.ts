import { type Answer, headerLines } from '../ask/exchange.ts';
import type { Page } from '../page/page.ts';

/** One Content Security Policy. A page may have several; a browser enforces each of them. */
export interface Policy {
  readonly from: 'header' | 'meta';
  readonly text: string;
  /** By lower-case name; of a name that is there twice the first counts, as in a browser. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
}

/** Not allowed in a `<meta>`: a browser ignores them there (html.spec.whatwg.org, pragma directives). */
const HEADER_ONLY: readonly string[] = ['frame-ancestors', 'report-uri', 'sandbox'];

/** The policies that a browser enforces on a page: those of headers first. */
export function enforcedPolicies(answer: Pick<Answer, 'headers'>, page: Page | undefined): readonly Policy[] {
  const header = splitPolicies(headerLines(answer, 'content-security-policy')).map((text) => parse('header', text));
  const meta = (page?.metaHeaders.get('content-security-policy') ?? []).map((text) => parse('meta', text));
  return [...header, ...meta].filter(({ directives }) => directives.size > 0);
}

/** The policies that are only reported, never enforced. */
export function reportOnlyPolicies(answer: Pick<Answer, 'headers'>): readonly Policy[] {
  const lines = headerLines(answer, 'content-security-policy-report-only');
  return splitPolicies(lines)
    .map((text) => parse('header', text))
    .filter(({ directives }) => directives.size > 0);
}

/** A comma ends a policy: lines of a header are joined with it on the way. */
function splitPolicies(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(',')).filter((text) => text.trim() !== '');
}

function parse(from: Policy['from'], text: string): Policy {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key === '' || directives.has(key)) continue;
    if (from === 'meta' && HEADER_ONLY.includes(key)) continue;
    directives.set(key, values);
  }
  return { from, text: text.trim(), directives };
}

/** The sources of the first of these directives that the policy has; undefined where it restricts nothing. */
export function sourcesFor({ directives }: Policy, ...names: readonly string[]): readonly string[] | undefined {
  for (const name of names) {
    const found = directives.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What governs `<script>` elements. */
export function scriptSources(policy: Policy): readonly string[] | undefined {
  return sourcesFor(policy, 'script-src-elem', 'script-src', 'default-src');
}

/** What governs `<style>` elements and stylesheets. */
export function styleSources(policy: Policy): readonly string[] | undefined {
  return sourcesFor(policy, 'style-src-elem', 'style-src', 'default-src');
}

export function noncesOf(sources: readonly string[]): readonly string[] {
  return sources.flatMap((source) => /^'nonce-(.+)'$/i.exec(source)?.[1] ?? []);
}

export function hasKeyword(sources: readonly string[], word: string): boolean {
  return sources.some((source) => source.toLowerCase() === `'${word}'`);
}
