import type { Migration } from '../files/migration.ts';
import { firstWord } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';
import { contractReasons, type Made } from './contract.ts';
import { child, children, listName, type Parse, type Parsed, relationName } from './parser.ts';

/** Whether old and new code can both work after a migration. */
export interface PhaseJudgement {
  readonly phase: 'expand' | 'contract';
  /** `directive`: the author said so. `statements`: they show it. */
  readonly by: 'directive' | 'statements';
  /** What makes it contract, with the line of the file; also where the author overruled it. */
  readonly reasons: readonly { readonly line: number; readonly what: string }[];
}

/** Without one of these words an ALTER drops, renames and narrows nothing. */
const BREAKING = new Set(['drop', 'rename', 'type', 'null', 'schema', 'detach', 'domain']);

/** Whether the parser must see a statement: a file of a million INSERTs is not parsed. */
function mayBreak(statement: Buffer): boolean {
  const word = firstWord(statement);
  if (word !== 'alter') return word === 'drop' || word === 'truncate';
  return tokens(statement).some((token) => token.kind === 'word' && BREAKING.has(token.value));
}

/** Judges a migration; `loadParser` is called only where a statement needs it. */
export async function judgePhase(migration: Migration, loadParser: () => Promise<Parse>): Promise<PhaseJudgement> {
  const { phase } = migration.up.directives;
  if (phase === 'contract') return { phase, by: 'directive', reasons: [] };
  const reasons = await contractStatements(migration.up, loadParser);
  if (phase === 'expand') return { phase, by: 'directive', reasons };
  return { phase: reasons.length > 0 ? 'contract' : 'expand', by: 'statements', reasons };
}

async function contractStatements(
  script: Script,
  loadParser: () => Promise<Parse>,
): Promise<PhaseJudgement['reasons']> {
  const judged: { at: number; sql: string }[] = [];
  const makers: { at: number; sql: string }[] = [];
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const list = mayBreak(item.bytes) ? judged : firstWord(item.bytes) === 'create' ? makers : undefined;
    list?.push({ at: item.start, sql: item.bytes.toString('utf8') });
  }
  if (judged.length === 0) return [];
  const parse = await loadParser();
  const lineOf = lineCounter(script.source);
  const created = makers.flatMap(({ at, sql }) => nameMade(parse(sql), at));
  return judged.flatMap(({ at, sql }) => {
    const parsed = parse(sql);
    if (parsed === undefined) return [];
    const made: Made = {
      tables: new Set(created.filter((each) => each.table && each.at < at).map((each) => each.name)),
      replaced: new Set(created.filter((each) => !each.table && each.at > at).map((each) => each.name)),
    };
    return contractReasons(parsed, made).map((what) => ({ line: lineOf(at), what }));
  });
}

/** The name of the table, view or routine that a statement makes. */
function nameMade(parsed: Parsed | undefined, at: number): { name: string; table: boolean; at: number }[] {
  if (parsed === undefined) return [];
  const { type, fields } = parsed;
  if (type === 'CreateStmt') return [{ name: relationName(child(fields, 'relation')), table: true, at }];
  if (type === 'CreateTableAsStmt') {
    const name = relationName(child(child(fields, 'into') ?? {}, 'rel'));
    return [{ name, table: fields['objtype'] === 'OBJECT_TABLE', at }];
  }
  if (type === 'ViewStmt') return [{ name: relationName(child(fields, 'view')), table: false, at }];
  if (type === 'CreateFunctionStmt') return [{ name: listName(children(fields, 'funcname')), table: false, at }];
  if (type === 'DefineStmt') return [{ name: listName(children(fields, 'defnames')), table: false, at }];
  return [];
}
