import { excerpt } from '../run/blame.ts';
import { firstWord, type StatementClass } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { walk } from '../sql/walk.ts';
import { canonical, child, children, listName, type Parse, type Parsed, relationName } from './parser.ts';

/** One statement as the linter sees it. */
export interface Statement {
  /** Its first byte in the script. */
  readonly at: number;
  /** Of the file, 1-based. */
  readonly line: number;
  /** Its first word in capitals, with the next where that says more: `ALTER TABLE`. */
  readonly tag: string;
  /** Without constants, cut to a readable length. */
  readonly shown: string;
  readonly class: StatementClass['kind'];
  /** Undefined where the grammar does not know it, or where there is nothing to judge (rows of data). */
  readonly parsed: Parsed | undefined;
}

/** Statements that write rows one by one: a file may hold a million, and a parse of each tells nothing new. */
const ROWS = new Set(['insert', 'select', 'values', 'copy', 'set', 'reset', 'notify', 'listen']);

/** Every statement of a script, parsed where that is of use. */
export function readStatements(script: Script, parse: Parse): Statement[] {
  const lineOf = lineCounter(script.source);
  const list: Statement[] = [];
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const word = firstWord(item.bytes);
    const parsed = ROWS.has(word) ? undefined : parse(item.bytes.toString('utf8'));
    const shown = excerpt(item.bytes);
    list.push({
      at: item.start,
      line: lineOf(item.start),
      tag: tagOf(shown),
      shown,
      class: item.class.kind,
      parsed,
    });
  }
  return list;
}

function tagOf(shown: string): string {
  const [first = '', second = '', third = ''] = shown.toUpperCase().split(/\s+/, 3);
  if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first)) return first.replace(/\W.*$/, '');
  const skip = /^(UNIQUE|OR|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED)$/.test(second);
  return `${first} ${second}${skip ? ` ${third}` : ''}`.replace(/[^A-Z ]/g, '').trim();
}

/** The table, view or routine that a statement makes. */
export interface MadeObject {
  /** Canonical. */
  readonly name: string;
  readonly kind: 'table' | 'other';
}

export function madeBy(parsed: Parsed | undefined): MadeObject | undefined {
  if (parsed === undefined) return undefined;
  const { fields, type } = parsed;
  const made = (name: string, kind: 'table' | 'other') => ({ name: canonical(name), kind });
  switch (type) {
    case 'CreateStmt':
    case 'CreateForeignTableStmt':
      return made(relationName(child(child(fields, 'base') ?? fields, 'relation')), 'table');
    case 'CreateTableAsStmt':
      return made(
        relationName(child(child(fields, 'into') ?? {}, 'rel')),
        fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'other',
      );
    case 'ViewStmt':
      return made(relationName(child(fields, 'view')), 'other');
    case 'CreateFunctionStmt':
      return made(listName(children(fields, 'funcname')), 'other');
    case 'DefineStmt':
      return made(listName(children(fields, 'defnames')), 'other');
    case 'CreateEnumStmt':
      return made(listName(children(fields, 'typeName')), 'other');
    default:
      return undefined;
  }
}
