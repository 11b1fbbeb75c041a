import { firstWord } from './classify.ts';
import { tokens } from './tokens.ts';

const SHOWN = 160;
/** Their numbers are data. */
const DATA = new Set(['insert', 'update', 'delete', 'merge', 'select', 'with', 'values', 'call', 'do']);

/** A statement as it may be shown: its constants left out, white space folded, and cut. */
export function excerpt(statement: Buffer): string {
  const hidesNumbers = DATA.has(firstWord(statement));
  let text = '';
  let end = 0;
  for (const token of tokens(statement.subarray(0, 2048), 80)) {
    if (text !== '' && token.at > end) text += ' ';
    const isNumber = hidesNumbers && token.kind === 'word' && /^\d/.test(token.value);
    text += token.kind === 'text' ? "'…'" : isNumber ? '…' : statement.toString('utf8', token.at, token.end);
    end = token.end;
  }
  return text.length > SHOWN || end < statement.length ? `${text.slice(0, SHOWN)} …` : text;
}
