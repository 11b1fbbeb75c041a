import type { Answer } from './ask/exchange.ts';
import { addressOf } from './csp/allows.ts';
import { isReadable, type Site } from './site.ts';

export interface Asset {
  readonly url: URL;
  readonly answer: Answer;
}

/** More say nothing new: the scripts of an app are built and served alike. */
const MOST_ASSETS = 12;

/** Scripts that the pages load from hosts that may be requested, each once. */
export function scriptsOf(site: Site): Promise<readonly Asset[]> {
  return site.once('scripts', () => load(site, 'scripts'));
}

/** Stylesheets, likewise. */
export function stylesOf(site: Site): Promise<readonly Asset[]> {
  return site.once('styles', () => load(site, 'styles'));
}

async function load(site: Site, kind: 'scripts' | 'styles'): Promise<readonly Asset[]> {
  const visits = (await site.visits()).filter(isReadable);
  const written = visits.flatMap(({ first, page }) => {
    const texts = kind === 'scripts' ? page?.scripts.map(({ src }) => src) : page?.styles.map(({ href }) => href);
    return (texts ?? []).flatMap((text) =>
      text === undefined
        ? []
        : (addressOf(text, page?.base === undefined ? first.url : new URL(page.base, first.url)) ?? []),
    );
  });
  const urls = [...new Map(written.map((url) => [url.href, url])).values()].slice(0, MOST_ASSETS);
  const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await site.asker.ask(url) })));
  return answers.flatMap(({ url, answer }) =>
    answer.kind === 'answer' && answer.status === 200 ? [{ url, answer }] : [],
  );
}
