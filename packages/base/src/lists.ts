import { trimAscii } from './lines.ts';

/** Newline-separated text → its trimmed, non-empty lines. Only ASCII white space is trimmed. */
export function parseList(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(trimAscii)
    .filter((line) => line !== '');
}

/** `a, b and 3 more`: names the first `keep` and counts the rest. */
export function nameSome(names: readonly string[], keep: number): string {
  if (names.length <= keep) return names.join(', ');
  return `${names.slice(0, keep).join(', ')} and ${names.length - keep} more`;
}

/** `1 file`, `2 files`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
