/** One page of a list, and the Link header that leads to the others (docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The page that `per_page` (30, at most 100) and `page` (1) ask for. `self` is the address that was asked, whole. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams, self: string): Page<T> {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const items = all.slice((page - 1) * size, page * size);
  const links = [
    ...(page > 1 ? [link(self, Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(self, page + 1, 'next'), link(self, last, 'last')] : []),
    ...(page > 1 ? [link(self, 1, 'first')] : []),
  ];
  return { items, total: all.length, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

function link(self: string, page: number, rel: string): string {
  const url = new URL(self);
  url.searchParams.set('page', String(page));
  return `<${url.href}>; rel="${rel}"`;
}
