/** What is wrong with a condition, and where: columns count from 1. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

export type TokenKind =
  | 'place'
  | 'step'
  | 'number'
  | 'duration'
  | 'text'
  | 'pattern'
  | 'word'
  | 'operator'
  | 'open'
  | 'close'
  | 'comma'
  | 'end';

export interface ConditionToken {
  readonly kind: TokenKind;
  /** What it stands for: without brackets, quotes or dots. */
  readonly text: string;
  readonly column: number;
}

/** In order of trial. The group that matched is the token's text. */
const forms: readonly (readonly [TokenKind, RegExp])[] = [
  ['place', /\[([A-Z][A-Z_]*)\]/y],
  ['step', /\.([A-Za-z0-9_$-]+)/y],
  ['step', /\[(\d+)\]/y],
  ['step', /\["([^"]*)"\]/y],
  ['duration', /(\d+(?:\.\d+)?(?:ms|s|m|h|d))(?![A-Za-z0-9_])/y],
  ['number', /(-?\d+(?:\.\d+)?)(?![A-Za-z0-9_])/y],
  ['text', /"([^"]*)"/y],
  ['text', /'([^']*)'/y],
  ['pattern', /pat\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)/y],
  ['word', /([A-Za-z_][A-Za-z0-9_./:-]*)/y],
  ['operator', /(==|!=|<=|>=|<|>)/y],
  ['open', /(\()/y],
  ['close', /(\))/y],
  ['comma', /(,)/y],
];

/** Cuts a condition into tokens. Throws ConditionError at the first character that begins none. */
export function tokensOf(source: string): readonly ConditionToken[] {
  const tokens: ConditionToken[] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] === ' ' || source[at] === '\t') {
      at++;
      continue;
    }
    const [token, next] = tokenAt(source, at);
    tokens.push(token);
    at = next;
  }
  return [...tokens, { kind: 'end', text: '', column: source.length + 1 }];
}

function tokenAt(source: string, at: number): readonly [ConditionToken, number] {
  for (const [kind, form] of forms) {
    form.lastIndex = at;
    const match = form.exec(source);
    if (match === null) continue;
    const text = match.slice(1).find((group) => group !== undefined) ?? '';
    return [{ kind, text, column: at + 1 }, form.lastIndex];
  }
  throw new ConditionError(`unexpected ${JSON.stringify(source[at])}${hintOf(source[at] ?? '')}`, at + 1);
}

/** What was probably meant. */
function hintOf(character: string): string {
  if (character === '=') return '; equality is ==';
  if (character === '[') return '; places are written in capital letters, as in [STATUS] and [VALUE]';
  if (character === '%' || /[0-9-]/.test(character))
    return '; numbers are written as in 12 and 0.01, durations as in 500ms';
  if (character === '&' || character === '|')
    return '; a condition has one comparison, any(a, b) allows several values';
  return '';
}
