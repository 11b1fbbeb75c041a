import { type Clock, describe, withDeadline } from '@lockstep/base';
import type { ReadDocument } from '../document.ts';
import { anchorsOf, type LinkAnswer, placeOfLink } from './link-answer.ts';

export interface LinkTools {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For one link. */
  readonly timeoutMs: number;
  /** What is in the repository: the headings of a Markdown file, none of any other file; undefined where there is none. */
  readonly headingsIn: (file: string) => readonly string[] | undefined;
}

/** More at once than that would look like an attack to who is asked. */
const AT_ONCE = 6;
/** Nothing is sent but this name. */
const AGENT = 'lockstep-evidence (checks whether links of a document lead anywhere)';

/** Follows the links of documents, each address once. By the link as it is written, within its document. */
export async function followLinks(
  documents: readonly ReadDocument[],
  tools: LinkTools,
): Promise<ReadonlyMap<string, LinkAnswer>> {
  const answers = new Map<string, LinkAnswer>();
  const asked = new Map<string, Promise<LinkAnswer>>();
  const waiting = limited(AT_ONCE);
  const all = documents.flatMap(({ file, links }) => links.map(({ target }) => ({ file, target })));
  await Promise.all(
    all.map(async ({ file, target }) => {
      const place = placeOfLink(target, file);
      if (place.kind === 'other') return;
      const name = linkName(file, target);
      if (place.kind === 'nowhere')
        answers.set(name, { kind: 'dead', why: 'it leads out of the repository, or is no address' });
      else if (place.kind === 'file') answers.set(name, inRepository(place, tools));
      else {
        const answer = asked.get(place.url) ?? waiting(() => ask(place.url, tools));
        asked.set(place.url, answer);
        answers.set(name, await answer);
      }
    }),
  );
  return answers;
}

/** By what an answer is found again. */
export function linkName(file: string, target: string): string {
  return `${file} ${target}`;
}

function inRepository(
  { anchor, file }: { readonly file: string; readonly anchor: string },
  { headingsIn }: LinkTools,
): LinkAnswer {
  const headings = headingsIn(file);
  if (headings === undefined) return { kind: 'dead', why: 'there is no such file' };
  if (anchor === '' || !/\.md$/i.test(file) || anchorsOf(headings).has(anchor.toLowerCase())) return { kind: 'alive' };
  return { kind: 'dead', why: 'there is no such heading' };
}

/** Some servers answer only to GET; a body is never read. */
async function ask(url: string, tools: LinkTools): Promise<LinkAnswer> {
  const head = await askOnce(url, 'HEAD', tools);
  return head.kind === 'alive' ? head : await askOnce(url, 'GET', tools);
}

async function askOnce(url: string, method: 'HEAD' | 'GET', tools: LinkTools): Promise<LinkAnswer> {
  const { clock, signal, timeoutMs } = tools;
  try {
    return await withDeadline(
      'the answer',
      timeoutMs,
      async (inner) => {
        const response = await tools.fetch(url, { method, signal: inner, headers: { 'user-agent': AGENT } });
        await response.body?.cancel();
        return answerOf(response.status, new URL(response.url || url).hostname);
      },
      { clock, signal },
    );
  } catch (error) {
    if (signal.aborted) throw error;
    return isNoHost(error) ? { kind: 'dead', why: 'there is no such host' } : { kind: 'unclear', why: describe(error) };
  }
}

function answerOf(status: number, host: string): LinkAnswer {
  if (status >= 200 && status < 300) return { kind: 'alive' };
  // What is private is not there for others, says GitHub.
  const isHidden = host === 'github.com' && status === 404;
  if ((status === 404 || status === 410) && !isHidden) return { kind: 'dead', why: `HTTP ${status}` };
  return { kind: 'unclear', why: isHidden ? 'HTTP 404, as for a private repository' : `HTTP ${status}` };
}

/** The name is not known to any server; a name server that does not answer says EAI_AGAIN. */
function isNoHost(error: unknown): boolean {
  for (let one: unknown = error, depth = 0; one instanceof Object && depth < 5; depth++) {
    if ('code' in one && one.code === 'ENOTFOUND') return true;
    one = 'cause' in one ? one.cause : undefined;
  }
  return false;
}

function limited(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => queue.push(go));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
