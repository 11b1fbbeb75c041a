import { type Fields, isMap, Secret } from '@lockstep/base';
import { askJson, numberIn, refused } from '../ask-json.ts';
import { buildNamesIn, fill, templateOf } from '../fill.ts';
import type { BuildNames, Measurement, MetricSource, Span } from '../metric.ts';
import { type MetricProvider, type MetricsSurroundings, referenced, unconnected } from '../provider.ts';

/** Sessions and events are counted within a minute or two. */
const USUAL_DELAY_MS = 60_000;
/** As many as one page has; more than that is enough to know. */
const PAGE = 100;

const queries = ['crash-free-sessions', 'crash-free-users', 'new-issues'] as const;
type SentryQuery = (typeof queries)[number];

/**
 * What Sentry knows of a release: whose sessions crashed, and what was never seen before it. The name of the release names
 * the build, so what is counted is of it alone. https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/
 */
export const sentry: MetricProvider = {
  type: 'sentry',
  connect(connection, surroundings) {
    const account = connection && accountOf(connection, surroundings);
    return (metric) => {
      const query = metric.needed('query', queries);
      const release = templateOf(metric, 'release') || '{{commit}}';
      if (/["\n]/.test(release)) metric.complain('release', 'expected the name of a release, without quotes');
      if (connection === undefined)
        metric.complain('provider', 'needs "organization", "project" and "token" under "providers", "sentry"');
      if (query === undefined) return undefined;
      return {
        measure:
          account === undefined
            ? unconnected
            : (span, build, signal) => measure(account, query, { release, span, build, signal }),
        names: buildNamesIn(release),
        looksBack: true,
        ownBaseline: false,
        counts: false,
        countsSamples: true,
        isShare: query !== 'new-issues',
        asksWindow: true,
        leastMs: 0,
        reachMs: 0,
        usualDelayMs: USUAL_DELAY_MS,
      } satisfies MetricSource;
    };
  },
};

interface Account {
  readonly url: URL;
  readonly organization: string;
  readonly project: string;
  /** '' asks about all environments. */
  readonly environment: string;
  readonly headers: Parameters<typeof askJson>[0]['headers'];
  readonly surroundings: MetricsSurroundings;
}

function accountOf(fields: Fields, surroundings: MetricsSurroundings): Account | undefined {
  const text = fields.text('url') || 'https://sentry.io';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    fields.complain('url', 'expected a URL that starts with https://');
  const [organization = '', project = ''] = ['organization', 'project'].map((name) => {
    const slug = fields.text(name, { required: true, expected: 'its slug, as in the address of its page' });
    if (slug !== '' && !/^[A-Za-z0-9_-]{1,100}$/.test(slug))
      fields.complain(name, 'expected a slug or an id, and no address');
    return slug;
  });
  const token = referenced(fields, 'token', surroundings.secretOf);
  if (fields.text('token') === '')
    fields.complain('token', 'required, expected the name of a secret, such as $SENTRY_TOKEN');
  const environment = fields.text('environment');
  if (url === undefined || token === undefined) return undefined;
  return { url, organization, project, environment, surroundings, headers: bearer(token) };
}

function bearer(token: NonNullable<ReturnType<typeof referenced>>): Account['headers'] {
  return { authorization: new Secret(`Bearer ${token.reveal()}`) };
}

interface About {
  readonly release: string;
  readonly span: Span;
  readonly build: BuildNames;
  readonly signal: AbortSignal;
}

async function measure(account: Account, query: SentryQuery, about: About): Promise<Measurement> {
  const sessions = await sessionsOf(account, query === 'crash-free-users' ? 'user' : 'session', about);
  if (sessions.kind !== 'value' && !(query === 'new-issues' && sessions.kind === 'empty')) return sessions;
  if (query !== 'new-issues') return sessions;
  const found = await ask(
    account,
    'issues',
    { query: `firstRelease:"${releaseOf(about)}" is:unresolved`, limit: String(PAGE) },
    about,
  );
  if ('kind' in found) return found;
  if (!Array.isArray(found.json)) return WRONG_FORM;
  const many = found.json.length === PAGE ? `${PAGE} or more new issues` : `${found.json.length} new issues`;
  // Issues of a release that no one used yet say nothing of it.
  return {
    kind: 'value',
    value: found.json.length,
    samples: sessions.kind === 'value' ? sessions.samples : 0,
    detail: many,
  };
}

const WRONG_FORM: Measurement = { kind: 'error', what: 'Sentry: the answer is not that of its API; check "url"' };

async function sessionsOf(account: Account, of: 'session' | 'user', about: About): Promise<Measurement> {
  const rate = `crash_free_rate(${of})`;
  // One hour is the least that is counted together; the release keeps other builds out of it.
  const asked = {
    field: ['sum(session)', rate],
    interval: '1h',
    includeSeries: '0',
    query: `release:"${releaseOf(about)}"`,
  };
  const found = await ask(account, 'sessions', asked, about);
  if ('kind' in found) return found;
  const groups = isMap(found.json) ? found.json['groups'] : undefined;
  if (!Array.isArray(groups)) return WRONG_FORM;
  const [group] = groups as readonly unknown[];
  const totals = isMap(group) && isMap(group['totals']) ? group['totals'] : {};
  const value = numberIn(totals[rate]);
  const samples = numberIn(totals['sum(session)']) ?? 0;
  if (value === undefined)
    return { kind: 'empty', what: `Sentry has no session of the release ${releaseOf(about)} yet; check "release"` };
  return { kind: 'value', value, samples };
}

function releaseOf({ build, release, span }: About): string {
  return fill(release, span, build);
}

async function ask(
  account: Account,
  what: 'sessions' | 'issues',
  query: Readonly<Record<string, string | readonly string[]>>,
  { span, signal }: About,
): Promise<Measurement | { readonly json: unknown }> {
  const { clock, fetch, requestTimeoutMs } = account.surroundings;
  const url = new URL(`${account.url.href.replace(/\/$/, '')}/api/0/organizations/${account.organization}/${what}/`);
  const times = { start: new Date(span.from).toISOString(), end: new Date(span.to).toISOString() };
  // Without the parameter Sentry filters by none. An empty one is asked for as the environment of events without one, and a
  // name that the organization does not have is refused (getsentry/sentry, src/sentry/api/helpers/environments.py).
  const environment = account.environment === '' ? {} : { environment: account.environment };
  for (const [name, value] of Object.entries({ ...query, project: account.project, ...times, ...environment }))
    for (const one of [value].flat()) url.searchParams.append(name, one);
  const answer = await askJson(
    { url, headers: account.headers, timeoutMs: requestTimeoutMs },
    { clock, fetch },
    signal,
  );
  if (answer.kind === 'none') return { kind: 'error', what: `Sentry: ${answer.what}` };
  if (answer.status !== 200) return refused(answer.status, 'Sentry', '"organization", "project" and "environment"');
  return { json: answer.json };
}
