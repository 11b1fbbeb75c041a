import {
  asError,
  type Clock,
  isMap,
  parseRetryAfter,
  type RetryPolicy,
  redactData,
  retry,
  type Secret,
  withDeadline,
} from '@lockstep/base';
import { Undelivered } from './undelivered.ts';

/** What a channel may use of the world. */
export interface World {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal?: AbortSignal;
}

export interface Call {
  /** For messages. The URL is never shown: with webhooks it is the secret. */
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A credential that the service wants as a field of the JSON object in `body`; nothing else of it may be a secret. */
  readonly key?: { readonly field: string; readonly secret: Secret };
  /** True where the same call twice has the effect of one. */
  readonly repeatable: boolean;
  /** Whether any 2xx is a yes, whatever is in it; otherwise a page of HTML is what a proxy or a login shows. */
  readonly anyAnswer?: boolean;
  readonly hints?: Readonly<Record<number, string>>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Of one channel: a message that comes late is worth less than the next step of the release. */
export const PATIENCE: { readonly requestTimeoutMs: number; readonly retry: RetryPolicy } = {
  requestTimeoutMs: 10_000,
  retry: { attempts: 4, firstDelayMs: 500, maxDelayMs: 4_000, budgetMs: 20_000 },
};
/** The request never reached a service that could have acted on it. */
const UNREACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS.*|.*CERT.*|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * One HTTP exchange that ended in a 2xx. Tries again after a rate limit or an unreachable service, and after a lost
 * answer only where the call is repeatable. Throws Undelivered otherwise. Redirects are refused: fetch would turn a
 * redirected POST into a GET, and it would go unnoticed that nothing was delivered.
 */
export async function exchange(call: Call, world: World): Promise<Answered> {
  const tools = { clock: world.clock, ...(world.signal === undefined ? {} : { signal: world.signal }) };
  return await retry(() => once(call, world), PATIENCE.retry, tools);
}

async function once(call: Call, world: World): Promise<Answered> {
  const { service } = call;
  let response: Response;
  let text: string;
  try {
    [response, text] = await withDeadline(
      `${service}`,
      PATIENCE.requestTimeoutMs,
      async (signal) => {
        const answer = await world.fetch(call.url, { ...requestOf(call), signal });
        return [answer, await answer.text()] as const;
      },
      world,
    );
  } catch (thrown) {
    if (world.signal?.aborted === true) throw unanswered(service, thrown, false);
    throw unanswered(service, thrown, call.repeatable);
  }
  if (response.ok && call.anyAnswer !== true && PAGE.test(text)) throw paged(call, response.status);
  if (response.ok) return { status: response.status, text };
  throw refused(call, response, text, world.clock.now());
}

function requestOf(call: Call): RequestInit {
  return {
    method: call.method,
    redirect: 'manual',
    headers: { 'user-agent': 'lockstep-notify', ...call.headers },
    ...(call.body === undefined ? {} : { body: bodyOf(call.body, call.key) }),
  };
}

function bodyOf(body: string, key: Call['key']): string {
  const clean = redactData(body);
  if (key === undefined) return clean;
  const field = `${JSON.stringify(key.field)}:${JSON.stringify(key.secret.reveal())}`;
  return clean.replace(/^\{(\}?)/, (_open, end: string) => `{${field}${end === '' ? ',' : '}'}`);
}

/** Nothing that a service of ours answers with. */
const PAGE = /^\s*<(!doctype|html)\b/i;

function paged({ repeatable, service }: Call, status: number): Undelivered {
  const hint = 'it answered with a page of HTML, as a proxy or a login page does';
  const failure = { service, status, effect: 'unknown', retryable: repeatable, hint } as const;
  return new Undelivered(`${service} gave an unexpected answer`, failure);
}

/** No answer, and what that means for the message: it had no effect where the service was not reached. */
export function unanswered(service: string, thrown: unknown, repeatable: boolean): Undelivered {
  const error = asError(thrown);
  const unreached = codesOf(error).some((code) => UNREACHED.test(code));
  return new Undelivered(unreached ? `${service} cannot be reached` : `${service} did not answer`, {
    service,
    effect: unreached ? 'none' : 'unknown',
    retryable: unreached || repeatable,
    cause: error,
  });
}

/** The codes of an error and of what caused it. Bounded, because an error may be its own cause. */
function codesOf(error: Error): readonly string[] {
  const codes: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    const { cause, code } = at as { readonly cause?: unknown; readonly code?: unknown };
    if (typeof code === 'string') codes.push(code);
    at = cause;
  }
  return codes;
}

function refused(call: Call, response: Response, text: string, nowMs: number): Undelivered {
  const { service } = call;
  const { status } = response;
  if (status >= 300 && status < 400) {
    const hint = 'it answers with a redirect; use the URL that it redirects to';
    return new Undelivered(`${service} refused the message`, {
      service,
      status,
      effect: 'none',
      retryable: false,
      hint,
    });
  }
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), nowMs);
  const hint = call.hints?.[status];
  // An answer that is a single word is an error code (Slack's webhooks); anything longer is not for a log line.
  const code = /^[a-z_]{3,60}$/.exec(text.trim())?.[0] ?? codeIn(text);
  return new Undelivered(status === 429 ? `${service} reports a rate limit` : `${service} refused the message`, {
    service,
    status,
    effect: status >= 500 ? 'unknown' : 'none',
    retryable: status === 429 || (status >= 500 && call.repeatable),
    ...(code === undefined ? {} : { code }),
    ...(hint === undefined ? {} : { hint }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** The error code of a JSON answer (Discord: `{"code": 10008}`). */
function codeIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const code = isMap(answer) ? answer['code'] : undefined;
    return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code))
      ? String(code)
      : undefined;
  } catch {
    return undefined;
  }
}
