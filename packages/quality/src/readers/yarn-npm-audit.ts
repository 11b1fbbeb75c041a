import { isMap } from '@lockstep/base';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonLinesOf, mapOf, type ReportSource, textField } from '../source.ts';
import { advisory, readPnpmAudit, unique } from './audit.ts';

/**
 * `yarn npm audit --json` of Yarn 4: one JSON value per line for each advisory, and nothing at all where there is none, so
 * that only its exit code makes nothing good. Yarn 2 and 3 write one value, with the advisories by id.
 */
export async function readYarnNpmAudit(source: ReportSource): Promise<ReportReading> {
  const lines = await jsonLinesOf(source, source.exitCode === 0);
  const [first, ...others] = lines;
  if (others.length === 0 && isMap(first) && first['value'] === undefined && first['type'] === undefined)
    return await readPnpmAudit(source);
  const entries = lines.map((line) => mapOf(line, 'a line'));
  const failed = entries.find((line) => line['type'] === 'error');
  if (failed !== undefined) return unreadable('service-error', String(failed['data']).slice(0, 200));
  const advisories = entries.filter((line) => line['type'] === undefined);
  const findings = advisories.map((entry) => {
    const { ID: id, Issue: title, URL: url, Severity: severity } = mapOf(entry['children'], 'children');
    return advisory(textField(url) || String(id), textField(entry['value']), { title, severity });
  });
  return reading({ checked: undefined, findings: unique(findings) });
}
