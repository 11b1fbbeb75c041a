import { readFileSync } from 'node:fs';

/**
 * What a report says, by a few lines that share nothing with our readers: what they look for is counted in the text or in
 * every object of it, wherever it stands; a threshold of k6 is worked out from the measured values. `exitCode` is the one
 * that the tool ends with about such a report.
 */
export function said(format, file) {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  if (format === 'tap') return tap(text);
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return { tool: '', exitCode: 0, counts: 'no report (report-malformed)' };
  }
  return SAID[format](json, text);
}

const SAID = { k6, zap, osv, lighthouse, autocannon };
export const FORMATS = [...Object.keys(SAID), 'tap'];

/** What our reader made of it, in the words of `said`. */
export const OURS = {
  k6: ({ checked, findings }) =>
    `${checked} thresholds, ${of(findings, (one) => one.level === 'error')} crossed; ${of(findings, (one) => one.rule === 'check')} checks failed`,
  zap: ({ about, findings }) => `${about.urls.length} sites; ${severities(findings.map(({ severity }) => severity))}`,
  osv: ({ findings }) => severities(findings.map(({ severity }) => severity)),
  lighthouse: ({ about, metrics }) =>
    `${about.urls[0]}; performance ${metrics['performance-score'] ?? '-'}, LCP ${Math.round(metrics['largest-contentful-paint'] ?? -1)}`,
  autocannon: ({ metrics }) =>
    `${metrics.requests} answers, ${Math.round(metrics['error-rate'] * 1e6)} of a million bad; p99 ${metrics.p99}`,
  tap: ({ tests }) => `${tests.total} tests, ${tests.failed} failed, ${tests.skipped} skipped`,
};

const of = (list, test) => list.filter(test).length;
const severities = (words) =>
  ['critical', 'high', 'moderate', 'low', 'info']
    .map((word) => `${of(words, (one) => one === word)} ${word}`)
    .join(', ');

function* objectsIn(value, key = '') {
  if (typeof value !== 'object' || value === null) return;
  yield [key, value];
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, name);
}

function k6(json, text) {
  const tool = json.metadata?.k6Version ?? '';
  const all = [...objectsIn(json)];
  const measured = (one) => one.values ?? one;
  const metric = (name) => measured(json.metrics?.[name] ?? all.find(([, one]) => one.name === name)?.[1] ?? {});
  const thresholds = all
    .filter(([, one]) => typeof one.thresholds === 'object')
    .flatMap(([, one]) =>
      Object.entries(one.thresholds).map(([expression, word]) => crossed(expression, measured(one), word)),
    );
  const checks = all.filter(
    ([, one]) => Number.isInteger(one.fails) && typeof one.name === 'string' && Number.isInteger(one.passes),
  );
  const failed = of(checks, ([, one]) => one.fails > 0);
  const bad = of(thresholds, (one) => one);
  const counts = `${thresholds.length} thresholds, ${bad} crossed; ${failed} checks failed`;
  const isSummary = text.includes('"iterations"') || text.includes('"http_reqs"');
  if (!isSummary) return { tool, exitCode: 0, counts: 'no report (report-malformed)' };
  return {
    tool,
    exitCode: bad > 0 ? 99 : 0,
    counts: metric('iterations').count > 0 ? counts : 'no report (nothing-checked)',
  };
}

/** By the values; only of a statistic that the summary leaves out, by k6's own word. */
function crossed(expression, values, word) {
  const [, stat, sign, limit] =
    /^([a-z]+(?:\([\d.]+\))?)\s*(<=|>=|<|>|===?|!=)\s*([\d.]+)$/.exec(expression.trim()) ?? [];
  const value = values[stat] ?? (stat === 'rate' ? values.value : undefined);
  if (typeof value !== 'number') return typeof word === 'boolean' ? word : !word.ok;
  const than = Number(limit);
  const met = { '<': value < than, '<=': value <= than, '>': value > than, '>=': value >= than };
  return !(met[sign] ?? (sign === '!=' ? value !== than : value === than));
}

