/** What is known of a link. */
export type LinkAnswer =
  | { readonly kind: 'alive' }
  /** Whoever follows it finds nothing. */
  | { readonly kind: 'dead'; readonly why: string }
  /** Somebody may find something: it asks for a sign-in, or there was no answer. */
  | { readonly kind: 'unclear'; readonly why: string };

/** Where a link leads. */
export type LinkPlace =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'file'; readonly file: string; readonly anchor: string }
  /** Leads out of the repository, or is no address at all. */
  | { readonly kind: 'nowhere' }
  /** A mail address, a telephone number: they are not tried. */
  | { readonly kind: 'other' };

export function placeOfLink(target: string, from: string): LinkPlace {
  if (/^https?:/i.test(target))
    return URL.canParse(target) ? { kind: 'web', url: withoutAnchor(target) } : { kind: 'nowhere' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return { kind: 'other' };
  if (target.startsWith('//')) return { kind: 'nowhere' };
  const [path = '', anchor = ''] = target.split('#', 2);
  const file = path === '' ? from : resolved(decoded(path.split('?')[0] ?? ''), from);
  return file === undefined ? { kind: 'nowhere' } : { kind: 'file', file, anchor: decoded(anchor) };
}

function withoutAnchor(target: string): string {
  const url = new URL(target);
  url.hash = '';
  return url.href;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Undefined for what is outside of the repository. */
function resolved(path: string, from: string): string | undefined {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** How GitHub names the place of a heading: small letters and digits, with - for blanks. */
export function anchorsOf(headings: readonly string[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = slug;
    for (let nth = 1; anchors.has(anchor); nth++) anchor = `${slug}-${nth}`;
    anchors.add(anchor);
  }
  return anchors;
}
