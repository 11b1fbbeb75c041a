/** Shorter, a commit id names none: GitHub shows seven digits, health routes often no more. */
const SHORTEST_COMMIT = 7;

/** Whether two commit ids, either of them shortened, name the same commit. Fewer than seven digits name none. */
export function sameCommit(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return short.length >= SHORTEST_COMMIT && long.startsWith(short);
}

/** Whether two ids name the same deployment of Vercel, which writes them with and without `dpl_`. */
export function sameDeployment(a: string, b: string): boolean {
  return withoutPrefix(a) === withoutPrefix(b);
}

function withoutPrefix(id: string): string {
  return id.replace(/^dpl_/, '');
}
