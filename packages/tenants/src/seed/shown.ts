import type { Column, Policy, Table } from '../catalog/types.ts';
import type { Values } from './choose-row.ts';

const PAST = '2001-01-01';
const FUTURE = '2090-01-01';

/**
 * Values that a row has when policies show it: `using (published)` shows nothing of a table whose rows are all drafts, and
 * would look sound. Those of policies that name no column of the tenant come first: they may show it to everyone.
 */
export function shownBy(table: Table, deciding: readonly string[]): Values {
  const names = (text: string, name: string) => place(table, name).test(text);
  const shows = ({ command, permissive, using }: Policy) => permissive && 'r*'.includes(command) && using !== null;
  const conditions = table.policies.filter(shows).map(({ using }) => using ?? '');
  const isOpen = (text: string) => !deciding.some((name) => names(text, name));
  const inOrder = [...conditions.filter(isOpen), ...conditions.filter((text) => !isOpen(text))];
  const free = table.columns.filter(
    ({ generated, identity, name }) => !generated && identity === '' && !deciding.includes(name),
  );
  const found = free.flatMap((column): [string, string][] => {
    const value = inOrder.map((text) => valueIn(text, table, column)).find((one) => one !== undefined);
    return value === undefined ? [] : [[column.name, value]];
  });
  return Object.fromEntries(found);
}

/** The column as the server writes it in a policy of the table: alone, or with the table in a nested select. */
function place(table: Table, name: string, before = '', after = ''): RegExp {
  const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${before}(?<![\\w."'])(?:"?${plain(table.name)}"?\\.)?"?${plain(name)}"?(?![\\w"'(.])${after}`);
}

function valueIn(text: string, table: Table, column: Column): string | undefined {
  const { category, labels, name } = column;
  const matched = (before: string, after: string) => place(table, name, before, after).exec(text);
  if (category === 'B') {
    if (matched('', '') === null) return undefined;
    const isOff = matched('NOT \\(?', '') ?? matched('', '\\)? (?:= false|IS FALSE|IS NOT TRUE|<> true)');
    return isOff === null ? 'true' : 'false';
  }
  if (category === 'D') {
    const isBefore = matched('', '\\)?(?:::[\\w ]+)? (<=?|>=?) \\(?(?:now\\(\\)|CURRENT_)')?.[1];
    return isBefore === undefined ? undefined : isBefore.startsWith('<') ? PAST : FUTURE;
  }
  if (category !== 'S' && labels.length === 0) return undefined;
  const isText = "\\)?(?:::[\\w .\"]+)? = (?:ANY \\(\\(?ARRAY\\[)?\\(*'((?:[^']|'')*)'";
  return matched('', isText)?.[1]?.replaceAll("''", "'");
}
