import { isMap } from '@lockstep/base';
import { pageOf } from '../page-url.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonOf, mapOf, messageOf, type ReportSource, textField } from '../source.ts';

/** What Lighthouse of before version 8 wrote where nothing was wrong. */
const NO_ERROR = 'NO_ERROR';

/**
 * One run of `lighthouse --output json`: the value of each audit that measures something, in milliseconds or bytes, and
 * the score of each category from 0 to 100. A page that could not be loaded, or that led to another one (a login, an
 * error page of the browser), was not measured, however fast that one was.
 */
export async function readLighthouse(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  if (textField(report['lighthouseVersion']) === '')
    return unreadable('report-malformed', 'it is no report of Lighthouse: it has no lighthouseVersion');
  const failure = isMap(report['runtimeError']) ? textField(report['runtimeError']['code']) : '';
  if (failure !== '' && failure !== NO_ERROR)
    return unreadable('tool-crashed', `Lighthouse could not measure the page: ${messageOf(failure).slice(0, 100)}`);
  const asked = pageOf(textField(report['requestedUrl']));
  const measured = textField(report['finalDisplayedUrl']) || textField(report['finalUrl']);
  if (asked === undefined || asked !== pageOf(measured))
    return unreadable(
      'wrong-url',
      `it was to measure ${asked ?? 'no page'}, and measured ${pageOf(measured) ?? 'none'}`,
    );
  const metrics = { ...valuesOf(mapOf(report['audits'], 'audits')), ...scoresOf(report['categories']) };
  return reading({
    checked: Object.keys(metrics).length,
    findings: [],
    metrics,
    about: { kind: 'page', urls: [asked] },
  });
}

function valuesOf(audits: Readonly<Record<string, unknown>>): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [id, audit] of Object.entries(audits)) {
    const value = isMap(audit) ? audit['numericValue'] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) values[id] = value;
  }
  return values;
}

function scoresOf(categories: unknown): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const [id, category] of Object.entries(isMap(categories) ? categories : {})) {
    const score = isMap(category) ? category['score'] : undefined;
    if (typeof score === 'number') scores[`${id}-score`] = Math.round(score * 100);
  }
  return scores;
}
