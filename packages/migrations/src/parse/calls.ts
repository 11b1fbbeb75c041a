import { children, listName, type Node } from './parser.ts';

/** Names of the functions that a tree calls, at any depth, without PostgreSQL's own schema. */
export function callsIn(node: unknown): string[] {
  const found: string[] = [];
  collect(node, found);
  return found;
}

function collect(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'FuncCall' || key === 'funccall')
      found.push(listName(children(value as Node, 'funcname')).replace(/^pg_catalog\./, ''));
    collect(value, found);
  }
}
