import { type Reading, reading } from '../report.ts';
import { inRepository, jsonOf, listOf, mapOf, place, positive, type Source, textField } from '../source.ts';

/** `secretlint --format json`: one entry for each file it looked at. Its messages are masked by secretlint. */
export async function readSecretlint(source: Source): Promise<Reading> {
  const files = listOf(await jsonOf(source), 'the report').map((file) => mapOf(file, 'a file'));
  const findings = files.flatMap((file) =>
    listOf(file['messages'], 'messages').map((one) => {
      const message = mapOf(one, 'a message');
      const start = mapOf(mapOf(message['loc'] ?? {}, 'loc')['start'] ?? {}, 'loc.start');
      return {
        rule: textField(message['ruleId']),
        level: message['severity'] === 'warning' ? ('warning' as const) : ('error' as const),
        message: textField(message['message']),
        ...place(inRepository(source, textField(file['filePath'])), positive(start['line'])),
      };
    }),
  );
  return reading({ checked: files.length, findings });
}
