import { isMap } from '@lockstep/base';
import type { AdvisorySeverity, CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import {
  inRepository,
  jsonOf,
  listOf,
  mapOf,
  messageOf,
  place,
  type ReportSource,
  textField,
  UnreadableError,
} from '../source.ts';
import { levelOf } from './audit.ts';

type Json = Readonly<Record<string, unknown>>;

/** CVSS scores from which on a severity begins, and the words of databases that give no score. */
const SCORES: readonly (readonly [least: number, AdvisorySeverity])[] = [
  [9, 'critical'],
  [7, 'high'],
  [4, 'moderate'],
  [0.1, 'low'],
  [0, 'info'],
];
const WORDS: Readonly<Record<string, AdvisorySeverity>> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MODERATE: 'moderate',
  MEDIUM: 'moderate',
  LOW: 'low',
};
/** osv-scanner's own exit codes: what it found, and that it found nothing that it could look up. */
const FOUND = 1;
const NO_PACKAGES = 128;

/**
 * `osv-scanner --format json`. Advisories that are one under several names are one finding, by its GitHub id where it has
 * one. A license that its `--licenses` forbids is an error. Where it could not load its database it writes the same
 * report as where it found nothing: then its exit code alone makes nothing good.
 */
export async function readOsv(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const { exitCode } = source;
  if (exitCode === NO_PACKAGES) return unreadable('nothing-checked', 'osv-scanner found no packages to look up');
  if (exitCode !== undefined && exitCode > FOUND)
    return unreadable('tool-crashed', `osv-scanner ended with exit code ${exitCode}: it could not look up everything`);
  const findings = listOf(report['results'] ?? undefined, 'results').flatMap((one) => {
    const result = mapOf(one, 'a result');
    const from = isMap(result['source']) ? textField(result['source']['path']) : '';
    const file = place(inRepository(source, from));
    return listOf(result['packages'], 'packages').flatMap((entry) =>
      findingsOf(mapOf(entry, 'a package')).map((finding) => ({ ...finding, ...file })),
    );
  });
  if (findings.length === 0 && exitCode === undefined) {
    const why = 'it writes the same where its database could not be loaded: let "run" of this gate run osv-scanner';
    return unreadable('report-incomplete', `it has no findings, and its exit code is not known; ${why}`);
  }
  return reading({ checked: undefined, findings });
}

function findingsOf(entry: Json): readonly CodeFinding[] {
  const { name: stated, version } = mapOf(entry['package'], 'package');
  const name = textField(stated);
  const vulnerabilities = listOf(entry['vulnerabilities'] ?? [], 'vulnerabilities').map((one) =>
    mapOf(one, 'a vulnerability'),
  );
  const groups = listOf(entry['groups'] ?? [], 'groups').map((one) => mapOf(one, 'a group'));
  const grouped = new Set(groups.flatMap(idsOf));
  if (vulnerabilities.some(({ id }) => !grouped.has(textField(id))))
    throw new UnreadableError('report-incomplete', `${name} has a vulnerability that is in none of its groups`);
  const byId = new Map(vulnerabilities.map((one) => [textField(one['id']), one] as const));
  const advisories = groups.map((group): CodeFinding => {
    const ids = idsOf(group);
    const own = ids.map((id) => byId.get(id)).filter((one) => one !== undefined);
    const severity = severityOf(group, own);
    const title = own.map(({ summary }) => textField(summary)).find((one) => one !== '') ?? 'no title';
    const message = messageOf(`${name} ${textField(version)}: ${title} (${severity})`);
    return { rule: bestOf(ids), level: levelOf(severity), severity, package: name, message };
  });
  const licenses = listOf(entry['license_violations'] ?? [], 'license_violations').map((license): CodeFinding => {
    const message = messageOf(`${name}: ${textField(license)} is not allowed`);
    return { rule: 'license', level: 'error', package: name, message };
  });
  return [...advisories, ...licenses];
}

function idsOf(group: Json): readonly string[] {
  return listOf(group['ids'], 'the ids of a group').map(textField);
}

function bestOf(ids: readonly string[]): string {
  return ids.find((id) => id.startsWith('GHSA-')) ?? ids[0] ?? 'advisory';
}

/** Of an advisory without a score the worst of its words counts; one without either counts as the worst. */
function severityOf(group: Json, vulnerabilities: readonly Json[]): AdvisorySeverity {
  const stated = textField(group['max_severity']);
  const score = stated === '' ? Number.NaN : Number(stated);
  const byScore = SCORES.find(([least]) => score >= least)?.[1];
  if (byScore !== undefined) return byScore;
  const words = vulnerabilities.map(({ database_specific: own }) => (isMap(own) ? textField(own['severity']) : ''));
  const known = Object.keys(WORDS).find((word) => words.includes(word));
  return (known === undefined ? undefined : WORDS[known]) ?? 'critical';
}
