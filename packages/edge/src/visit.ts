import type { Asker, Question } from './ask/asker.ts';
import { type Exchange, header } from './ask/exchange.ts';
import type { Page } from './page/page.ts';
import type { Visit } from './site.ts';
import { isHtml } from './site.ts';

const MOST_REDIRECTS = 4;

/** Asks for a page twice, following redirects within what may be asked. */
export async function visit(asker: Asker, origin: URL, path: string): Promise<Visit> {
  const first = await follow(asker, new URL(path, origin));
  const page = await pageOf(first);
  const second = await follow(asker, new URL(path, origin));
  return { path, first, second: withoutBody(second), page, secondPage: await pageOf(second) };
}

/** Pages may be large, and an audit keeps all of them: what was read of the second answer is its page. */
function withoutBody(answer: Exchange): Exchange {
  return answer.kind === 'answer' ? { ...answer, body: '' } : answer;
}

/** The answer at the end of the redirects; one that leads elsewhere is the end itself. */
export async function follow(asker: Asker, url: URL, question: Question = {}): Promise<Exchange> {
  let answer = await asker.ask(url, question);
  for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
    const onward = redirectOf(answer);
    if (onward === undefined || onward.protocol !== url.protocol) return answer;
    const next = await asker.ask(onward, question);
    if (next.kind === 'none' && next.why === 'not-allowed') return answer;
    answer = next;
  }
  return answer;
}

/** Where an answer sends the visitor. */
export function redirectOf(answer: Exchange): URL | undefined {
  if (answer.kind === 'none' || answer.status < 300 || answer.status > 399) return undefined;
  const location = header(answer, 'location');
  if (location === undefined || !URL.canParse(location, answer.url.href)) return undefined;
  return new URL(location, answer.url.href);
}

async function pageOf(exchange: Exchange): Promise<Page | undefined> {
  if (exchange.kind === 'none' || !isHtml(exchange)) return undefined;
  // Only whoever has HTML to read waits for the parser to load.
  const { readPage } = await import('./page/read-page.ts');
  return readPage(exchange.body);
}
