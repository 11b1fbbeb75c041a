import { type Answer, type Exchange, isWall, shown } from './ask/exchange.ts';
import { type Finding, unclear } from './checks/check.ts';
import { addressOf } from './csp/allows.ts';
import type { Page } from './page/page.ts';
import { isReadable, type Site } from './site.ts';

export interface Asset {
  readonly url: URL;
  readonly answer: Answer;
}

/** Files that the pages load from hosts that may be requested, each once. */
export interface Assets {
  readonly read: readonly Asset[];
  /** Those that nothing can be said of: no answer, a wall, an error of the server. */
  readonly missed: readonly Exchange[];
}

/** More say nothing new: the files of an app are built and served alike. */
const MOST_ASSETS = 12;

export function scriptsOf(site: Site): Promise<Assets> {
  return assetsOf(site, 'scripts', ({ scripts }) => scripts.map(({ src }) => src));
}

export function stylesOf(site: Site): Promise<Assets> {
  return assetsOf(site, 'styles', ({ styles }) => styles.map(({ href }) => href));
}

export function imagesOf(site: Site): Promise<Assets> {
  return assetsOf(site, 'images', ({ images }) => images, { accept: IMAGES });
}

/** Scripts and styles together. */
export async function builtOf(site: Site): Promise<Assets> {
  const both = await Promise.all([scriptsOf(site), stylesOf(site)]);
  return { read: both.flatMap(({ read }) => read), missed: both.flatMap(({ missed }) => missed) };
}

/** What a check that needs the files says of those that could not be read. */
export function unreadAssets({ missed }: Assets): readonly Finding[] {
  return missed.map((one) =>
    unclear('file-not-read', `${one.url.host}${one.url.pathname}`, shown(one), { remedy: AGAIN }),
  );
}

const AGAIN = 'Check that the files of the pages answer where the audit runs, and run it again.';

/** As a browser of today asks for an image. */
const IMAGES = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

function assetsOf(
  site: Site,
  kind: string,
  written: (page: Page) => readonly (string | undefined)[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Assets> {
  return site.once(kind, async () => {
    const visits = (await site.visits()).filter(isReadable);
    const all = visits.flatMap(({ first, page }) => {
      const base = baseOf(page, first.url);
      return (page === undefined ? [] : written(page)).flatMap((text) =>
        text === undefined || text.startsWith('data:') ? [] : (addressOf(text, base) ?? []),
      );
    });
    const urls = [...new Map(all.map((url) => [url.href, url])).values()].slice(0, MOST_ASSETS);
    const answers = await Promise.all(
      urls.map(async (url) => ({ url, answer: await site.asker.ask(url, { headers }) })),
    );
    return {
      read: answers.flatMap(({ url, answer }) =>
        answer.kind === 'answer' && answer.status === 200 ? [{ url, answer }] : [],
      ),
      missed: answers.flatMap(({ answer }) => (saysNothing(answer) ? [answer] : [])),
    };
  });
}

function baseOf(page: Page | undefined, url: URL): URL {
  return (page?.base === undefined ? undefined : addressOf(page.base, url)) ?? url;
}

function saysNothing(answer: Exchange): boolean {
  if (answer.kind === 'none') return answer.why !== 'not-allowed';
  return isWall(answer) || answer.status >= 500;
}
