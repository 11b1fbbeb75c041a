import { type ReportReading, reading } from '../report.ts';
import { jsonOf, listOf, mapOf, type ReportSource, textField } from '../source.ts';
import { advisory, unique } from './audit.ts';

/**
 * `bun audit --json`: what the registry answered, advisories by package; `{}` where there is none. Where it does not
 * answer, bun prints nothing.
 */
export async function readBunAudit(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const findings = Object.entries(report).flatMap(([name, list]) =>
    listOf(list, `the advisories of ${name.slice(0, 80)}`).map((one) => {
      const entry = mapOf(one, 'an advisory');
      return advisory(textField(entry['url']) || String(entry['id']), name, entry);
    }),
  );
  return reading({ checked: undefined, findings: unique(findings) });
}
