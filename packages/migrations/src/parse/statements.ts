import { firstWord, type StatementClass } from '../sql/classify.ts';
import { excerpt } from '../sql/excerpt.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import { callsIn } from './calls.ts';
import { readCodeBlock, readRoutine } from './code-block.ts';
import { canonical, children, listName, type Parse, type Parsed } from './parser.ts';
import { statementsWithin } from './within.ts';

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
  /** Why the grammar does not take it, and on which line; nobody knows then what it does. */
  readonly problem: { readonly message: string; readonly line: number } | undefined;
  /** It is one of those that the statement before it runs: those of a DO block, of a routine that it calls, of WITH. */
  readonly nested: boolean;
  /** A DO block that runs SQL which nobody can read beforehand. */
  readonly unreadable: boolean;
}

/** Statements that write rows one by one: a file may hold a million, and a parse of each tells nothing new. */
const ROWS = new Set(['insert', 'values', 'copy']);
/** As much of them is parsed in each file, and of a single one. */
const ROWS_PARSED = 2 << 20;
const ROW_PARSED = 256 << 10;
/** Beyond this a statement is data, and its tree would take more memory than a runner has. */
const PARSED = 4 << 20;

/** Every statement of a script, parsed where that is of use; what DO blocks and called routines run is behind them. */
export function readStatements(script: Script, parse: Parse): Statement[] {
  const lineOf = lineCounter(script.source);
  const list: Statement[] = [];
  const routines = new Map<string, readonly string[]>();
  let rows = ROWS_PARSED;
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const { bytes, standardStrings, start } = item;
    const isRow = ROWS.has(firstWord(bytes));
    const isRead = bytes.length <= (isRow ? Math.min(rows, ROW_PARSED) : PARSED);
    if (isRow) rows -= bytes.length;
    const sql = isRead ? bytes.toString('utf8') : '';
    const parsed = isRead ? parse(sql) : undefined;
    const shown = excerpt(bytes);
    const block = parsed?.type === 'DoStmt' ? readCodeBlock(parsed.fields) : undefined;
    const own = (block?.statements ?? []).flatMap((each) => nested(each, parse));
    const called = [parsed, ...own.map((each) => each?.parsed)].flatMap((each) => calledBy(each, routines));
    const run = [...own, ...called.flatMap((each) => nested(each, parse))];
    const inner = [{ parsed }, ...run].flatMap((each) => [
      ...(each === undefined || each.parsed === parsed ? [] : [each]),
      ...statementsWithin(each?.parsed).map((within) => ({ parsed: within, tag: tagOf(shown) })),
    ]);
    const found = {
      at: start,
      line: lineOf(start),
      tag: tagOf(shown),
      shown,
      class: item.class.kind,
      parsed,
      // Where a backslash escapes in plain strings, the grammar reads another text than the server.
      problem: isRead && parsed === undefined && standardStrings ? problemIn(sql, parse, start, lineOf) : undefined,
      nested: false,
      unreadable: block !== undefined && (block.unreadable || own.includes(undefined)),
    };
    list.push(found);
    for (const each of inner) list.push({ ...found, ...each, problem: undefined, nested: true, unreadable: false });
    if (parsed?.type === 'CreateFunctionStmt') {
      routines.set(canonical(listName(children(parsed.fields, 'funcname'))), readRoutine(parsed.fields).statements);
    }
  }
  return list;
}

function problemIn(sql: string, parse: Parse, start: number, lineOf: (at: number) => number) {
  const problem = parse.problemOf(sql);
  if (problem === undefined) return undefined;
  const before = Buffer.byteLength(Array.from(sql).slice(0, problem.at).join(''));
  return { message: problem.message, line: lineOf(start + before) };
}

/** What a statement runs by calling routines that the file has made before it. */
function calledBy(parsed: Parsed | undefined, routines: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (parsed === undefined || routines.size === 0 || !/^(Select|Call|Insert|Update)Stmt$/.test(parsed.type)) return [];
  return callsIn(parsed.fields).flatMap((name) => routines.get(canonical(name)) ?? []);
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
