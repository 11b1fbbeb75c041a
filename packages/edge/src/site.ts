import type { Asker } from './ask/asker.ts';
import { type Answer, type Exchange, header, isWall } from './ask/exchange.ts';
import type { DnsReader } from './dns/reader.ts';
import type { Page } from './page/page.ts';
import type { EdgePlan } from './plan.ts';
import type { Handshake, Offered, TlsVersion } from './tls/inspect.ts';

/** The world of an audit: what it may ask, and what it has asked already. Each thing is asked once. */
export interface Site {
  readonly plan: EdgePlan;
  readonly nowMs: number;
  readonly asker: Asker;
  readonly tls: TlsReader;
  readonly dns: DnsReader;
  /** Every page, in the order of the plan, asked twice. */
  readonly visits: () => Promise<readonly Visit[]>;
  /** Runs once for a key; whoever asks again gets the same answer. */
  readonly once: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

export interface TlsReader {
  inspect(): Promise<Handshake>;
  offer(version: TlsVersion): Promise<Offered>;
  /** Not what is known already. */
  inspectAgain(): Promise<Handshake>;
  offerAgain(version: TlsVersion): Promise<Offered>;
}

/** A page as it came, twice. */
export interface Visit {
  readonly path: string;
  readonly first: Exchange;
  /** Without its body. */
  readonly second: Exchange;
  /** Undefined where the first answer is no HTML. */
  readonly page: Page | undefined;
  readonly secondPage: Page | undefined;
}

/** A page that can be judged. */
export interface ReadVisit extends Visit {
  readonly first: Answer;
}

/** How to name a page in a report. */
export function whatOf({ url }: EdgePlan, path: string): string {
  return `${url.host}${path}`;
}

/** Whether a page answered as itself: not an error, not a wall, not a redirect away. */
export function isReadable(visit: Visit): visit is ReadVisit {
  return visit.first.kind === 'answer' && visit.first.status >= 200 && visit.first.status < 300;
}

/** What to do about a page that could not be judged. */
export function readableRemedy({ first }: Visit): string {
  if (first.kind === 'none') return 'Check that the address is reachable from where the audit runs, and run it again.';
  if (isWall(first))
    return 'A protection wall answered. Pass `protection-bypass`, or let the audit through the firewall, and run it again.';
  if (first.status >= 300 && first.status < 400)
    return 'The page redirects to another host. List the page that it leads to, and its host under `hosts`.';
  return 'List pages that answer with status 200, and run the audit again.';
}

/** HTML, as a browser would take it. */
export function isHtml(answer: Pick<Answer, 'headers'>): boolean {
  const type = (header(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'text/html' || type === 'application/xhtml+xml';
}
