import { type Identity, noIdentity } from './identity.ts';
import { judgeAnswer } from './judgement.ts';
import { type Credentials, openProber } from './probe.ts';
import { sentOnTo } from './sent-on.ts';

export interface IdentityQuestion {
  /** The health route that names the build. */
  readonly path: string;
  readonly timeoutMs: number;
  /** What opens the host. */
  readonly credentials: Credentials;
  readonly proxyEnv?: NodeJS.ProcessEnv;
  /** Put into the query: `name=value`. */
  readonly query?: string | undefined;
}

export interface IdentityAnswer {
  readonly identity: Identity;
  /** What came back, in one line: why no build was named, where none was. */
  readonly because: string;
  /** `unresolved`: there is no such name; `none`: no connection, or no answer in time. */
  readonly came: 'answer' | 'unresolved' | 'none';
  /** Of the answer, where one came. */
  readonly status: number | undefined;
  /** Where visitors are redirected to another origin: its host, with the port. */
  readonly sentOn: string | undefined;
}

/** Asks an origin once which build it serves. Whether that build is healthy is not the question. Throws when cancelled. */
export async function askIdentity(
  origin: URL,
  question: IdentityQuestion,
  signal: AbortSignal,
): Promise<IdentityAnswer> {
  const { credentials, path, timeoutMs, proxyEnv, query } = question;
  const prober = openProber({
    target: { origin, host: undefined },
    credentials,
    ...(proxyEnv === undefined ? {} : { proxyEnv }),
    ...(query === undefined ? {} : { query }),
  });
  try {
    const exchange = await prober.ask(path, timeoutMs, signal);
    const { identity, because, status } = judgeAnswer(exchange, anything, undefined);
    const to = sentOnTo(exchange, origin);
    const answer = { identity, because, status, sentOn: to === undefined ? undefined : new URL(to).host };
    if (exchange.kind === 'answer') return { ...answer, came: 'answer' };
    return { ...answer, came: exchange.code === 'ENOTFOUND' ? 'unresolved' : 'none' };
  } finally {
    prober.close();
  }
}

const anything = {
  format: 'auto',
  identity: noIdentity,
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: [], advisory: ['*'] },
  maxAgeMs: Number.MAX_SAFE_INTEGER,
  allowed: [],
} as const;