function zap(json, text) {
  const tool = json['@version'] ?? '';
  const alerts = [...objectsIn(json)].map(([, one]) => one).filter((one) => 'riskcode' in one);
  const words = alerts.map(({ confidence, riskcode }) =>
    `${confidence}` === '0' ? 'info' : ['info', 'low', 'moderate', 'high'][Number(riskcode)],
  );
  const sites = text.match(/"@name"\s*:/g)?.length ?? 0;
  const whole = `${sites} sites; ${severities(words)}`;
  const halfFailed = /"insight\.(network|auth)\.failure"[^}]*"statistic"\s*:\s*"?([5-9]\d|100)\b/.test(text);
  const stopped = halfFailed || text.includes('"stoppingInsight"') ? 'no report (report-incomplete)' : undefined;
  return { tool, exitCode: 0, counts: stopped ?? (sites === 0 ? 'no report (nothing-checked)' : whole) };
}

function osv(json) {
  const groups = (json.results ?? []).flatMap((result) =>
    (result.packages ?? []).flatMap((one) => (one.groups ?? []).map((group) => ({ group, one }))),
  );
  const words = groups.map(({ group, one }) => {
    const score = Number.parseFloat(group.max_severity);
    if (Number.isFinite(score))
      return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'moderate' : score > 0 ? 'low' : 'info';
    const said = one.vulnerabilities
      .filter(({ id }) => group.ids.includes(id))
      .map((each) => `${each.database_specific?.severity}`.toLowerCase().replace('medium', 'moderate'));
    return ['critical', 'high', 'moderate', 'low'].find((word) => said.includes(word)) ?? 'critical';
  });
  return { tool: '', exitCode: words.length > 0 ? 1 : 0, counts: severities(words) };
}

function lighthouse(json) {
  const page = (url) => `${url}`.replace(/[?#].*$/, '').replace(/\/$/, '');
  const tool = json.lighthouseVersion ?? '';
  const asked = page(json.requestedUrl);
  const error = json.runtimeError?.code ?? 'NO_ERROR';
  if (error !== 'NO_ERROR') return { tool, exitCode: 1, counts: 'no report (tool-crashed)' };
  if (asked !== page(json.finalDisplayedUrl ?? json.finalUrl))
    return { tool, exitCode: 0, counts: 'no report (wrong-url)' };
  const score = json.categories?.performance?.score;
  const paint = json.audits?.['largest-contentful-paint']?.numericValue;
  const performance = typeof score === 'number' ? Math.round(score * 100) : '-';
  return { tool, exitCode: 0, counts: `${asked}; performance ${performance}, LCP ${Math.round(paint ?? -1)}` };
}

function autocannon(json) {
  const total = json.requests.total;
  // Before version 3 it wrote no such percentile, and before 0.16 no address.
  if (json.url === undefined || json.latency.p97_5 === undefined)
    return { tool: '', exitCode: 0, counts: 'no report (report-malformed)' };
  const good = json['2xx'] ?? total - (json.non2xx ?? 0);
  const share = (total - good + json.errors) / (total + json.errors);
  const counts = `${total} answers, ${Math.round(share * 1e6)} of a million bad; p99 ${json.latency.p99}`;
  return { tool: '', exitCode: 0, counts: good > 0 ? counts : 'no report (nothing-checked)' };
}

function tap(text) {
  const lines = text.split(/\r?\n/);
  const points = lines.filter((line) => /^(not )?ok\b/.test(line));
  const plans = lines.flatMap((line) => /^1\.\.(\d+)/.exec(line)?.[1] ?? []);
  const skipped = of(points, (line) => /#\s*skip/i.test(line) || (/#\s*todo/i.test(line) && line.startsWith('not')));
  const failed = of(points, (line) => line.startsWith('not ok') && !/#\s*(skip|todo)/i.test(line));
  const counts = `${points.length} tests, ${failed} failed, ${skipped} skipped`;
  const tool = /^TAP version (\d+)/m.exec(text)?.[0] ?? '';
  const exitCode = failed > 0 ? 1 : 0;
  if (lines.some((line) => line.startsWith('Bail out!'))) return { tool, exitCode, counts: 'no report (tool-crashed)' };
  if (plans.length === 0)
    return { tool, exitCode, counts: `no report (report-${points.length > 0 ? 'truncated' : 'malformed'})` };
  if (Number(plans[0]) !== points.length) return { tool, exitCode, counts: 'no report (report-incomplete)' };
  return { tool, exitCode, counts };
}
