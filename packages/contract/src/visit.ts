import { randomBytes } from 'node:crypto';
import type { Clock } from '@lockstep/base';
import type { Send } from './ask/client.ts';
import type { Exchange } from './ask/exchange.ts';
import { nextLink } from './ask/next-link.ts';
import { type CleanedUp, cleanUp } from './clean-up.ts';
import { isSafe } from './contract.ts';
import { type Identity, revealed, wrongCredentials } from './plan/identities.ts';
import type { PlannedCall } from './plan/plan.ts';

/** All answers that one operation gave. */
export interface Visit {
  readonly call: PlannedCall;
  /** As the identity that should get an answer, or without one where nobody needs to be. */
  readonly main: Exchange;
  /** The same for an address next to it that certainly does not exist. */
  readonly nowhere: Exchange;
  /** Without saying who asks; undefined where the operation need not refuse that. */
  readonly none: Exchange | undefined;
  /** With credentials that nobody issued. */
  readonly wrong: Exchange | undefined;
  /** For each identity of which the caller said what it may and may not. */
  readonly others: readonly Access[];
  readonly next: NextPage | undefined;
  /** How long the answers to the same question took. */
  readonly times: readonly number[];
  readonly cleanedUp: CleanedUp | undefined;
}

export interface Access {
  readonly identity: Identity;
  readonly may: boolean;
  readonly exchange: Exchange;
}

/** Where the answer says that it goes on. */
export type NextPage =
  | { readonly kind: 'followed'; readonly exchange: Exchange }
  | { readonly kind: 'other-origin'; readonly host: string };

export interface VisitTools {
  readonly send: Send;
  readonly identities: readonly Identity[];
  readonly latencyBudgetMs: number | undefined;
  readonly clock: Clock;
}

/** How often a slow answer is asked for again: the first may have started the backend. */
const MOST_TRIES = 3;

/** Asks one operation everything that is to be known of it, one after the other. Throws only the signal's reason. */
export async function visit(call: PlannedCall, nowhereOf: NowhereOf, tools: VisitTools): Promise<Visit> {
  const { operation, url, identity } = call;
  const ask = (credentials: Readonly<Record<string, string>>): Promise<Exchange> =>
    tools.send({ method: operation.method, url, body: call.body, headers: { ...call.headers, ...credentials } });
  const own = identity === undefined ? {} : revealed(identity.headers);
  // The right one last: a wall that came up in between would refuse it too, so that it is the control of the others.
  const none = call.isProtected ? await ask({}) : undefined;
  const wrong = call.isProtected && identity !== undefined ? await ask(wrongCredentials(identity.headers)) : undefined;
  const main = identity === undefined && none !== undefined ? none : await ask(own);
  const nowhere = await nowhereOf(call, own);
  const others: Access[] = [];
  for (const one of isSafe(operation) ? tools.identities : []) {
    const may = one.may.some((pattern) => pattern.covers(operation));
    const mayNot = one.mayNot.some((pattern) => pattern.covers(operation));
    if (!may && !mayNot) continue;
    const exchange = one === identity ? main : await ask(revealed(one.headers));
    others.push({ identity: one, may: !mayNot, exchange });
  }
  const times = await timesOf(main, () => ask(own), isSafe(operation) ? tools.latencyBudgetMs : undefined);
  const next = isSafe(operation)
    ? await followNext(main, { url, headers: { ...call.headers, ...own } }, tools)
    : undefined;
  const cleanedUp = await cleanUp(call, main, { send: tools.send, headers: { ...call.headers, ...own } });
  return { call, main, nowhere, none, wrong, others, next, times, cleanedUp };
}

async function timesOf(
  main: Exchange,
  again: () => Promise<Exchange>,
  budgetMs: number | undefined,
): Promise<readonly number[]> {
  if (main.kind === 'lost') return [];
  const times = [main.ms];
  while (budgetMs !== undefined && Math.min(...times) > budgetMs && times.length < MOST_TRIES) {
    const exchange = await again();
    if (exchange.kind === 'lost') break;
    times.push(exchange.ms);
  }
  return times;
}

async function followNext(
  main: Exchange,
  { url, headers }: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
  { send }: VisitTools,
): Promise<NextPage | undefined> {
  const link = main.kind === 'answer' ? nextLink(main, url) : undefined;
  if (link === undefined) return undefined;
  // Credentials go to the backend and nowhere else.
  if (link.origin !== url.origin) return { kind: 'other-origin', host: link.host };
  return { kind: 'followed', exchange: await send({ method: 'GET', url: link, headers }) };
}

export type NowhereOf = (call: PlannedCall, credentials: Readonly<Record<string, string>>) => Promise<Exchange>;

/** Asks addresses that no backend has, each once for each identity. */
export function askNowhere(send: Send): NowhereOf {
  const word = `lockstep-${randomBytes(6).toString('hex')}`;
  const known = new Map<string, Exchange>();
  return async (call, credentials) => {
    const url = new URL(call.url);
    url.pathname = nowherePath(call, word);
    url.search = '';
    const method = call.operation.method === 'HEAD' ? 'HEAD' : 'GET';
    const key = `${method} ${call.identity?.name ?? ''}\n${url.pathname}`;
    const exchange = known.get(key) ?? (await send({ method, url, headers: credentials }));
    known.set(key, exchange);
    return exchange;
  };
}

/** The path with its last fixed part before any parameter replaced, so that what guards a whole branch answers too. */
export function nowherePath({ operation, url }: Pick<PlannedCall, 'operation' | 'url'>, word: string): string {
  const asked = url.pathname.split('/');
  const parts = operation.path.split('/');
  const before = asked.length - parts.length;
  const parameter = parts.findIndex((part) => part.includes('{'));
  const index = before + (parameter < 0 ? parts.length : parameter) - 1;
  return asked.map((part, place) => (place === Math.max(index, 1) ? word : part)).join('/');
}
