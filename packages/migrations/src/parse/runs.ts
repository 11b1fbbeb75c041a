import { textSource } from '../sql/source.ts';
import { type Token, tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';
import { callsIn } from './calls.ts';
import type { CodeBlock } from './code-block.ts';
import { canonical, children, listName, type Node, type Parse, type Parsed } from './parser.ts';
import { statementsWithin } from './within.ts';

/** What runs because a statement does. */
export interface Run {
  readonly parsed: Parsed;
  /** As of a statement. */
  readonly tag: string;
}

/** What routines run, by canonical name. */
export type Routines = Map<string, readonly Run[]>;

/**
 * What a query in a block of code calls, as a statement of its own: what it reads there is no concern of anybody's.
 */
export const CALLS = 'Calls';

/** What a block of code runs; `isWhole` says that every statement in it could be read. */
export function ranBy(
  { queries, statements, trees }: CodeBlock,
  parse: Parse,
): { readonly runs: readonly Run[]; readonly isWhole: boolean } {
  const all = statements.flatMap((each) => parseAll(each, parse));
  const asked = queries
    .flatMap((each) => parseAll(each, parse))
    .flatMap((each) => (each === undefined ? [] : queried(each)));
  const runs = all.flatMap((each) => (each === undefined ? [] : [each]));
  return {
    runs: [...runs, ...trees.map((parsed) => ({ parsed, tag: tagOfTree(parsed) })), ...asked],
    isWhole: runs.length === all.length,
  };
}

/** Of a query its calls, and what it writes by WITH; a statement that writes is itself. */
function queried({ parsed, tag }: Run): readonly Run[] {
  if (parsed.type !== 'SelectStmt') return [{ parsed, tag }];
  const within = statementsWithin(parsed).map((each) => ({ parsed: each, tag: tagOfTree(each) }));
  return callsIn(parsed.fields).length === 0
    ? within
    : [{ parsed: { type: CALLS, fields: { query: parsed.fields } }, tag }, ...within];
}

/** All that a statement runs by the way: what stands in it, in the routines that it calls, and in those that they call. */
export function runBy(statement: Run, own: readonly Run[], routines: Routines): readonly Run[] {
  const called = new Set<string>();
  const all: Run[] = [];
  const visit = (run: Run, isFirst: boolean) => {
    if (!isFirst) all.push(run);
    for (const parsed of statementsWithin(run.parsed)) all.push({ parsed, tag: run.tag });
    for (const name of calledBy(run.parsed)) {
      const runs = routines.get(name);
      if (runs === undefined || called.has(name)) continue;
      called.add(name);
      for (const each of runs) visit(each, false);
    }
  };
  visit(statement, true);
  for (const each of own) visit(each, false);
  return all;
}

/** Canonical names of the routines that a statement calls. */
export function calledBy({ fields, type }: Parsed): readonly string[] {
  return CALLING.test(type) ? callsIn(fields).map(canonical) : [];
}

const CALLING = new RegExp(`^((Select|Call|Insert|Update|Delete|Merge|CreateTableAs)Stmt|${CALLS})$`);

/** Notes what a routine runs that a statement makes. */
export function remember(routines: Routines, fields: Node, runs: readonly Run[]): void {
  routines.set(canonical(listName(children(fields, 'funcname'))), runs);
}

/** The statements in a string; undefined for one that is none, for something is missing in it. */
function parseAll(sql: string, parse: Parse): (Run | undefined)[] {
  return [...walk(textSource('', sql))].flatMap((item) => {
    if (item.kind !== 'statement') return [];
    const parsed = parse(item.bytes.toString('utf8'));
    return [parsed === undefined ? undefined : { parsed, tag: tagOf(item.bytes) }];
  });
}

function tagOfTree({ type }: Parsed): string {
  return type.replace(/Stmt$/, '').toUpperCase();
}

/** The first word of a statement in capitals, with the next where that says more. */
export function tagOf(statement: Buffer): string {
  const [first = '', second = '', third = ''] = tokens(statement.subarray(0, TAGGED), 3).map(capitals);
  if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first)) return first;
  const skip = /^(UNIQUE|OR|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED)$/.test(second);
  return `${first} ${second}${skip ? ` ${third}` : ''}`.trim();
}

/** In so many bytes the first words are, but for comments that nobody writes there. */
const TAGGED = 2048;

function capitals({ kind, value }: Token): string {
  return kind === 'word' && /^[a-z_]+$/.test(value) ? value.toUpperCase() : '';
}
