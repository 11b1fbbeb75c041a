import { randomBytes } from 'node:crypto';
import type { Check, NotVerified, Secret } from '@lockstep/base';
import type { FunctionWish } from './requests.ts';
import type { WantedFunction } from './wanted.ts';

/** One request to a function, without following redirects. */
export type AskFunction = (request: {
  readonly method: 'OPTIONS' | 'GET';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}) => Promise<FunctionAnswer>;

export type FunctionAnswer = { readonly kind: 'answer'; readonly status: number } | { readonly kind: 'lost' };

export interface AnswerTools {
  readonly ask: AskFunction;
  /** `https://REF.supabase.co/functions/v1`; the only place that sees the key. */
  readonly functionsUrl: URL;
  /** What callers of the functions send; empty where it was not given. */
  readonly key: Secret;
}

export interface AnswerFindings {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/**
 * Asks a function as it was declared, and next to it a name that no function has: only a difference between the two shows
 * that it was the function that answered, and not something in front of all of them.
 */
export async function checkAnswers(
  wanted: WantedFunction,
  { ask: method, expect }: FunctionWish,
  tools: AnswerTools,
): Promise<AnswerFindings> {
  if (method === undefined) return { checks: [], notVerified: [notAsked(wanted.name)] };
  const key = tools.key.isEmpty ? undefined : tools.key.reveal();
  const credentials = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
  const once = (name: string, headers: Readonly<Record<string, string>>) =>
    tools.ask({ method, url: addressOf(tools.functionsUrl, name), headers: { ...preflight(method), ...headers } });
  const send = async (name: string, headers: Readonly<Record<string, string>>) => {
    const first = await once(name, headers);
    return first.kind === 'lost' ? await once(name, headers) : first;
  };
  const nowhere = `lockstep-none-${randomBytes(6).toString('hex')}`;
  const control = await send(nowhere, credentials);
  const answer = await send(wanted.name, credentials);
  const answers = judgeAnswer(wanted, { method, expect, answer, control });
  if (!wanted.verifyJwt || method !== 'GET') return { checks: [answers], notVerified: [] };
  if (key === undefined)
    return {
      checks: [answers],
      notVerified: [
        {
          id: 'function/refuses-no-token',
          what: wanted.name,
          because: 'no key was given, so nothing shows that the function would answer with one',
          remedy: 'give the key of its callers in "functions-key"',
          chosen: false,
        },
      ],
    };
  return { checks: [answers, judgeRefusal(wanted, await send(wanted.name, {}), answers)], notVerified: [] };
}

interface Seen {
  readonly method: string;
  readonly expect: number | undefined;
  readonly answer: FunctionAnswer;
  readonly control: FunctionAnswer;
}

/** Pure. */
export function judgeAnswer({ name, where }: WantedFunction, { answer, control, expect, method }: Seen): Check {
  const facts = {
    id: 'function/answers',
    title: 'The function answers',
    what: name,
    ...(where === undefined ? {} : { where }),
    measured: `${method}: ${said(answer)}; a name that does not exist: ${said(control)}`,
    expected: expect === undefined ? 'HTTP 2xx' : `HTTP ${expect}`,
  };
  const unknown = (reason: string, remedy: string): Check => ({ ...facts, verdict: 'unknown', reason, remedy });
  const fail = (reason: string, remedy: string): Check => ({ ...facts, verdict: 'fail', reason, remedy });
  if (control.kind === 'lost' || isBusy(control.status))
    return unknown('no-answer', 'try again later: Supabase does not answer for its functions');
  // Something that answers for other names answers for this one as well.
  if (answer.kind === 'lost') return fail('no-answer', 'look at the logs of the function: it does not answer in time');
  if (answer.status === 429) return unknown('rate-limit', 'try again later');
  if (control.status !== 404)
    return unknown(
      'nothing-differs',
      'a name that does not exist is not answered with 404: correct "functions-url", or ask with GET',
    );
  if (answer.status === 404) return fail('not-served', `deploy it: supabase functions deploy ${name}`);
  if (answer.status >= 500)
    return fail('server-error', 'look at the logs of the function: it does not start, or it fails');
  const right = expect === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === expect;
  if (right) return { ...facts, verdict: 'pass', reason: 'answers', remedy: '' };
  if (expect === undefined && (answer.status === 401 || answer.status === 403))
    return unknown('refused', 'give the key of its callers in "functions-key", or say with "expect" that it refuses');
  return fail('other-status', 'correct the function, or "expect"');
}

function judgeRefusal({ name, where }: WantedFunction, answer: FunctionAnswer, answers: Check): Check {
  const facts = {
    id: 'function/refuses-no-token',
    title: 'The function refuses a request without a token',
    what: name,
    ...(where === undefined ? {} : { where }),
    measured: said(answer),
    expected: 'HTTP 401, and an answer with the key',
  };
  if (answer.kind === 'answer' && answer.status < 400)
    return {
      ...facts,
      verdict: 'fail',
      reason: 'accepted',
      remedy: `deploy it with verification: set verify_jwt = true for [functions.${name}]`,
    };
  const refused = answer.kind === 'answer' && (answer.status === 401 || answer.status === 403);
  if (refused && answers.verdict === 'pass') return { ...facts, verdict: 'pass', reason: 'refused', remedy: '' };
  return {
    ...facts,
    verdict: 'unknown',
    reason: refused ? 'no-control' : 'no-answer',
    remedy: 'correct "functions-key": only an answer with it shows that the refusal is about the token',
  };
}

function notAsked(name: string): NotVerified {
  return {
    id: 'function/answers',
    what: name,
    because: 'it was not declared how it may be asked',
    remedy: 'set "ask: OPTIONS" or "ask: GET" for it in "functions"',
    chosen: true,
  };
}

function addressOf(base: URL, name: string): URL {
  return new URL(`${base.href.replace(/\/$/, '')}/${encodeURIComponent(name)}`);
}

/** As a browser asks before it calls a function from another site. */
function preflight(method: 'OPTIONS' | 'GET'): Readonly<Record<string, string>> {
  if (method === 'GET') return {};
  return { origin: 'https://lockstep.invalid', 'access-control-request-method': 'POST' };
}

const isBusy = (status: number): boolean => status === 429 || status >= 500;
const said = (answer: FunctionAnswer): string => (answer.kind === 'lost' ? 'no answer' : `HTTP ${answer.status}`);
