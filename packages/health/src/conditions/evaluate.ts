import { fits, formatDuration, withoutMark } from '@lockstep/base';
import { type HttpResponse, jsonOf } from '../exchange.ts';
import type { Condition, Literal, MeasuredPlace, Operator, Reference } from './condition.ts';

type Value = number | string | boolean | null | object | undefined;

/**
 * Whether an answer meets a condition; undefined when it does, else one line without anything from body or headers.
 * What is absent meets no condition but `has(…) == false`.
 */
export function unmet(condition: Condition, answer: HttpResponse): string | undefined {
  if (isUnread(condition, answer)) return `${condition.source} (the body is longer than the gate reads)`;
  const value = valueFor(condition.left, answer);
  if (value !== undefined && holds(value, condition.operator, condition.right)) return undefined;
  return `${condition.source} (it is ${shown(condition.left, value)})`;
}

/** Whether what was measured meets a condition; what is absent meets none. */
export function meets(condition: Condition, measured: Readonly<Partial<Record<MeasuredPlace, number>>>): boolean {
  const { left, operator, right } = condition;
  const value = measured[left.place as MeasuredPlace];
  return value !== undefined && holds(value, operator, right);
}

/** What was not read of a body may be what should not be there; what was read of it is there for certain. */
function isUnread({ left, operator }: Condition, answer: HttpResponse): boolean {
  return answer.truncated && left.place === 'BODY' && !(left.kind === 'place' && operator === '==');
}

/** Whether a condition names this very status as the one to come: `[STATUS] == 401`, `[STATUS] == any(200, 401)`. */
export function pinsStatus(condition: Condition, status: number): boolean {
  const { left, operator, right } = condition;
  return left.kind === 'place' && left.place === 'STATUS' && operator === '==' && holds(status, '==', right);
}

function valueFor(reference: Reference, answer: HttpResponse): Value {
  const at = placed(reference, answer);
  // As in Gatus: `"error": null` is no error.
  if (reference.kind === 'has') return at !== undefined && at !== null;
  if (reference.kind === 'place') return at;
  if (typeof at === 'string' || Array.isArray(at)) return at.length;
  return typeof at === 'object' && at !== null ? Object.keys(at).length : undefined;
}

function placed(reference: Reference, answer: HttpResponse): Value {
  switch (reference.place) {
    case 'STATUS':
      return answer.status;
    case 'RESPONSE_TIME':
      return answer.ms;
    case 'CERTIFICATE_EXPIRATION':
      return answer.certificateEnds === undefined ? undefined : answer.certificateEnds - answer.at;
    case 'HEADER':
      return answer.headers[reference.path[0] ?? ''];
    case 'BODY':
      return reference.kind === 'place' && reference.path.length === 0
        ? wholeBody(answer)
        : below(bodyOf(answer), reference.path);
    case 'VALUE':
    case 'RATIO':
    case 'SAMPLES':
      return undefined;
  }
}

function bodyOf(answer: HttpResponse): Value {
  const json = jsonOf(answer);
  return json === undefined ? answer.body : (json.value as Value);
}

/** The body as it came, without the space around it, to look for text in it; where it is one JSON text, number or word, that. */
function wholeBody(answer: HttpResponse): Value {
  const json = jsonOf(answer)?.value as Value;
  return json === undefined || typeof json === 'object' ? withoutMark(answer.body).trim() : json;
}

function below(value: Value, path: readonly string[]): Value {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, Value>>)[step];
  }
  return at;
}

function holds(value: Value, operator: Operator, right: readonly Literal[]): boolean {
  switch (operator) {
    case '==':
      return right.some((literal) => equal(value, literal));
    case '!=':
      return !right.some((literal) => equal(value, literal));
    case '<':
      return ordered(value, right, (a, b) => a < b);
    case '<=':
      return ordered(value, right, (a, b) => a <= b);
    case '>':
      return ordered(value, right, (a, b) => a > b);
    case '>=':
      return ordered(value, right, (a, b) => a >= b);
  }
}

function equal(value: Value, literal: Literal): boolean {
  // A part of the body that is an object or a list is compared as the text that it would be sent as.
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return literal.kind === 'pattern' ? fits(literal.pattern, text) : text === String(literal.value);
}

function ordered(value: Value, right: readonly Literal[], compare: (a: number, b: number) => boolean): boolean {
  const [literal] = right;
  if (literal?.kind !== 'value' || typeof literal.value !== 'number') return false;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && compare(number, literal.value);
}

/** Numbers of the exchange itself are shown; of body and headers only what kind of thing was there. */
function shown(reference: Reference, value: Value): string {
  if (value === undefined) return 'absent';
  if (reference.kind !== 'place') return String(value);
  if (reference.place === 'STATUS') return String(value);
  if (reference.place === 'RESPONSE_TIME' || reference.place === 'CERTIFICATE_EXPIRATION')
    return formatDuration(Number(value));
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `another ${typeof value}`;
}
