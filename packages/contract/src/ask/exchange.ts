/** What came of one request. */
export type Exchange = Answer | Lost;

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most the limit of the client; then `truncated`. */
  readonly body: string;
  readonly truncated: boolean;
  readonly ms: number;
  /** Path and query that were asked. */
  readonly path: string;
}

export interface Lost {
  readonly kind: 'lost';
  readonly why: 'timeout' | 'network';
  /** The system's own code: `ECONNREFUSED`. */
  readonly code: string;
  readonly path: string;
}

/** The type of a body, in small letters and without parameters; '' where the answer does not say. */
export function mediaType({ headers }: Pick<Answer, 'headers'>): string {
  return (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

export function isJson(type: string): boolean {
  return type === 'application/json' || /^[\w.-]+\/[\w.-]+\+json$/.test(type);
}

export function succeeded({ status }: Pick<Answer, 'status'>): boolean {
  return status >= 200 && status < 300;
}

/** The body as data; undefined where it is no JSON. */
export function jsonOf({ body }: Pick<Answer, 'body'>): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return undefined;
  }
}
