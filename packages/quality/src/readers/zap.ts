import { isMap } from '@lockstep/base';
import type { AdvisorySeverity, CodeFinding } from '../finding.ts';
import { pageOf } from '../page-url.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonOf, listOf, mapOf, messageOf, type ReportSource, textField } from '../source.ts';
import { levelOf } from './audit.ts';

type Json = Readonly<Record<string, unknown>>;

/** By ZAP's risk codes. */
const RISKS: ReadonlyMap<string, AdvisorySeverity> = new Map([
  ['0', 'info'],
  ['1', 'low'],
  ['2', 'moderate'],
  ['3', 'high'],
]);
/** The confidence that a person gave in ZAP. */
const FALSE_POSITIVE = '0';
/** The packaged scans end with 1 or 2 for what they found, and with 3 where they could not scan. */
const LAST_EXIT_CODE_OF_A_SCAN = 2;

/**
 * ZAP's "Traditional JSON" report (`zap-baseline.py -J`). An alert is known by the id of its rule. Of a place only the
 * page is shown: queries and evidence may hold what is secret.
 */
export async function readZap(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const { exitCode } = source;
  if (exitCode !== undefined && exitCode > LAST_EXIT_CODE_OF_A_SCAN)
    return unreadable('tool-crashed', `ZAP ended with exit code ${exitCode}: it could not scan to its end`);
  // What its insights stopped, such as too many failed requests, has seen a part of the site.
  if (report['stoppingInsight'] !== undefined)
    return unreadable(
      'report-incomplete',
      `ZAP stopped the scan before its end${insightOf(report['stoppingInsight'])}`,
    );
  const failed = mostlyFailed(report['insights']);
  if (failed !== undefined) return unreadable('report-incomplete', failed);
  const sites = listOf(report['site'], 'site').map((site) => mapOf(site, 'a site'));
  const findings = sites.flatMap((site) =>
    listOf(site['alerts'], 'alerts').map((alert) => findingOf(mapOf(alert, 'an alert'))),
  );
  const urls = sites.map((site) => textField(site['@name']));
  return reading({ checked: sites.length, findings, about: { kind: 'site', urls } });
}

/** Shares of failures of which one half or more leaves too little of the site seen, whether it stopped the scan or not. */
const FAILURES: Readonly<Record<string, string>> = {
  'insight.network.failure': 'requests could not reach the site',
  'insight.auth.failure': 'logins failed',
};
const MOST_PERCENT = 50;

function mostlyFailed(insights: unknown): string | undefined {
  for (const insight of listOf(insights ?? [], 'insights').map((one) => mapOf(one, 'an insight'))) {
    const what = FAILURES[textField(insight['key'])];
    const percent = Number(insight['statistic']);
    if (what !== undefined && percent >= MOST_PERCENT) return `${percent} % of its ${what}`;
  }
  return undefined;
}

function insightOf(insight: unknown): string {
  const said = isMap(insight) ? textField(insight['description']) || textField(insight['key']) : '';
  return said === '' ? '' : `: ${messageOf(said)}`;
}

function findingOf(alert: Json): CodeFinding {
  // An unknown risk counts as the worst.
  const risk = RISKS.get(String(alert['riskcode'])) ?? 'high';
  const severity = String(alert['confidence']) === FALSE_POSITIVE ? 'info' : risk;
  const rule = String(alert['pluginid'] ?? alert['alertRef'] ?? 'alert').slice(0, 80);
  const name = textField(alert['alert']) || textField(alert['name']) || 'an alert without a name';
  const message = messageOf(`${name} (${severity})${placesOf(alert)}`);
  return { rule, level: levelOf(severity), severity, message };
}

function placesOf(alert: Json): string {
  const instances = listOf(alert['instances'] ?? [], 'instances').map((one) => mapOf(one, 'an instance'));
  const page = pageOf(textField(instances[0]?.['uri']));
  if (page === undefined) return '';
  // A report may list only some of the places that it counts.
  const others = Math.max(instances.length, Number(alert['count']) || 0) - 1;
  return `: ${page}${others > 0 ? ` and ${others} more` : ''}`;
}
