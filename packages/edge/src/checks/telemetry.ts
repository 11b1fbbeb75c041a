import { shown } from '../ask/exchange.ts';
import { scriptsOf, unreadAssets } from '../assets.ts';
import { enforcedPolicies, sourcesFor } from '../csp/policy.ts';
import { allowsUrl } from '../csp/sources.ts';
import type { Beacon } from '../plan.ts';
import { isReadable, type ReadVisit, type Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, notWhole, passed, unclear } from './check.ts';

interface Trace {
  /** What a page or one of its scripts has that sends it. */
  readonly in: RegExp;
  /** Where the site itself serves its script. */
  readonly served: string | undefined;
  /** Where it sends to, by the text that was found; undefined where that cannot be seen. */
  readonly to: (texts: readonly string[], page: URL) => URL | undefined;
}

const TRACES: Readonly<Record<Beacon, Trace>> = {
  'vercel-analytics': {
    in: /\/_vercel\/insights|va\.vercel-scripts\.com\/v1\/script/,
    served: '/_vercel/insights/script.js',
    to: (_, page) => new URL('/_vercel/insights/view', page),
  },
  'speed-insights': {
    in: /\/_vercel\/speed-insights|va\.vercel-scripts\.com\/v1\/speed-insights/,
    served: '/_vercel/speed-insights/script.js',
    to: (_, page) => new URL('/_vercel/speed-insights/vitals', page),
  },
  sentry: { in: /\.ingest(?:\.[a-z]{2})?\.sentry\.io|__SENTRY__/, served: undefined, to: envelopeOf },
};

/** The address that Sentry's SDK sends to, by the DSN in a script (develop.sentry.dev/sdk/overview). */
function envelopeOf(texts: readonly string[]): URL | undefined {
  for (const text of texts) {
    const [, scheme, host = '', project = ''] =
      /\b(https?):\/\/[0-9a-f]{32}@([a-z0-9.-]+(?::\d{1,5})?)\/(\d{1,20})\b/.exec(text) ?? [];
    const address = `${scheme}://${host}/api/${project}/envelope/`;
    if (scheme !== undefined && URL.canParse(address)) return new URL(address);
  }
  return undefined;
}

export const telemetry: EdgeCheck = {
  id: 'telemetry',
  title: 'The telemetry that was promised is in the pages, and arrives',
  expected: 'the sender in the page or one of its scripts, allowed by connect-src, and answered where it sends to',
  remedy:
    'Render the component (`<Analytics />`, `<SpeedInsights />`) or initialize the SDK in the client, turn the product on for the project, and deploy again.',
  look: async (site) => {
    if (site.plan.beacons.length === 0)
      return [leftOut(site.plan.url.host, 'no telemetry is listed', 'List it under `telemetry`.')];
    const found = await Promise.all(site.plan.beacons.map((beacon) => judge(site, beacon)));
    return found.flat();
  },
};

async function judge(site: Site, beacon: Beacon): Promise<readonly Finding[]> {
  const { plan } = site;
  const what = `${plan.url.host}: ${beacon}`;
  const read = (await site.visits()).filter(isReadable);
  if (read.length === 0) return [unclear('page-not-readable', what, 'no page could be read', { remedy: AGAIN })];
  const scripts = await scriptsOf(site);
  const answers = [...read.map(({ first }) => first), ...scripts.read.map(({ answer }) => answer)];
  const texts = answers.map(({ body }) => body);
  const trace = TRACES[beacon];
  if (!texts.some((text) => trace.in.test(text))) {
    if (scripts.missed.length > 0) return unreadAssets(scripts);
    const isCut = answers.some(({ truncated }) => truncated);
    return [isCut ? notWhole(what) : failed('not-in-page', what, `not in ${texts.length} pages and scripts`)];
  }
  const to = trace.to(texts, plan.url);
  const blocked = to === undefined ? undefined : read.find((visit) => !mayConnect(visit, to));
  if (to !== undefined && blocked !== undefined)
    return [
      failed('beacon-blocked', what, `connect-src of ${blocked.path} does not allow ${to.origin}`, {
        remedy: `Add ${to.origin === plan.url.origin ? "'self'" : to.origin} to \`connect-src\` of the policy.`,
      }),
    ];
  if (trace.served !== undefined) return [await judgeServed(site, what, new URL(trace.served, plan.url))];
  return [passed(what, 'in the page'), await judgeReceiver(site, what, to)];
}

function mayConnect({ first, page }: ReadVisit, to: URL): boolean {
  return enforcedPolicies(first, page).every((policy) => {
    const sources = sourcesFor(policy, 'connect-src', 'default-src');
    return sources === undefined || allowsUrl(sources, to, first.url);
  });
}

async function judgeServed({ asker }: Site, what: string, script: URL): Promise<Finding> {
  const answer = await asker.ask(script);
  if (answer.kind === 'none' || answer.status === 429 || answer.status >= 500)
    return unclear('no-answer', what, shown(answer), { remedy: AGAIN });
  return answer.status === 200
    ? passed(what, 'in the page, and served')
    : failed('script-not-served', what, `${script.pathname}: ${shown(answer)}`);
}

/** Asks with GET, so that nothing is stored: who is there refuses the method, and says so. */
async function judgeReceiver({ asker }: Site, what: string, to: URL | undefined): Promise<Finding> {
  const receiver = `${what} receiver`;
  if (to === undefined) return leftOut(receiver, 'no address of a receiver is in the pages and scripts');
  const answer = await asker.ask(to);
  if (answer.kind === 'none')
    return answer.why === 'not-allowed'
      ? leftOut(receiver, `${to.host} is not listed`, 'Add the host to `hosts`, so that it is asked.')
      : unclear('no-answer', receiver, shown(answer), { remedy: AGAIN });
  if (answer.status >= 500 || answer.status === 429)
    return unclear('no-answer', receiver, shown(answer), { remedy: AGAIN });
  return answer.status === 404 || answer.status === 410
    ? failed('receiver-missing', receiver, `${to.pathname}: ${shown(answer)}`)
    : passed(receiver, shown(answer));
}

const AGAIN = 'Check that the pages answer, and run the audit again.';
