import { isMap } from '@lockstep/base';
import { ADVISORY_SEVERITIES, type AdvisorySeverity, type CodeFinding, type Level } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonLinesOf, jsonOf, mapOf, messageOf, type ReportSource, textField } from '../source.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * `npm audit --json`. A registry without the endpoint makes npm print valid JSON that has an error and no counts: that
 * is no pass. The exit code says nothing here.
 */
export async function readNpmAudit(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const counts = countsOf(report);
  if (counts === undefined) return unreadable('service-error', errorOf(report));
  const vulnerabilities = isMap(report['vulnerabilities']) ? Object.values(report['vulnerabilities']) : [];
  const advisories = vulnerabilities.flatMap((one) => {
    const { via } = mapOf(one, 'a vulnerability');
    return Array.isArray(via) ? via.filter(isMap) : [];
  });
  const findings = unique(
    advisories.map((one) => advisory(textField(one['url']) || String(one['source']), textField(one['name']), one)),
  );
  return agreed(counts, findings);
}

/** `pnpm audit --json`: advisories by id. */
export async function readPnpmAudit(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const counts = countsOf(report);
  if (counts === undefined || !isMap(report['advisories'])) return unreadable('service-error', errorOf(report));
  const findings = Object.values(report['advisories']).map((one) => {
    const entry = mapOf(one, 'an advisory');
    const id = textField(entry['github_advisory_id']) || textField(entry['url']) || String(entry['id']);
    return advisory(id, textField(entry['module_name']), entry);
  });
  return agreed(counts, findings);
}

/** `yarn audit --json` of Yarn 1: one JSON value per line, the summary last. */
export async function readYarnAudit(source: ReportSource): Promise<ReportReading> {
  const lines = (await jsonLinesOf(source)).filter(isMap);
  const failed = lines.find((line) => line['type'] === 'error');
  if (failed !== undefined) return unreadable('service-error', String(failed['data']));
  const summary = lines.findLast((line) => line['type'] === 'auditSummary');
  if (summary === undefined) return unreadable('report-truncated', 'it has no summary at its end');
  const findings = lines
    .filter((line) => line['type'] === 'auditAdvisory')
    .map((line) => mapOf(mapOf(line['data'], 'data')['advisory'], 'an advisory'))
    .map((one) =>
      advisory(textField(one['github_advisory_id']) || String(one['id']), textField(one['module_name']), one),
    );
  const counts = countsOf({ metadata: summary['data'] });
  return counts === undefined
    ? unreadable('report-incomplete', 'its summary has no counts')
    : agreed(counts, unique(findings));
}

type Counts = ReadonlyMap<AdvisorySeverity, number>;

/** Packages by severity, where the report got as far as that; every tool counts the two worst, also when it is none. */
function countsOf(report: Json): Counts | undefined {
  const metadata = report['metadata'];
  if (!isMap(metadata) || !isMap(metadata['vulnerabilities'])) return undefined;
  const stated = metadata['vulnerabilities'];
  if (typeof stated['high'] !== 'number' || typeof stated['critical'] !== 'number') return undefined;
  return new Map(ADVISORY_SEVERITIES.map((severity) => [severity, Number(stated[severity] ?? 0)]));
}

/** The worst that it counts, it must name. */
function agreed(counts: Counts, findings: readonly CodeFinding[]): ReportReading {
  const worst = ADVISORY_SEVERITIES.findLast((severity) => counts.get(severity) !== 0);
  const isNamed = (least: AdvisorySeverity) =>
    findings.some(
      ({ severity = 'info' }) => ADVISORY_SEVERITIES.indexOf(severity) >= ADVISORY_SEVERITIES.indexOf(least),
    );
  if (worst !== undefined && !isNamed(worst))
    return unreadable('report-incomplete', `it counts ${counts.get(worst)} of severity ${worst}, and lists none`);
  return reading({ checked: undefined, findings });
}

/** One advisory as a finding. An unknown severity counts as the worst. */
export function advisory(id: string, name: string, entry: Json): CodeFinding {
  const severity = ADVISORY_SEVERITIES.find((known) => known === entry['severity']) ?? 'critical';
  const title = textField(entry['title']) || 'an advisory without a title';
  const short = /GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}/.exec(id)?.[0] ?? id;
  const message = messageOf(`${name}: ${title} (${severity})`);
  return { rule: short, level: levelOf(severity), severity, package: name, message };
}

export function levelOf(severity: AdvisorySeverity): Level {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'moderate' ? 'warning' : 'note';
}

export function unique(findings: readonly CodeFinding[]): readonly CodeFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.rule}\n${finding.package}`, finding])).values()];
}

/** npm and pnpm put the reason in different places; it is shown cut, since it comes from a registry. */
function errorOf(report: Json): string {
  const { error } = report;
  const stated = isMap(error) ? [error['summary'], error['message'], error['code']] : [error];
  const words = [...stated, report['message']].find((one) => typeof one === 'string' && one !== '');
  return `the registry did not answer the audit: ${textField(words ?? 'no counts in the report').slice(0, 200)}`;
}
