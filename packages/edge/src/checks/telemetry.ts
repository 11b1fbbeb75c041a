import { shown } from '../ask/exchange.ts';
import { scriptsOf } from '../assets.ts';
import type { Beacon } from '../plan.ts';
import { isReadable, type Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

interface Trace {
  /** What a page or one of its scripts has that sends it. */
  readonly in: RegExp;
  /** Where the site itself serves its script. */
  readonly served: string | undefined;
}

const TRACES: Readonly<Record<Beacon, Trace>> = {
  'vercel-analytics': {
    in: /\/_vercel\/insights|va\.vercel-scripts\.com\/v1\/script/,
    served: '/_vercel/insights/script.js',
  },
  'speed-insights': {
    in: /\/_vercel\/speed-insights|va\.vercel-scripts\.com\/v1\/speed-insights/,
    served: '/_vercel/speed-insights/script.js',
  },
  sentry: { in: /\.ingest(?:\.[a-z]{2})?\.sentry\.io|__SENTRY__/, served: undefined },
};

export const telemetry: EdgeCheck = {
  id: 'telemetry',
  title: 'The telemetry that was promised is in the pages',
  expected: 'the sender in the page or one of its scripts, and its script served',
  remedy:
    'Render the component (`<Analytics />`, `<SpeedInsights />`) or initialize the SDK in the client, turn the product on for the project, and deploy again.',
  look: async (site) => {
    if (site.plan.beacons.length === 0)
      return [leftOut(site.plan.url.host, 'no telemetry is listed', 'List it under `telemetry`.')];
    return await Promise.all(site.plan.beacons.map((beacon) => judge(site, beacon)));
  },
};

async function judge(site: Site, beacon: Beacon): Promise<Finding> {
  const { asker, plan } = site;
  const what = `${plan.url.host}: ${beacon}`;
  const visits = await site.visits();
  const read = visits.filter(isReadable);
  if (read.length === 0) return unclear('page-not-readable', what, 'no page could be read', { remedy: AGAIN });
  const bodies = [...read.map(({ first }) => first.body), ...(await scriptsOf(site)).map(({ answer }) => answer.body)];
  const trace = TRACES[beacon];
  if (!bodies.some((body) => trace.in.test(body)))
    return failed('not-in-page', what, `not in ${bodies.length} pages and scripts`);
  if (trace.served === undefined) return passed(what, 'in the page');
  const answer = await asker.ask(new URL(trace.served, plan.url));
  if (answer.kind === 'none' || answer.status === 429 || answer.status >= 500)
    return unclear('no-answer', what, shown(answer), { remedy: AGAIN });
  return answer.status === 200
    ? passed(what, 'in the page, and served')
    : failed('script-not-served', what, `${trace.served}: ${shown(answer)}`);
}

const AGAIN = 'Check that the pages answer, and run the audit again.';
