import type { CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { inRepository, messageOf, place, type ReportSource, textOf } from '../source.ts';

const AT_PLACE = /^(.+?)\((\d+),(\d+)\): (error|warning|message) (TS\d+): (.*)$/;
const WITHOUT_PLACE = /^(error|warning) (TS\d+): (.*)$/;

/** A message that is longer has been explained enough. */
const LONGEST_EXPLAINED = 2_000;

/** What `tsc --pretty false` prints. Nothing is what it prints when all is well, so only its exit code makes that good. */
export async function readTypescript(source: ReportSource): Promise<ReportReading> {
  const text = await textOf(source, source.exitCode === 0);
  const findings: CodeFinding[] = [];
  for (const line of text.replace(/\r/g, '').split('\n')) {
    const found = AT_PLACE.exec(line);
    if (found !== null) {
      const [, file = '', row, column, level, rule = '', message = ''] = found;
      const at = place(inRepository(source, file), Number(row), Number(column));
      findings.push({ rule, level: level === 'error' ? 'error' : 'warning', message: messageOf(message), ...at });
      continue;
    }
    const global = WITHOUT_PLACE.exec(line);
    const last = findings.at(-1);
    if (global !== null) {
      const [, level, rule = '', message = ''] = global;
      findings.push({ rule, level: level === 'error' ? 'error' : 'warning', message: messageOf(message) });
    } else if (last !== undefined && last.message.length < LONGEST_EXPLAINED && /^\s+\S/.test(line)) {
      findings[findings.length - 1] = { ...last, message: messageOf(`${last.message} ${line.trim()}`) };
    }
  }
  if (findings.length === 0 && text.trim() !== '' && source.exitCode !== 0)
    return unreadable('report-malformed', 'nothing in it is from the TypeScript compiler');
  return reading({ checked: undefined, findings });
}
