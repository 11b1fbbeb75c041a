import type { CodeFinding } from '../finding.ts';
import { readItems } from '../json-stream.ts';
import { type ReportReading, reading } from '../report.ts';
import {
  inRepository,
  listOf,
  mapOf,
  messageOf,
  place,
  positive,
  type ReportSource,
  textField,
  UnreadableError,
} from '../source.ts';

/** ESLint's `--format json`: one entry for each file it looked at, with the file's whole text. */
export async function readEslint(source: ReportSource): Promise<ReportReading> {
  const findings: CodeFinding[] = [];
  let files = 0;
  const rest = await readItems(source, '$.*', (entry) => {
    const file = mapOf(entry, 'a file');
    const messages = listOf(file['messages'], 'messages').map((one) => mapOf(one, 'a message'));
    const isAll = messages.length > 0 && messages.every(isAboutFile);
    if (!isAll) files++;
    agree(file, messages);
    for (const message of messages) findings.push(findingOf(source, file, message));
  });
  listOf(rest, 'the report');
  return reading({ checked: files, findings });
}

/** A warning of no rule at no line is ESLint's word for a file that it did not look into, since it is to be ignored. */
function isAboutFile(message: Readonly<Record<string, unknown>>): boolean {
  return !isError(message) && textField(message['ruleId']) === '' && positive(message['line']) === undefined;
}

/** What it counts, it must name. */
function agree(file: Readonly<Record<string, unknown>>, messages: readonly Readonly<Record<string, unknown>>[]): void {
  const errors = messages.filter(isError).length;
  for (const [field, named] of [
    ['errorCount', errors],
    ['fatalErrorCount', errors],
    ['warningCount', messages.length],
  ] as const) {
    const counted = file[field];
    if (typeof counted !== 'number' || counted <= named) continue;
    const detail = `it counts ${counted} as ${field} of ${textField(file['filePath']).slice(-200)}, and names ${named}`;
    throw new UnreadableError('report-incomplete', detail);
  }
}

function isError(message: Readonly<Record<string, unknown>>): boolean {
  return message['severity'] === 2 || message['severity'] === 'error' || message['fatal'] === true;
}

function findingOf(
  source: ReportSource,
  file: Readonly<Record<string, unknown>>,
  message: Readonly<Record<string, unknown>>,
): CodeFinding {
  return {
    rule: textField(message['ruleId']) || (message['fatal'] === true ? 'parse-error' : 'eslint'),
    level: isError(message) ? 'error' : 'warning',
    message: messageOf(message['message']),
    ...place(inRepository(source, textField(file['filePath'])), positive(message['line']), positive(message['column'])),
  };
}
