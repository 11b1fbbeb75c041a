import { parseForScore, type ReadCsp } from './csp-parse.ts';
import type { ScoreResult } from './results.ts';

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const BROAD_OR_INLINE = [...BROAD, "'unsafe-inline'", 'data:'];
const PASSIVE = ['img-src', 'media-src'];
const HEADER_ONLY = ['frame-ancestors', 'report-uri', 'sandbox'];

export interface CspScore {
  readonly result: ScoreResult;
  /** Whether a policy that could be read says who may frame the page. */
  readonly framed: boolean;
}

export interface CspTexts {
  readonly header: readonly string[];
  readonly meta: readonly string[];
  readonly reportOnly: boolean;
  readonly secure: boolean;
}

export function scoreCsp({ header, meta, reportOnly, secure }: CspTexts): CspScore {
  const parsed = parseForScore([...header, ...meta]);
  if (parsed === undefined) return { result: 'csp-header-invalid', framed: false };
  const inHeader = parseForScore(header)?.directives.size ?? 0;
  const inMeta = [...(parseForScore(meta)?.directives.keys() ?? [])].filter(
    (name) => !HEADER_ONLY.includes(name),
  ).length;
  if (inHeader + inMeta === 0)
    return { result: reportOnly ? 'csp-not-implemented-but-reporting-enabled' : 'csp-not-implemented', framed: false };
  const { directives: csp, repeated } = parsed;
  const result = judge(csp, secure);
  return {
    result: repeated && FORGIVEN.includes(result) ? 'csp-implemented-but-duplicate-directives' : result,
    framed: csp.has('frame-ancestors'),
  };
}

const FORGIVEN: readonly ScoreResult[] = [
  'csp-implemented-with-no-unsafe',
  'csp-implemented-with-no-unsafe-default-src-none',
  'csp-implemented-with-unsafe-inline-in-style-src-only',
  'csp-implemented-with-insecure-scheme-in-passive-content-only',
];

function judge(csp: ReadCsp, secure: boolean): ScoreResult {
  const everything = () => new Set(['*']);
  const objects = csp.get('object-src') ?? csp.get('default-src') ?? everything();
  // These may be the same set, and the same as `default-src`: what is taken out of one is out of all.
  const scripts = csp.get('script-src') ?? csp.get('default-src') ?? everything();
  const styles = csp.get('style-src') ?? csp.get('default-src') ?? everything();
  for (const sources of [scripts, styles]) if (hasNonceOrHash(sources)) sources.delete("'unsafe-inline'");
  if (scripts.has("'strict-dynamic'")) {
    if (!hasNonceOrHash(scripts)) return 'csp-header-invalid';
    for (const source of [...scripts])
      if (BROAD.some((broad) => source.startsWith(broad)) || source === "'self'") scripts.delete(source);
  }
  const active = [...csp].flatMap(([name, sources]) =>
    PASSIVE.includes(name) || name === 'script-src' ? [] : [...sources],
  );
  const passive = PASSIVE.flatMap((name) => [...(csp.get(name) ?? csp.get('default-src') ?? [])]);
  if (hasAny(scripts, BROAD_OR_INLINE) || hasAny(objects, BROAD)) return 'csp-implemented-with-unsafe-inline';
  if (secure && [...active, ...scripts].some(isInsecure)) return 'csp-implemented-with-insecure-scheme';
  if (scripts.has("'unsafe-eval'") || styles.has("'unsafe-eval'")) return 'csp-implemented-with-unsafe-eval';
  if (secure && passive.some(isInsecure)) return 'csp-implemented-with-insecure-scheme-in-passive-content-only';
  if (hasAny(styles, BROAD_OR_INLINE)) return 'csp-implemented-with-unsafe-inline-in-style-src-only';
  const fallback = csp.get('default-src');
  return fallback?.size === 1 && fallback.has("'none'")
    ? 'csp-implemented-with-no-unsafe-default-src-none'
    : 'csp-implemented-with-no-unsafe';
}

function hasNonceOrHash(sources: ReadonlySet<string>): boolean {
  return [...sources].some((source) => /^'(?:nonce|sha256|sha384|sha512)-/.test(source));
}

function hasAny(sources: ReadonlySet<string>, those: readonly string[]): boolean {
  return those.some((one) => sources.has(one));
}

function isInsecure(source: string): boolean {
  return source.startsWith('http:') || source.startsWith('ftp:');
}
