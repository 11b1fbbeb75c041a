/** What one request brought back. Bodies and values of headers may be private: only names, counts and tokens leave here. */
export type Exchange = Answer | NoAnswer;

export interface Answer {
  readonly kind: 'answer';
  /** The address that was asked. */
  readonly url: URL;
  readonly status: number;
  /** In the order in which they came; names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Decoded as far as it was read. */
  readonly body: string;
  /** Bytes of the body after decoding, as far as it was read. */
  readonly bytes: number;
  /** True where not all of the body could be read: it was too long, or is not what its encoding says. */
  readonly truncated: boolean;
}

export interface NoAnswer {
  readonly kind: 'none';
  readonly url: URL;
  readonly why: NoAnswerReason;
  /** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, …; '' where there is none. */
  readonly code: string;
}

/**
 * - `timeout`, `network`: nothing came in time, or no connection.
 * - `unresolved`: there is no such name.
 * - `certificate`: the certificate is not trusted, so that nobody knows who would answer.
 * - `not-allowed`: another host, or a path that the caller left out.
 * - `too-many`: the audit has used up its requests.
 */
export type NoAnswerReason = 'timeout' | 'network' | 'unresolved' | 'certificate' | 'not-allowed' | 'too-many';

/** The values of a header, one for each line. */
export function headerLines({ headers }: Pick<Answer, 'headers'>, name: string): readonly string[] {
  return headers.flatMap(([one, value]) => (one === name ? [value] : []));
}

/** The value of a header as HTTP joins its lines; undefined where it is absent. */
export function header(answer: Pick<Answer, 'headers'>, name: string): string | undefined {
  const lines = headerLines(answer, name);
  return lines.length === 0 ? undefined : lines.join(', ');
}

/** `no answer (ECONNREFUSED)`, or the status: what to show of an exchange that could not be judged. */
export function shown(exchange: Exchange): string {
  if (exchange.kind === 'answer') return `HTTP ${exchange.status}`;
  const { code, why } = exchange;
  return code === '' ? WORDS[why] : `${WORDS[why]} (${code})`;
}

const WORDS: Readonly<Record<NoAnswerReason, string>> = {
  timeout: 'no answer in time',
  network: 'no answer',
  unresolved: 'the name does not resolve',
  certificate: 'the certificate is not trusted',
  'not-allowed': 'not requested: outside what the audit may request',
  'too-many': 'not requested: the audit reached its limit of requests',
};

/** Answers of a wall in front of the app, which say nothing about the app. */
export function isWall({ status }: Pick<Answer, 'status'>): boolean {
  return status === 401 || status === 403 || status === 429;
}
