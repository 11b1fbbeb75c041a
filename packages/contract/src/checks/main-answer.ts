import type { Answer } from '../ask/exchange.ts';
import { wallIn } from '../ask/wall.ts';
import type { Visit } from '../visit.ts';
import { isUnavailable } from './check.ts';

/** What the answer to the right request is worth. */
export type MainAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** It says nothing of the operation. */
  | { readonly kind: 'no-evidence'; readonly reason: NoEvidence; readonly measured: string; readonly remedy: string };

export type NoEvidence = 'no-answer' | 'wall' | 'unavailable' | 'refused' | 'no-identity' | 'not-distinguishable';

export function mainAnswer({ call, main, nowhere }: Visit): MainAnswer {
  if (main.kind === 'lost')
    return no(
      'no-answer',
      `no answer (${main.code})`,
      'look at the logs of the backend; raise "request-timeout" if it is slow',
    );
  const wall = wallIn(main);
  if (wall !== undefined)
    return no(
      'wall',
      `${wall} answered (HTTP ${main.status})`,
      'let the runner pass it ("protection-bypass", or a rule for its address)',
    );
  if (isUnavailable(main.status))
    return no('unavailable', `HTTP ${main.status}`, 'something before the backend could not reach it: ask who runs it');
  if (main.status === 401 || main.status === 403) {
    if (call.example?.expect === main.status) return { kind: 'answer', answer: main };
    if (call.identity === undefined && call.isProtected)
      return no('no-identity', `HTTP ${main.status}`, 'give an identity that may use it in "as"');
    const elsewhere = nowhere.kind === 'answer' && nowhere.status === main.status;
    if (call.identity !== undefined || elsewhere || call.operation.security !== 'none')
      return no('refused', `HTTP ${main.status}`, 'check that the identity is valid and may use the operation');
  }
  return { kind: 'answer', answer: main };
}

function no(reason: NoEvidence, measured: string, remedy: string): MainAnswer {
  return { kind: 'no-evidence', reason, measured, remedy };
}

/** Whether two answers say the same: one of them is of an address that does not exist. */
export function saysTheSame(one: Answer, other: Answer): boolean {
  return one.status === other.status && bare(one) === bare(other);
}

/** A body without what differs from one request to the next: its address, numbers and ids. */
function bare({ body, path, headers }: Answer): string {
  const type = (headers['content-type'] ?? '').replace(/;.*$/s, '');
  const [plain = ''] = path.split('?');
  return `${type}\n${body
    .replaceAll(path, '')
    .replaceAll(plain, '')
    .replace(/lockstep-[0-9a-f]{12}/g, '')
    .replace(/[0-9a-f-]{8,}|\d+/gi, '')}`;
}
