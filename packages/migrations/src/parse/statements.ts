import { firstWord, type StatementClass } from '../sql/classify.ts';
import { excerpt } from '../sql/excerpt.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { walk } from '../sql/walk.ts';
import { readCodeBlock, readRoutine } from './code-block.ts';
import type { Parse, Parsed } from './parser.ts';
import { type Routines, type Run, ranBy, remember, runBy, tagOf } from './runs.ts';

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
  /** What a routine that it makes runs whenever it is called. */
  readonly runs: readonly Run[];
}

/** Statements that write rows one by one: a file may hold a million, and a parse of each tells nothing new. */
const ROWS = new Set(['insert', 'values', 'copy']);
/** As much of them is parsed in each file, and of a single one. */
const ROWS_PARSED = 2 << 20;
const ROW_PARSED = 256 << 10;
/** Beyond this a statement is data, and its tree would take more memory than a runner has. */
const PARSED = 4 << 20;

/**
 * Every statement of a script, parsed where that is of use; what DO blocks and called routines run is behind them.
 * `routines` are those that are known before it, and get those that it makes.
 */
export function readStatements(script: Script, parse: Parse, routines: Routines = new Map()): Statement[] {
  const lineOf = lineCounter(script.source);
  const list: Statement[] = [];
  let rows = ROWS_PARSED;
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const { bytes, standardStrings, start } = item;
    const isRow = ROWS.has(firstWord(bytes));
    const isRead = bytes.length <= (isRow ? Math.min(rows, ROW_PARSED) : PARSED);
    if (isRow) rows -= bytes.length;
    const sql = isRead ? bytes.toString('utf8') : '';
    const parsed = isRead ? parse(sql) : undefined;
    const tag = tagOf(bytes);
    // Read again when it is asked for: what is kept here keeps the window that it is in.
    const end = start + bytes.length;
    const shown = () => excerpt(script.source.read(start, end));
    const block = parsed?.type === 'DoStmt' ? readCodeBlock(parsed.fields) : undefined;
    const own = block === undefined ? undefined : ranBy(block, parse);
    const inner = parsed === undefined ? [] : runBy({ parsed, tag }, own?.runs ?? [], routines);
    const made = parsed?.type === 'CreateFunctionStmt' ? ranBy(readRoutine(parsed.fields), parse).runs : [];
    const found = {
      at: start,
      line: lineOf(start),
      tag,
      class: item.class.kind,
      parsed,
      // Where a backslash escapes in plain strings, the grammar reads another text than the server.
      problem: isRead && parsed === undefined && standardStrings ? problemIn(sql, parse, start, lineOf) : undefined,
      nested: false,
      unreadable: block !== undefined && (block.unreadable || own?.isWhole === false),
      runs: made,
    };
    list.push(showing(found, shown));
    for (const each of inner) {
      const nested = { ...found, ...each, problem: undefined, nested: true, unreadable: false, runs: [] };
      list.push(showing(nested, shown));
    }
    if (parsed?.type === 'CreateFunctionStmt') remember(routines, parsed.fields, made);
  }
  return list;
}

/** Only of what a message names is the text wanted, and that is not one statement in a hundred. */
function showing(statement: Omit<Statement, 'shown'>, shown: () => string): Statement {
  return Object.defineProperty(statement as Statement, 'shown', { get: shown, enumerable: true });
}

function problemIn(sql: string, parse: Parse, start: number, lineOf: (at: number) => number) {
  const problem = parse.problemOf(sql);
  if (problem === undefined) return undefined;
  const before = Buffer.byteLength(Array.from(sql).slice(0, problem.at).join(''));
  return { message: problem.message, line: lineOf(start + before) };
}
