import type { CodeFinding } from '../finding.ts';
import { readItems } from '../json-stream.ts';
import { type ReportReading, reading } from '../report.ts';
import { inRepository, listOf, mapOf, messageOf, place, positive, type ReportSource, textField } from '../source.ts';

/** `secretlint --format json`: one entry for each file it looked at. Its messages are masked by secretlint. */
export async function readSecretlint(source: ReportSource): Promise<ReportReading> {
  const findings: CodeFinding[] = [];
  let files = 0;
  const rest = await readItems(source, '$.*', (entry) => {
    files++;
    const file = mapOf(entry, 'a file');
    const path = inRepository(source, textField(file['filePath']));
    for (const one of listOf(file['messages'], 'messages')) {
      const message = mapOf(one, 'a message');
      const start = mapOf(mapOf(message['loc'] ?? {}, 'loc')['start'] ?? {}, 'loc.start');
      findings.push({
        rule: textField(message['ruleId']),
        level: message['severity'] === 'warning' ? 'warning' : 'error',
        message: messageOf(message['message']),
        ...place(path, positive(start['line'])),
      });
    }
  });
  listOf(rest, 'the report');
  return reading({ checked: files, findings });
}
