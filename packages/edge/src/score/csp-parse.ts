/** Directives of all policies together, as Observatory reads them; a source is in lower case. */
export type ReadCsp = Map<string, Set<string>>;

export interface ParsedCsp {
  readonly directives: ReadCsp;
  /** A directive of reports is there twice, which is forgiven and said. */
  readonly repeated: boolean;
}

interface Source {
  readonly source: string;
  readonly index: number;
  keep: boolean;
}

/** A shorter policy is none. */
const SHORTEST = 6;
const MAY_REPEAT: readonly string[] = ['report-uri', 'report-to'];
/** Made when it is needed: it takes longer than the start of the rest. */
let collator: Intl.Collator | undefined;
function byName(a: string, b: string): number {
  collator ??= new Intl.Collator('en');
  return collator.compare(a, b);
}

/**
 * Reads several policies as one. Sources that only one of them has are dropped, which is Observatory's notion of an
 * intersection: what a browser does is in `csp/`. Undefined where Observatory calls the header invalid.
 */
export function parseForScore(policies: readonly string[]): ParsedCsp | undefined {
  const texts = policies.map((text) => text.replaceAll(/[\r\n]/g, '').trim());
  if (texts.some((text) => text.length < SHORTEST)) return undefined;
  const merged = new Map<string, Source[]>();
  let repeated = false;
  for (const [index, text] of texts.entries()) {
    const seen = new Set<string>();
    for (const part of text.split(';')) {
      const [name = '', ...values] = part.trim().split(/\s+/);
      if (name === '') continue;
      const directive = name.toLowerCase();
      if (seen.has(directive)) {
        if (!MAY_REPEAT.includes(directive)) return undefined;
        repeated = true;
      }
      seen.add(directive);
      const before = index === 0 ? [] : (merged.get(directive) ?? []);
      const kept = merge([...before, ...sourcesOf(directive, values, index)]);
      // Of several policies a source of the first one has to be found again to stay.
      if (index === 0 && texts.length > 1) for (const source of kept) source.keep = false;
      merged.set(directive, kept);
    }
  }
  const directives: ReadCsp = new Map();
  for (const [directive, sources] of merged)
    directives.set(directive, new Set(sources.length === 0 ? ["'none'"] : sources.map(({ source }) => source)));
  return { directives, repeated };
}

function sourcesOf(directive: string, values: readonly string[], index: number): Source[] {
  const keep = index === 0;
  if (values.length === 0) return directive.endsWith('-src') ? [{ source: "'none'", index, keep }] : [];
  return values.map((value) => ({ source: value.toLowerCase(), index, keep }));
}

function merge(sources: Source[]): Source[] {
  sources.sort((a, b) => byName(a.source, b.source));
  for (let at = 1; at < sources.length; at++) {
    const [previous, source] = [sources[at - 1], sources[at]];
    if (previous === undefined || source === undefined) continue;
    if (source.index === previous.index && source.source.startsWith(previous.source)) source.keep = false;
    if (source.index !== previous.index && covers(previous.source, source.source)) source.keep = true;
  }
  return sources.filter(({ keep }) => keep);
}

function covers(a: string, b: string): boolean {
  if (a.length === 0 || (a === '/' && b.length === 0)) return true;
  const exact = !a.endsWith('/');
  const [left, right] = [a.split('/'), b.split('/')];
  if (left.length > right.length || (exact && left.length !== right.length)) return false;
  return (exact ? left : left.slice(0, -1)).every((piece, at) => decoded(piece) === decoded(right[at] ?? ''));
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
