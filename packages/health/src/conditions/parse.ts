import { parseDuration } from '@lockstep/base';
import {
  type Condition,
  type ConditionPlace,
  type Literal,
  measuredPlaces,
  type Operator,
  places,
  type Reference,
} from './condition.ts';
import { ConditionError, type ConditionToken, type TokenKind, tokensOf } from './tokens.ts';

/**
 * Reads one condition: `[STATUS] == any(200, 204)`, `[RESPONSE_TIME] < 500ms`, `[BODY].checks.db.status == pass`,
 * `has([BODY].error) == false`, `len([BODY].items) > 0`, `[HEADER].content-type == pat(*json*)`,
 * `[CERTIFICATE_EXPIRATION] > 21d`. Throws ConditionError with the column.
 */
export function parseCondition(source: string): Condition {
  return parseFor(source, places);
}

/** Reads one condition on a metric: `[VALUE] < 0.01`, `[RATIO] <= 1.5`. Throws ConditionError with the column. */
export function parseMeasured(source: string): Condition {
  const condition = parseFor(source, measuredPlaces);
  const { left, operator, right } = condition;
  if (left.kind !== 'place') throw new ConditionError('a metric has a number, and no len(…) or has(…)', 1);
  if (!isOrder(operator) && right.some((literal) => literal.kind !== 'value' || typeof literal.value !== 'number'))
    throw new ConditionError(`expected a number after ${operator}`, source.indexOf(operator) + 1);
  return condition;
}

function parseFor(source: string, known: readonly ConditionPlace[]): Condition {
  const reader = new Reader(tokensOf(source), known);
  const left = reference(reader);
  if (left.kind === 'has' && reader.sees('end'))
    return { source, left, operator: '==', right: [{ kind: 'value', value: true }] };
  const { text } = reader.take('operator', 'one of ==, !=, <, <=, >, >=');
  const operator = text as Operator;
  const right = literals(reader, left, operator);
  reader.take('end', 'nothing more');
  return { source, left, operator, right };
}

class Reader {
  readonly #tokens: readonly ConditionToken[];
  /** The places that there are. */
  readonly known: readonly ConditionPlace[];
  #at = 0;

  constructor(tokens: readonly ConditionToken[], known: readonly ConditionPlace[]) {
    this.#tokens = tokens;
    this.known = known;
  }

  get next(): ConditionToken {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', column: 1 };
  }

  sees(kind: TokenKind): boolean {
    return this.next.kind === kind;
  }

  take(kind: TokenKind, expected: string): ConditionToken {
    const token = this.next;
    if (token.kind !== kind) throw wanted(expected, token);
    this.#at++;
    return token;
  }
}

function wanted(expected: string, got: ConditionToken): ConditionError {
  const shown = got.kind === 'end' ? 'the end' : JSON.stringify(got.kind === 'place' ? `[${got.text}]` : got.text);
  const isDecimal = got.kind === 'comma' || (got.kind === 'step' && /^\d/.test(got.text));
  return new ConditionError(
    `expected ${expected}, got ${shown}${isDecimal ? '; fractions are written as in 0.01' : ''}`,
    got.column,
  );
}

function reference(reader: Reader): Reference {
  const token = reader.next;
  if (token.kind === 'word' && (token.text === 'len' || token.text === 'has')) {
    reader.take('word', 'len or has');
    reader.take('open', '(');
    const inner = place(reader);
    reader.take('close', ')');
    return { ...inner, kind: token.text };
  }
  return place(reader);
}

function place(reader: Reader): Reference {
  const all = reader.known.map((name) => `[${name}]`).join(', ');
  const token = reader.take('place', `a place like ${all}${reader.known === places ? ', or len(…), has(…)' : ''}`);
  const found = reader.known.find((name) => name === token.text);
  if (found === undefined) throw new ConditionError(`[${token.text}] is no place; there are ${all}`, token.column);
  const path: string[] = [];
  while (reader.sees('step')) {
    if (token.text !== 'BODY' && token.text !== 'HEADER')
      throw new ConditionError(`[${token.text}] has nothing below it`, reader.next.column);
    path.push(reader.take('step', 'a step').text);
  }
  if (token.text === 'HEADER' && path.length !== 1)
    throw new ConditionError('[HEADER] needs the name of one header, like [HEADER].content-type', token.column);
  return {
    kind: 'place',
    place: found,
    path: token.text === 'HEADER' ? path.map((name) => name.toLowerCase()) : path,
  };
}

function literals(reader: Reader, left: Reference, operator: Operator): readonly Literal[] {
  if (!(reader.sees('word') && reader.next.text === 'any')) return [literal(reader, left, operator)];
  const any = reader.take('word', 'any');
  if (isOrder(operator)) throw new ConditionError(`any(…) goes with == and !=, not with ${operator}`, any.column);
  reader.take('open', '(');
  const found = [literal(reader, left, operator)];
  while (reader.sees('comma')) {
    reader.take('comma', ',');
    found.push(literal(reader, left, operator));
  }
  reader.take('close', ', or )');
  return found;
}

function literal(reader: Reader, left: Reference, operator: Operator): Literal {
  const token = reader.next;
  // What a metric measures has the unit of its query, which may be seconds as well as milliseconds.
  if (reader.known === measuredPlaces && token.kind === 'duration')
    throw wanted('a number in the unit of the query', token);
  const isNumber = token.kind === 'number' || token.kind === 'duration';
  if (isOrder(operator) && !isNumber) throw wanted(`a number or a duration after ${operator}`, token);
  if (left.kind === 'place' && left.place === 'CERTIFICATE_EXPIRATION' && token.kind !== 'duration')
    throw wanted('a duration like 48h or 21d', token);
  if (left.kind === 'place' && left.place === 'STATUS' && token.kind !== 'number') throw wanted('a status code', token);
  switch (token.kind) {
    case 'number':
      return { kind: 'value', value: Number(reader.take('number', 'a number').text) };
    case 'duration':
      return { kind: 'value', value: parseDuration(reader.take('duration', 'a duration').text) ?? 0 };
    case 'text':
      return { kind: 'value', value: reader.take('text', 'a text').text };
    case 'pattern':
      return { kind: 'pattern', pattern: reader.take('pattern', 'a pattern').text };
    case 'word':
      return { kind: 'value', value: wordValue(reader.take('word', 'a word').text) };
    default:
      throw wanted('a number, a duration, a word, "a text", pat(…) or any(…)', token);
  }
}

function wordValue(word: string): string | boolean | null {
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : word;
}

function isOrder(operator: Operator): boolean {
  return operator !== '==' && operator !== '!=';
}
