import { type Answer, header, headerLines } from '../ask/exchange.ts';
import type { Page } from '../page/page.ts';
import { isReadable, type Site } from '../site.ts';
import { redirectOf } from '../visit.ts';
import { scoreCookies } from './cookie-score.ts';
import { scoreCsp } from './csp-score.ts';
import {
  scoreContentType,
  scoreFrameOptions,
  scoreHsts,
  scoreRedirects,
  scoreReferrer,
  scoreResourcePolicy,
} from './header-score.ts';
import { type ScoreResult, scoreOf } from './results.ts';
import { scoreScripts } from './script-score.ts';

export { gradeOf } from './results.ts';

const MOST_HOPS = 8;

export interface Scored {
  readonly score: number;
  readonly results: readonly ScoreResult[];
}

/** Everything that the score is made of. */
export interface ScoreFacts {
  readonly host: string;
  readonly answer: Answer;
  readonly page: Page | undefined;
  /** The addresses from plain HTTP to the end; empty where nothing answers there. */
  readonly route: readonly URL[];
  /** Set-Cookie of every answer of the site. */
  readonly cookies: readonly string[];
}

/** The score of the first page; undefined where it cannot be read. */
export function scoreSite(site: Site): Promise<Scored | undefined> {
  return site.once('score', async () => {
    const { plan, asker } = site;
    const [first] = await site.visits();
    if (plan.url.protocol !== 'https:' || first === undefined || !isReadable(first)) return undefined;
    if (first.first.truncated) return undefined;
    const robots = await asker.ask(new URL('/robots.txt', plan.url));
    const own = headerLines(first.first, 'set-cookie');
    const more = robots.kind === 'answer' ? headerLines(robots, 'set-cookie') : [];
    const route = await routeFrom(site, plan.httpUrl);
    return scoreFacts({
      host: plan.url.hostname,
      answer: first.first,
      page: first.page,
      route,
      cookies: [...own, ...more],
    });
  });
}

export function scoreFacts({ host, answer, page, route, cookies }: ScoreFacts): Scored {
  const meta = page?.metaHeaders.get('content-security-policy') ?? [];
  const line = header(answer, 'content-security-policy');
  const csp = scoreCsp({
    header: line === undefined ? [] : [line],
    meta,
    reportOnly: (header(answer, 'content-security-policy-report-only') ?? '') !== '',
    secure: true,
  });
  const hsts = scoreHsts(header(answer, 'strict-transport-security'), host);
  const protectedByHsts = hsts === 'hsts-preloaded' || hsts === 'hsts-implemented-max-age-at-least-six-months';
  const referrer = header(answer, 'referrer-policy');
  const results: ScoreResult[] = [
    csp.result,
    scoreCookies(headerLines(answer, 'set-cookie'), cookies, protectedByHsts),
    scoreRedirects(route),
    scoreReferrer([referrer, page?.metaReferrer].flatMap((one) => one ?? [])),
    hsts,
    scoreScripts(page, host),
    scoreContentType(header(answer, 'x-content-type-options')),
    scoreFrameOptions(header(answer, 'x-frame-options'), csp.framed),
    scoreResourcePolicy(header(answer, 'cross-origin-resource-policy')),
  ];
  return { score: scoreOf(results), results };
}

/** The addresses that a visitor of plain HTTP is sent along. What may not be asked ends it. */
async function routeFrom({ asker, once }: Site, plain: URL): Promise<readonly URL[]> {
  const route: URL[] = [];
  let answer = await once('plain', () => asker.ask(new URL('/', plain)));
  if (answer.kind === 'none') return [];
  route.push(answer.url);
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const next = redirectOf(answer);
    if (next === undefined) break;
    route.push(next);
    answer = await asker.ask(next);
    if (answer.kind === 'none') break;
  }
  return route;
}
