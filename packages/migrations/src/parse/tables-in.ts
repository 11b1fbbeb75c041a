import { type Node, relationName } from './parser.ts';

/** Every relation that a tree names, as written, at any depth. */
export function tablesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(tablesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'RangeVar' || key === 'relation' || key === 'rel' ? [relationName(value as Node)] : tablesIn(value),
  );
}
