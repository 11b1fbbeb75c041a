import { type Clock, type Fields, Secret } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import type { MetricSource } from './metric.ts';

/** What the surroundings give to providers, besides the declaration. */
export interface MetricsSurroundings {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly requestTimeoutMs: number;
  /** The value of `$NAME`; undefined where there is none. Never in a message. */
  readonly secretOf: (name: string) => Secret | undefined;
  /** Opens the database of the release; undefined where no connection string was given. */
  readonly openDatabase: ((signal: AbortSignal) => Promise<Session>) | undefined;
  readonly vercel: VercelAccess | undefined;
}

export interface VercelAccess {
  readonly token: Secret;
  readonly project: string;
  readonly team: string;
  readonly apiUrl: URL;
}

/** A kind of source: reads its connection and its queries, complaining into the fields. */
export interface MetricProvider {
  readonly type: string;
  /** Reads the connection under `providers`; `undefined` where nothing is there. Gives what reads a metric's own fields. */
  connect(fields: Fields | undefined, surroundings: MetricsSurroundings): (metric: Fields) => MetricSource | undefined;
}

/** Credentials of a connection: a bearer token, or a user name and password. Each is `$NAME`, never written out. */
export function authOf(fields: Fields, { secretOf }: MetricsSurroundings): Record<string, Secret> {
  const token = referenced(fields, 'token', secretOf);
  const username = referenced(fields, 'username', secretOf);
  const password = referenced(fields, 'password', secretOf);
  if (token !== undefined && (username !== undefined || password !== undefined))
    fields.complain('token', 'expected either a token or a username with a password');
  if ((username === undefined) !== (password === undefined))
    fields.complain(username === undefined ? 'username' : 'password', 'expected both username and password');
  if (token !== undefined) return { authorization: new Secret(`Bearer ${token.reveal()}`) };
  if (username === undefined || password === undefined) return {};
  const pair = Buffer.from(`${username.reveal()}:${password.reveal()}`).toString('base64');
  return { authorization: new Secret(`Basic ${pair}`) };
}

/** A secret by its name; what is written out in the declaration is refused, since that is no secret any more. */
export function referenced(
  fields: Fields,
  name: string,
  secretOf: MetricsSurroundings['secretOf'],
): Secret | undefined {
  const text = fields.text(name);
  if (text === '') return undefined;
  const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/.exec(text)?.[1];
  if (reference === undefined) {
    fields.complain(
      name,
      'expected the name of a secret, such as $METRICS_TOKEN; its value is given in "metrics-secrets"',
    );
    return undefined;
  }
  const secret = secretOf(reference);
  if (secret === undefined || secret.isEmpty)
    fields.complain(name, `$${reference} is not in "metrics-secrets", or is empty there`);
  return secret;
}

/** Asks nothing: what a metric needs is missing, which was complained of. The rest of it is checked all the same. */
export const unconnected: MetricSource['measure'] = async () => ({ kind: 'error', what: 'its provider is not set up' });

/** The address of a connection: its origin and path. */
export function addressOf(fields: Fields, name = 'url'): URL | undefined {
  const text = fields.text(name, { required: true, expected: 'a URL that starts with https:// or http://' });
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    fields.complain(name, 'expected a URL that starts with https:// or http://');
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    fields.complain(name, 'expected no user name or password in it; name secrets in token, or username and password');
    return undefined;
  }
  return url;
}
