import { children, listName, type Node } from './parser.ts';

/** Names of the functions that a tree calls, at any depth, without PostgreSQL's own schema. */
export function callsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(callsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const isCall = key === 'FuncCall' || key === 'funccall';
    const own = isCall ? [listName(children(value as Node, 'funcname')).replace(/^pg_catalog\./, '')] : [];
    return [...own, ...callsIn(value)];
  });
}
