import { pageOf } from '../page-url.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { countOf, jsonOf, mapOf, type ReportSource, textField, UnreadableError } from '../source.ts';

/** Those that autocannon computes; it has no p95. */
const PERCENTILES = ['50', '75', '90', '97_5', '99', '99_9'];

/**
 * One run of `autocannon --json`. Where no request was answered, autocannon reports a latency of 0 and exit code 0: that
 * is no measurement. An answer that is no 2xx is an error, since a refusal is fast.
 */
export async function readAutocannon(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const latency = mapOf(report['latency'], 'latency');
  const requests = mapOf(report['requests'], 'requests');
  const page = pageOf(textField(report['url']));
  if (page === undefined) return unreadable('report-malformed', 'it is no report of autocannon: it has no url');
  const answered = countOf(requests['total'], 'requests.total');
  const [errors, refused, mismatches] = (['errors', 'non2xx', 'mismatches'] as const).map((field) =>
    countOf(report[field], field),
  ) as [number, number, number];
  if (answered === 0)
    return unreadable('nothing-checked', `no request was answered${errors > 0 ? `, ${errors} failed` : ''}`);
  // A refusal, a redirect or a page of errors was measured then, and nothing of the page itself.
  if (refused + mismatches >= answered)
    return unreadable('nothing-checked', `none of its ${answered} answers was a 2xx with the expected body`);
  const metrics: Record<string, number> = {
    mean: numberOf(latency, 'mean'),
    max: numberOf(latency, 'max'),
    'error-rate': Math.min(1, (errors + refused + mismatches) / (answered + errors)),
    requests: answered,
    'requests-per-second': numberOf(requests, 'mean'),
  };
  for (const name of PERCENTILES) metrics[`p${name.replace('_', '.')}`] = numberOf(latency, `p${name}`);
  return reading({ checked: answered, findings: [], metrics, about: { kind: 'page', urls: [page] } });
}

function numberOf(fields: Readonly<Record<string, unknown>>, name: string): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new UnreadableError('report-malformed', `expected ${name} to be a number`);
}
