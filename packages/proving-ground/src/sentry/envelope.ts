import type { Reply, Request } from '../http/http-service.ts';

export interface EventSeed {
  release: string;
  message: string;
  /** `ErrorDrill`: the name of the error. */
  type?: string;
  tags?: Readonly<Record<string, string>>;
}

/** The public key of a project: whoever has it may send events, and read none. */
export const PUBLIC_KEY = '0'.repeat(32);

/**
 * What a client of Sentry's sends: lines of JSON, the first about the whole, then one about each item and the item. Events
 * are kept as Sentry shows them; other items are taken and forgotten.
 */
export function takeEnvelope(request: Request, events: EventSeed[]): Reply | undefined {
  if (request.method !== 'POST' || !/^\/api\/\d+\/envelope\/$/.test(request.path)) return undefined;
  const key = request.query.get('sentry_key') ?? String(request.headers['x-sentry-auth'] ?? '');
  if (!key.includes(PUBLIC_KEY)) return { status: 403, body: { detail: 'bad sentry DSN public key' } };
  const lines = request.body.toString('utf8').split('\n');
  const { event_id: id } = JSON.parse(lines[0] ?? '') as { readonly event_id?: string };
  for (let at = 1; at + 1 < lines.length; at += 2) {
    const { type } = JSON.parse(lines[at] ?? '') as { readonly type?: string };
    if (type === 'event') events.unshift(seedOf(JSON.parse(lines[at + 1] ?? '') as Sent));
  }
  return { status: 200, body: { id } };
}

/** What of an event is looked at here. */
interface Sent {
  readonly release?: string;
  readonly message?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly exception?: { readonly values?: readonly { readonly type?: string; readonly value?: string }[] };
}

function seedOf({ exception, message, release = '', tags = {} }: Sent): EventSeed {
  const { type, value = '' } = exception?.values?.at(-1) ?? {};
  return { release, message: message ?? value, tags, ...(type === undefined ? {} : { type }) };
}
