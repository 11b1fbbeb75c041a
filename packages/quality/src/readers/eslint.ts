import type { Finding } from '../finding.ts';
import { readItems } from '../json-stream.ts';
import { type Reading, reading } from '../report.ts';
import { inRepository, listOf, mapOf, place, positive, type Source, textField } from '../source.ts';

/** ESLint's `--format json`: one entry for each file it looked at, with the file's whole text. */
export async function readEslint(source: Source): Promise<Reading> {
  const findings: Finding[] = [];
  let files = 0;
  const rest = await readItems(source, '$.*', (entry) => {
    files++;
    findings.push(...findingsOf(source, mapOf(entry, 'a file')));
  });
  listOf(rest, 'the report');
  return reading({ checked: files, findings });
}

function findingsOf(source: Source, file: Readonly<Record<string, unknown>>): readonly Finding[] {
  const path = inRepository(source, textField(file['filePath']));
  return listOf(file['messages'], 'messages').map((one) => {
    const message = mapOf(one, 'a message');
    return {
      rule: textField(message['ruleId']) || (message['fatal'] === true ? 'parse-error' : 'eslint'),
      level: message['severity'] === 2 || message['fatal'] === true ? 'error' : 'warning',
      message: textField(message['message']),
      ...place(path, positive(message['line']), positive(message['column'])),
    };
  });
}
