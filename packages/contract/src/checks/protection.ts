import { type Exchange, mediaType, succeeded } from '../ask/exchange.ts';
import { wallIn } from '../ask/wall.ts';
import { ruleFor } from '../contract.ts';
import type { Visit } from '../visit.ts';
import { type Checker, checkOf, type Finding, isUnavailable, seen } from './check.ts';
import { mainAnswer, saysTheSame } from './main-answer.ts';

/**
 * Whether an operation that needs credentials refuses those who have none, or wrong ones. A refusal counts only where the
 * right credentials get an answer from the same address in the same minute: else a wall may have refused everybody.
 */
export const protection: Checker = (visit) => {
  const { none, wrong, call } = visit;
  if (!call.isProtected) return [];
  return [
    ...(none === undefined
      ? []
      : [checkOf('operation/refuses-no-token', visit, judge(visit, none, 'open-without-token'))]),
    ...(wrong === undefined
      ? []
      : [checkOf('operation/refuses-wrong-token', visit, judge(visit, wrong, 'open-with-wrong-token'))]),
  ];
};

const expected = '401 or 403, and an answer with the right credentials';

function judge(visit: Visit, exchange: Exchange, open: string): Finding {
  const measured = seen(exchange);
  const unknown = (reason: string, remedy: string, more = ''): Finding => ({
    verdict: 'unknown',
    reason,
    measured: `${measured}${more}`,
    expected,
    remedy,
  });
  if (exchange.kind === 'lost')
    return unknown('no-answer', 'look at the logs of the backend; raise "request-timeout" if it is slow');
  const wall = wallIn(exchange);
  if (wall !== undefined) return unknown('wall', 'let the runner pass it', ` from ${wall}`);
  if (isUnavailable(exchange.status)) return unknown('unavailable', 'something before the backend could not reach it');
  if (succeeded(exchange)) {
    if (isNoData(visit, exchange))
      return unknown(
        'not-the-api',
        'let the operation answer 401: every request gets this page',
        ' that is not what the contract documents',
      );
    return {
      verdict: 'fail',
      reason: open,
      measured,
      expected,
      remedy: `${visit.call.operation.name} is open: do not release before it verifies its callers`,
    };
  }
  if (exchange.status >= 500)
    return {
      verdict: 'fail',
      reason: 'server-error',
      measured,
      expected,
      remedy: 'let the backend answer 401 where credentials are missing or wrong',
    };
  const refused =
    exchange.status === 401 ||
    exchange.status === 403 ||
    exchange.status === 404 ||
    isLogin(exchange.headers['location']);
  if (!refused)
    return unknown(
      'refused-otherwise',
      'let the backend look at the credentials before anything else, or give an example that is complete',
    );
  return controlled(visit, measured);
}

/** A refusal is believed where the right credentials were answered. */
function controlled(visit: Visit, measured: string): Finding {
  const main = visit.call.identity === undefined ? undefined : mainAnswer(visit);
  const { main: exchange, call } = visit;
  const works = main?.kind === 'answer' && (succeeded(main.answer) || call.example?.expect === main.answer.status);
  if (works && main.answer.status !== 401 && main.answer.status !== 403)
    return {
      verdict: 'pass',
      reason: 'refused',
      measured: `${measured}; ${seen(exchange)} with the right credentials`,
      expected,
    };
  return {
    verdict: 'unknown',
    reason: 'no-control',
    measured:
      call.identity === undefined
        ? `${measured}, but no identity was answered`
        : `${measured}; ${seen(exchange)} with the right credentials`,
    expected,
    remedy:
      call.identity === undefined
        ? 'give an identity that may use it in "as": a wall before the backend refuses as well'
        : 'give an identity and an example that get a success',
  };
}

/** A success that is none of the documented answers: the shell of an app, or a page that every address gets. */
function isNoData({ call, nowhere }: Visit, answer: Exchange & { readonly kind: 'answer' }): boolean {
  if (nowhere.kind === 'answer' && saysTheSame(answer, nowhere)) return true;
  const content = ruleFor(call.operation, answer.status)?.content ?? [];
  const types = content.map(({ type }) => type);
  return (
    types.length > 0 &&
    mediaType(answer) === 'text/html' &&
    !types.some((type) => type.startsWith('text/') || type === '*/*')
  );
}

function isLogin(location: string | undefined): boolean {
  return location !== undefined && /\/(log-?in|sign-?in|auth|sso|oauth2?)(\/|\?|$)/i.test(location);
}
