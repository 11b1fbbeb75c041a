import type { Finding } from '../finding.ts';
import { type Reading, reading } from '../report.ts';
import { inRepository, jsonOf, listOf, mapOf, place, positive, type Source, textField } from '../source.ts';

/** ESLint's `--format json`: one entry for each file it looked at. */
export async function readEslint(source: Source): Promise<Reading> {
  const files = listOf(await jsonOf(source), 'the report');
  const findings = files.flatMap((entry): readonly Finding[] => {
    const file = mapOf(entry, 'a file');
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
  });
  return reading({ checked: files.length, findings });
}
