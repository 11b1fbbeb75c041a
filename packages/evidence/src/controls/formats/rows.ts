import type { ControlReport } from '../control.ts';
import { ageOf, exceptionWords, STATE_WORDS, sourceWords } from './words.ts';

export const COLUMNS = [
  'framework',
  'control',
  'title',
  'control state',
  'evidence',
  'evidence state',
  'verdict',
  'because',
  'file',
  'sha256',
  'age',
  'run',
  'exception',
] as const;

/** One row for each piece of evidence, and one for each control without any: what every table has. */
export function rowsOf({ rows }: ControlReport): readonly (readonly string[])[] {
  return rows.flatMap((row) => {
    const { control } = row;
    const first = [control.framework, control.id, control.title, STATE_WORDS[row.state]];
    const exception = exceptionWords(row);
    if (row.rows.length === 0)
      return [[...first, '', STATE_WORDS['not-collected'], '', control.notCollected, '', '', '', '', exception]];
    return row.rows.map((each) => [
      ...first,
      sourceWords(each.source),
      STATE_WORDS[each.state],
      each.verdict ?? '',
      each.because,
      each.file,
      each.digest,
      ageOf(each),
      each.run ?? '',
      exception,
    ]);
  });
}
