import { at, numberAt, textAt } from '@lockstep/base';

/** The service answered otherwise than its description says: what was asked of it is not known. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

export function flagAt(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A list that the service always sends. Throws UnexpectedAnswer for anything else: no list is not an empty one. */
export function itemsOf(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new UnexpectedAnswer(path.join('.') || 'a list');
  return found;
}

/** A text that the service always sends. Throws UnexpectedAnswer for anything else. */
export function textOf(value: unknown, ...path: readonly string[]): string {
  const found = textAt(value, ...path);
  if (found === undefined) throw new UnexpectedAnswer(path.join('.'));
  return found;
}

/** What is on or off, and always sent. Throws UnexpectedAnswer for anything else. */
export function flagOf(value: unknown, ...path: readonly string[]): boolean {
  const found = flagAt(value, ...path);
  if (found === undefined) throw new UnexpectedAnswer(path.join('.'));
  return found;
}

/** What may be left out or null, and is then undefined. Throws UnexpectedAnswer for another type. */
export function maybe<T>(value: T | undefined, from: unknown, ...path: readonly string[]): T | undefined {
  if (value === undefined && at(from, ...path) != null && at(from, ...path) !== '')
    throw new UnexpectedAnswer(path.join('.'));
  return value;
}

export const maybeText = (from: unknown, ...path: readonly string[]): string | undefined =>
  maybe(textAt(from, ...path), from, ...path);
export const maybeFlag = (from: unknown, ...path: readonly string[]): boolean | undefined =>
  maybe(flagAt(from, ...path), from, ...path);
export const maybeNumber = (from: unknown, ...path: readonly string[]): number | undefined =>
  maybe(numberAt(from, ...path), from, ...path);

/** A list that may be left out or null. Throws UnexpectedAnswer for another type. */
export function maybeItems(from: unknown, ...path: readonly string[]): readonly unknown[] {
  return at(from, ...path) == null ? [] : itemsOf(from, ...path);
}

/** Texts that the service always sends as a list. Throws UnexpectedAnswer for anything else. */
export function wordsOf(value: unknown, ...path: readonly string[]): readonly string[] {
  return itemsOf(value, ...path).map((one) => textOf(one));
}

/** The host of an address that the service always sends. Throws UnexpectedAnswer for anything else. */
export function hostIn(value: unknown, ...path: readonly string[]): string {
  const host = hostOf(textOf(value, ...path));
  if (host === undefined || host === '') throw new UnexpectedAnswer(path.join('.'));
  return host;
}

export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((one): one is string => typeof one === 'string');
}

/** The host of an address; undefined for what is none. An address can hold a secret in its path: only this is kept. */
export function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

/** An ISO time as milliseconds since the epoch; a time without a zone is UTC. */
export function timeAt(value: unknown, ...path: readonly string[]): number | undefined {
  const text = textAt(value, ...path);
  if (text === undefined) return undefined;
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
