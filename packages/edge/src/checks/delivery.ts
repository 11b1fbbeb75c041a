import { type Answer, header, headerLines, shown } from '../ask/exchange.ts';
import { type Assets, builtOf, unreadAssets } from '../assets.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';
import { eachPage } from './pages.ts';

const YEAR_SECONDS = 31_536_000;
/** Smaller answers are not worth it. */
const WORTH_BYTES = 1024;

export const compression: EdgeCheck = {
  id: 'compression',
  title: 'Text is compressed',
  expected: 'Content-Encoding br, gzip or zstd on text of more than 1 kB',
  remedy: 'Turn on compression where the answers are made or in the CDN.',
  look: async (site) => [
    ...(await eachPage(site, ({ first }, what) => judgeSize(first, what))),
    ...(await builtOf(site)).read.map(({ url, answer }) => judgeSize(answer, `${url.host}${url.pathname}`)),
    ...unreadAssets(await builtOf(site)),
  ],
};

function judgeSize(answer: Answer, what: string): Finding {
  if (answer.bytes <= WORTH_BYTES && !answer.truncated) return passed(what, `${answer.bytes} bytes`);
  const encoding = header(answer, 'content-encoding') ?? '';
  return encoding === '' || encoding === 'identity'
    ? failed('not-compressed', what, `${answer.bytes} bytes as they are`)
    : passed(what, encoding);
}

export const assetCaching: EdgeCheck = {
  id: 'asset-caching',
  title: 'Built files are cached for good',
  expected: `Cache-Control with max-age of at least ${YEAR_SECONDS} and immutable for /_next/static/`,
  remedy:
    'Remove the header rule that overrides `Cache-Control` for `/_next/static/`; their names change with their content.',
  look: async (site) => {
    const built = await fingerprinted(site);
    if (built.read.length + built.missed.length === 0)
      return [leftOut(site.plan.url.host, 'no page loads a file from /_next/static/')];
    const found = built.read.map(({ url, answer }) => {
      const what = `${url.host}${url.pathname}`;
      const control = directives(answer);
      const age = Number(control.get('max-age') ?? 0);
      const measured = header(answer, 'cache-control') ?? 'no Cache-Control';
      return age >= YEAR_SECONDS && control.has('immutable') && !control.has('no-store')
        ? passed(what, measured)
        : failed('asset-not-immutable', what, measured);
    });
    return [...found, ...unreadAssets(built)];
  },
};

export const cdnHit: EdgeCheck = {
  id: 'cdn-hit',
  title: 'Built files come from the cache of the CDN',
  expected: 'a hit (or an Age above 0) on the second request',
  remedy: 'Look at what keeps the CDN from caching: a cookie, a Vary, or a rule that sends requests to a function.',
  look: async (site) => {
    const built = await fingerprinted(site);
    const [asset] = built.read;
    if (asset === undefined)
      return built.missed.length > 0
        ? unreadAssets(built)
        : [leftOut(site.plan.url.host, 'no page loads a file from /_next/static/')];
    const what = `${asset.url.host}${asset.url.pathname}`;
    const again = await site.asker.ask(asset.url);
    if (again.kind === 'none' || again.status !== 200)
      return [unclear('no-answer', what, shown(again), { remedy: AGAIN })];
    const state = stateOf(again);
    if (state === undefined)
      return [unclear('no-cache-header', what, 'no header says whether a cache answered', { remedy: NO_CACHE })];
    return [state.hit ? passed(what, state.measured) : failed('cache-missed', what, state.measured)];
  },
};

const NO_CACHE = 'Without a CDN in front of the site, leave this check out with `checks: !cdn-hit`.';

function stateOf(answer: Answer): { readonly hit: boolean; readonly measured: string } | undefined {
  const name = ['x-vercel-cache', 'cf-cache-status', 'x-cache', 'x-nextjs-cache'].find(
    (one) => header(answer, one) !== undefined,
  );
  const age = header(answer, 'age');
  if (name === undefined && age === undefined) return undefined;
  const value = name === undefined ? '' : (header(answer, name) ?? '');
  const hit = /\b(?:hit|stale|prerender|revalidated)\b/i.test(value) || Number(age ?? 0) > 0;
  return { hit, measured: name === undefined ? `Age: ${age}` : `${name}: ${value}` };
}

export const privateHtml: EdgeCheck = {
  id: 'private-pages',
  title: 'Pages that set cookies are in no shared cache',
  expected: 'Cache-Control private or no-store on a page with Set-Cookie, and no hit of a cache',
  remedy:
    'Send `Cache-Control: private, no-store` with pages that set cookies. A shared cache would give one visitor the cookie of another.',
  look: (site) =>
    eachPage(site, ({ first, second }, what) => {
      const answers = second.kind === 'answer' ? [first, second] : [first];
      const setting = answers.filter((one) => headerLines(one, 'set-cookie').length > 0);
      const shared = setting.find((one) => {
        const control = directives(one);
        const age = Number(control.get('s-maxage') ?? 0);
        const isPublic = control.has('public') || age > 0;
        return (isPublic && !control.has('private') && !control.has('no-store')) || stateOf(one)?.hit === true;
      });
      if (shared !== undefined)
        return failed(
          'cookie-in-shared-cache',
          what,
          header(shared, 'cache-control') ?? stateOf(shared)?.measured ?? '',
        );
      // Whether a cache keeps it shows in the second answer alone.
      if (second.kind === 'none') return unclear('asked-once', what, shown(second), { remedy: AGAIN });
      const [one] = setting;
      return passed(what, one === undefined ? 'no cookies' : (header(one, 'cache-control') ?? 'no Cache-Control'));
    }),
};

const AGAIN = 'Run the audit again when the site answers.';

/** Files whose names change with their content. */
async function fingerprinted(site: Site): Promise<Assets> {
  const { read, missed } = await builtOf(site);
  const isBuilt = ({ url }: { readonly url: URL }) => url.pathname.includes('/_next/static/');
  return { read: read.filter(isBuilt), missed: missed.filter(isBuilt) };
}

function directives(answer: Answer): ReadonlyMap<string, string> {
  const parts = (header(answer, 'cache-control') ?? '').toLowerCase().split(',');
  return new Map(
    parts.map((part) => {
      const [name = '', value = ''] = part.trim().split('=');
      return [name, value.replaceAll('"', '')] as const;
    }),
  );
}
