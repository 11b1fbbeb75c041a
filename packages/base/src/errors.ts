import { oneLine } from './lines.ts';
import { redactText } from './redact.ts';

/** The caller's fault: wrong inputs or files. Carries every problem found, each with what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[], options?: ErrorOptions) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(list.join('\n'), options);
    this.problems = list;
  }
}

export interface RemoteFailure {
  /** Who answered, or should have: `Vercel`, `GitHub`, `PostgreSQL`, `Slack`, or a host. */
  readonly service: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The service's own error code (`rate_limited`, a SQLSTATE, …). */
  readonly code?: string;
  /** The service's id of the request, for its support. */
  readonly requestId?: string;
  /** True where the same request may succeed later. Says nothing of whether it took effect. */
  readonly retryable: boolean;
  /** How long the service asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** What to do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The world's fault: a service refused, broke, or did not answer. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly service: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly hint: string | undefined;

  constructor(message: string, failure: RemoteFailure) {
    super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
    this.service = failure.service;
    this.status = failure.status;
    this.code = failure.code;
    this.requestId = failure.requestId;
    this.retryable = failure.retryable;
    this.retryAfterMs = failure.retryAfterMs;
    this.hint = failure.hint;
  }
}

/** Somebody cancelled, or a deadline passed, while we waited. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown));
}

/** Also true of an error from another realm: in a VM (jest), Node's own errors are no `instanceof Error`. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}

/**
 * One line that says what happened: the message, status and request id of a remote failure, its hint,
 * and the messages of the causes below it.
 */
export function describe(thrown: unknown): string {
  const parts: string[] = [];
  let error = thrown;
  // Bounded, because an error may be its own cause.
  for (let depth = 0; depth < 5 && error !== undefined && error !== null; depth++) {
    const text = ownWords(error);
    if (text !== '' && !parts.some((part) => part.includes(text))) parts.push(text);
    error = isError(error) ? error.cause : undefined;
  }
  return oneLine(redactText(parts.join(': ')), '; ');
}

/** Of a try that is repeated: who failed, and how. Not in the words of the service, which may repeat what was sent to it. */
export function describeTry(thrown: unknown): string {
  if (!(thrown instanceof RemoteError)) return describe(thrown);
  return `${thrown.service}: ${thrown.status === undefined ? 'no answer' : `HTTP ${thrown.status}`}`;
}

function ownWords(error: unknown): string {
  if (!(error instanceof RemoteError)) {
    const aggregate =
      error instanceof AggregateError && error.message === '' ? error.errors.map(ownWords).join('; ') : '';
    return isError(error) ? error.message || aggregate || error.name : String(error);
  }
  const facts = [
    error.status === undefined ? '' : `HTTP ${error.status}`,
    error.code ?? '',
    error.requestId === undefined ? '' : `request ${error.requestId}`,
  ].filter((fact) => fact !== '');
  const head = facts.length === 0 ? error.message : `${error.message} (${facts.join(', ')})`;
  return error.hint === undefined ? head : `${head}; ${error.hint}`;
}
