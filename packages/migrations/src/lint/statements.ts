import { excerpt } from '../run/blame.ts';
import { firstWord, type StatementClass } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import { readCodeBlock } from './code-block.ts';
import { canonical, child, children, listName, type Parse, type Parsed, relationName, text } from './parser.ts';

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
  /** It is one of those in the DO block before it, which may or may not run it. */
  readonly nested: boolean;
  /** A DO block that runs SQL which nobody can read beforehand. */
  readonly unreadable: boolean;
}

/** Statements that write rows one by one: a file may hold a million, and a parse of each tells nothing new. */
const ROWS = new Set(['insert', 'select', 'values', 'copy', 'set', 'reset', 'notify', 'listen']);

/** Every statement of a script, parsed where that is of use; those in DO blocks too, behind the block. */
export function readStatements(script: Script, parse: Parse): Statement[] {
  const lineOf = lineCounter(script.source);
  const list: Statement[] = [];
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const word = firstWord(item.bytes);
    const parsed = ROWS.has(word) ? undefined : parse(item.bytes.toString('utf8'));
    const shown = excerpt(item.bytes);
    const block = parsed?.type === 'DoStmt' ? readCodeBlock(parsed.fields) : undefined;
    const inner = (block?.statements ?? []).flatMap((sql) => nested(sql, parse));
    const found = {
      at: item.start,
      line: lineOf(item.start),
      tag: tagOf(shown),
      shown,
      class: item.class.kind,
      parsed,
      nested: false,
      unreadable: block !== undefined && (block.unreadable || inner.includes(undefined)),
    };
    list.push(found);
    for (const each of inner) {
      if (each !== undefined) list.push({ ...found, ...each, nested: true, unreadable: false });
    }
  }
  return list;
}

/** The statements in a string; undefined for one that is none, for something is missing in it. */
function nested(sql: string, parse: Parse): (Pick<Statement, 'parsed' | 'tag'> | undefined)[] {
  return [...walk(textSource('', sql))].flatMap((item) => {
    if (item.kind !== 'statement') return [];
    const parsed = parse(item.bytes.toString('utf8'));
    return [parsed === undefined ? undefined : { parsed, tag: tagOf(excerpt(item.bytes)) }];
  });
}

function tagOf(shown: string): string {
  const [first = '', second = '', third = ''] = shown.toUpperCase().split(/\s+/, 3);
  if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first)) return first.split(/\W/, 1)[0] ?? '';
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
    case 'CreateSeqStmt':
      return made(relationName(child(fields, 'sequence')), 'other');
    case 'CreateSchemaStmt':
      return made(text(fields, 'schemaname'), 'other');
    case 'CreateDomainStmt':
      return made(listName(children(fields, 'domainname')), 'other');
    case 'CompositeTypeStmt':
      return made(relationName(child(fields, 'typevar')), 'other');
    case 'CreateRangeStmt':
    case 'CreateEnumStmt':
      return made(listName(children(fields, 'typeName')), 'other');
    default:
      return undefined;
  }
}
