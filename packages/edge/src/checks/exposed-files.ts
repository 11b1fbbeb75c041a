import { onOrigin } from '@lockstep/base';
import { type Answer, shown } from '../ask/exchange.ts';
import { builtOf, unreadAssets } from '../assets.ts';
import { isReadable, type Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, notWhole, passed, unclear } from './check.ts';

interface Secret {
  readonly path: string;
  /** What its content has and no page for missing paths has. */
  readonly looksLike: RegExp;
}

const SECRETS: readonly Secret[] = [
  ...['/.env', '/.env.local', '/.env.production', '/.env.production.local'].map((path) => ({
    path,
    looksLike: /^[ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]*=/m,
  })),
  { path: '/.git/HEAD', looksLike: /^(?:ref: |[0-9a-f]{40}\s*$)/ },
  { path: '/.git/config', looksLike: /^[ \t]*\[(?:core|remote)/m },
  { path: '/.npmrc', looksLike: /^[ \t]*(?:\/\/|registry|_auth)/m },
  { path: '/.vercel/project.json', looksLike: /"projectId"/ },
  { path: '/.DS_Store', looksLike: /Bud1/ },
  { path: '/supabase/config.toml', looksLike: /^[ \t]*project_id[ \t]*=/m },
  { path: '/backup.sql', looksLike: /\b(?:CREATE TABLE|INSERT INTO|PostgreSQL database dump)\b/i },
  { path: '/dump.sql', looksLike: /\b(?:CREATE TABLE|INSERT INTO|PostgreSQL database dump)\b/i },
];

export const exposedFiles: EdgeCheck = {
  id: 'exposed-files',
  title: 'Files of the project are not served',
  expected: 'no file of settings, of git or of a dump',
  remedy:
    'Delete the file from `public/` or the output, and deploy again. Change every secret that was in it: it has been readable by everyone.',
  look: async (site) => {
    const found = await Promise.all(SECRETS.map((secret) => judge(site, secret)));
    const bad = found.filter(({ verdict }) => verdict !== 'pass');
    return bad.length > 0 ? bad : [passed(site.plan.url.host, `${SECRETS.length} paths, none served`)];
  },
};

async function judge(site: Site, { path, looksLike }: Secret) {
  const what = `${site.plan.url.host}${path}`;
  const answer = await site.asker.ask(new URL(path, site.plan.url));
  if (answer.kind === 'none' || (await saysNothing(site, answer)))
    return unclear('no-answer', what, shown(answer), { remedy: AGAIN });
  const served = answer.status === 200 && !isPage(answer.body) && looksLike.test(answer.body.slice(0, 65_536));
  if (isUnread(answer)) return notWhole(what);
  return served ? failed('file-served', what, `HTTP 200, ${answer.bytes} bytes`) : passed(what, shown(answer));
}

export const directoryListing: EdgeCheck = {
  id: 'directory-listing',
  title: 'Directories are not listed',
  expected: 'no list of files for the directories of scripts and styles',
  remedy: 'Turn off directory listings where files are served.',
  look: async (site) => {
    const { plan } = site;
    const files = await builtOf(site);
    const folders = files.read.flatMap(({ url }) => parentsOf(url)).filter(({ origin }) => origin === plan.url.origin);
    const urls = [...new Map([new URL('/public/', plan.url), ...folders].map((url) => [url.href, url])).values()];
    const found = await Promise.all(urls.slice(0, 8).map((url) => judgeListing(site, url)));
    const bad = [...found.filter((one) => one.kind === 'gap' || one.verdict !== 'pass'), ...unreadAssets(files)];
    return bad.length > 0 ? bad : [passed(plan.url.host, `${found.length} directories, none listed`)];
  },
};

async function judgeListing(site: Site, url: URL): Promise<Finding> {
  const what = `${url.host}${url.pathname}`;
  const answer = await site.asker.ask(url);
  if (answer.kind === 'none' || (await saysNothing(site, answer)))
    return unclear('no-answer', what, shown(answer), { remedy: AGAIN });
  const listed =
    answer.status === 200 && /<title>\s*(?:index of|directory listing|listing directory)/i.test(answer.body);
  if (isUnread(answer)) return notWhole(what);
  return listed ? failed('directory-listed', what, 'a list of files') : passed(what, shown(answer));
}

/** A refusal of one path is an answer where a page is there; where everything is refused, a wall answers. */
async function saysNothing(site: Site, answer: Answer): Promise<boolean> {
  if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return true;
  return answer.status === 403 && !(await site.visits()).some(isReadable);
}

/** What tells a file from a page is at its beginning. */
function isUnread({ body, status, truncated }: Answer): boolean {
  return status === 200 && truncated && body === '';
}

function parentsOf(url: URL): readonly URL[] {
  const parts = url.pathname.split('/').slice(0, -1);
  return parts.slice(1).map((_, at) => onOrigin(`${parts.slice(0, at + 2).join('/')}/`, url));
}

function isPage(body: string): boolean {
  return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(body);
}

const AGAIN = 'Check that nothing in front of the site refuses the audit, and run it again.';
