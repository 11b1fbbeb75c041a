import { count } from '@lockstep/base';
import { sameName } from '../document.ts';
import type { TableRule } from '../kind.ts';
import { bad, type Finding, good, type PlainRule, type Rule } from '../rule.ts';
import { cellOf, tableBelow } from '../table.ts';

/** Every cell of the tables that a kind needs; what the cells say is not shown, as there may be people in them. */
export function tablesRule(tables: readonly TableRule[]): PlainRule<readonly Finding[]> {
  return {
    id: 'tables',
    title: 'The tables of the document are filled in',
    judge: (document) => tables.map((table): Finding => judgeTable(table, document)),
  };
}

function judgeTable({ columns, fewest, heading }: TableRule, document: Parameters<Rule['judge']>[0]): Finding {
  const [first = ''] = columns;
  const expected = `${count(fewest, 'row')} or more with ${columns.join(', ')}`;
  const about = { what: heading, expected };
  const table = tableBelow(document, heading, first);
  const remedy = `fill in the table below "${heading}"`;
  if (table === undefined) return { ...bad('no-table', { ...about, measured: 'no such table', remedy }) };
  const { line } = table;
  const missing = columns.filter((name) => !table.columns.some((one) => sameName(one, name)));
  if (missing.length > 0)
    return bad('columns-missing', { ...about, measured: `no column ${missing.join(', ')}`, remedy, line });
  if (table.rows.length < fewest)
    return bad('too-few-rows', { ...about, measured: count(table.rows.length, 'row'), remedy, line });
  const empty = table.rows.filter((row) => columns.some((name) => cellOf(table, row, name) === ''));
  const [row] = empty;
  if (row !== undefined)
    return bad('cells-empty', {
      ...about,
      measured: `${count(empty.length, 'row')} with an empty cell`,
      remedy,
      line: row.line,
    });
  return { ...good('table-filled', count(table.rows.length, 'row'), expected), what: heading };
}
