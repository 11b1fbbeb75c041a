/**
 * After `next build`: fails where a prerendered page is not listed in `staticPages` of lib/lockstep/security.ts. Such a
 * page is under a policy with a nonce that its HTML does not have: it is shown, and none of its scripts run.
 *
 *   "build": "next build && node lib/lockstep/check-pages.mjs"
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SECURITY = join(dirname(fileURLToPath(import.meta.url)), 'security.ts');

/** Pages that Next.js writes itself and shows without scripts of yours. */
const ERROR_PAGES = ['/404', '/500', '/_error', '/_global-error'];

/** Prerendered pages, from the manifest that `next build` writes: fixed paths, and patterns such as `/blog/[slug]`. */
export function prerendered({ routes = {}, dynamicRoutes = {} }) {
  const pages = Object.entries(routes).filter(([, { dataRoute }]) => typeof dataRoute === 'string');
  const patterns = Object.entries(dynamicRoutes).filter(([, { dataRoute }]) => typeof dataRoute === 'string');
  return [...pages, ...patterns].map(([path]) => path).filter((path) => !ERROR_PAGES.includes(path));
}

/** Pages of the pages router that `next build` made files of, from its pages-manifest.json: `/about` → `pages/about.html`. */
export function filesOfPages(manifest) {
  const pages = Object.entries(manifest).filter(([, file]) => file.endsWith('.html'));
  return pages.map(([path]) => path).filter((path) => !ERROR_PAGES.includes(path));
}

/** The list in security.ts, which is TypeScript that only the build reads: the texts between its brackets. */
export function listed(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const [, list] = /\bstaticPages\s*:\s*\[([^\]]*)\]/.exec(code) ?? [];
  if (list === undefined) throw new Error('security.ts: expected staticPages: [ … ] with the paths as texts');
  return [...list.matchAll(/(['"])(.*?)\1/g)].map(([, , path]) => path);
}

export function pagesThatCannotRun(manifest, pages, files = {}) {
  const covers = (page, path) => (page.endsWith('/*') ? path.startsWith(page.slice(0, -1)) : path === page);
  const all = [...new Set([...prerendered(manifest), ...filesOfPages(files)])];
  return all.filter((path) => !pages.some((page) => covers(page, path)));
}

function main() {
  const built = process.argv[2] ?? '.next';
  const manifest = join(built, 'prerender-manifest.json');
  if (!existsSync(manifest)) return ['there is no .next/prerender-manifest.json: run this after next build'];
  const pages = listed(readFileSync(SECURITY, 'utf8'));
  const list = join(built, 'server/pages-manifest.json');
  const files = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  return pagesThatCannotRun(JSON.parse(readFileSync(manifest, 'utf8')), pages, files).map(
    (path) =>
      `${path} is prerendered and would be served under a policy with a nonce, so none of its scripts would run: make it dynamic (await connection() in the page or the root layout), or list it in staticPages`,
  );
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const problems = main();
  for (const problem of problems) console.error(`check-pages: ${problem}`);
  const pages = existsSync(SECURITY) ? listed(readFileSync(SECURITY, 'utf8')) : [];
  if (pages.length > 0)
    console.log(
      `check-pages: ${pages.join(', ')}: without a nonce; their policy restricts where scripts come from, and does not stop one that was injected`,
    );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
