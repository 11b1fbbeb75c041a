import type { Place } from '@lockstep/base';

/** A file of SQL, in the order in which they are run. */
export interface SqlFile {
  readonly file: string;
  readonly text: string;
}

export type Made =
  | { readonly kind: 'policy'; readonly name: string; readonly table: string }
  | { readonly kind: 'table' | 'view' | 'function'; readonly name: string };

const KINDS: Readonly<Record<'table' | 'view' | 'function', string>> = {
  table: 'create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?',
  view: 'create\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?view\\s+(?:if\\s+not\\s+exists\\s+)?',
  function: 'create\\s+(?:or\\s+replace\\s+)?function\\s+',
};

/** Where something was made, the last time. Undefined where no file says so: it may have been made by a loop. */
export function placeOf(files: readonly SqlFile[], made: Made): Place | undefined {
  const pattern =
    made.kind === 'policy'
      ? `(?:create|alter)\\s+policy\\s+${named(made.name)}\\s+on\\s+(?:only\\s+)?${qualified(made.table)}`
      : `${KINDS[made.kind]}${qualified(made.name)}`;
  const find = new RegExp(`${pattern}(?![\\w$"])`, 'gi');
  for (const { file, text } of [...files].reverse()) {
    const found = [...text.matchAll(find)].at(-1);
    if (found !== undefined) return { file, line: text.slice(0, found.index).split('\n').length };
  }
  return undefined;
}

/** With its schema or, as in most files, without. */
function qualified(label: string): string {
  const at = label.indexOf('.');
  return `(?:${named(label.slice(0, at))}\\s*\\.\\s*)?${named(label.slice(at + 1))}`;
}

function named(name: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? `"?${plain}"?` : `"${plain.replaceAll('"', '""')}"`;
}
