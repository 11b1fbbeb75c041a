import type { Migration } from '../files/migration.ts';
import { firstWord } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';
import { contractReasons, indexFile } from './contract.ts';
import type { Parse } from './parser.ts';
import { madeBy, readStatements, type Statement } from './statements.ts';

/** Whether old and new code can both work after a migration. */
export interface PhaseJudgement {
  readonly phase: 'expand' | 'contract';
  /** `directive`: the author said so. `statements`: they show it. */
  readonly by: 'directive' | 'statements';
  /** What makes it contract, with the line of the file; also where the author overruled it. */
  readonly reasons: readonly { readonly line: number; readonly what: string }[];
}

/** Judges a migration; `loadParser` is called only where a statement needs it. */
export async function judgePhase(migration: Migration, loadParser: () => Promise<Parse>): Promise<PhaseJudgement> {
  const { phase } = migration.up.directives;
  if (phase === 'contract') return { phase, by: 'directive', reasons: [] };
  const reasons = mayBreakAnything(migration.up)
    ? contractStatements(readStatements(migration.up, await loadParser()))
    : [];
  if (phase === 'expand') return { phase, by: 'directive', reasons };
  return { phase: reasons.length > 0 ? 'contract' : 'expand', by: 'statements', reasons };
}

/** Without one of these words an ALTER drops, renames and narrows nothing, but for NOT NULL. */
const BREAKING = new Set('drop rename type schema detach domain identity inherit row publication'.split(' '));
const FILLS = /^(default|generated|(small|big)?serial\d?)$/;

/** A look that needs no parser: most migrations only make things. */
function mayBreakAnything(script: Script): boolean {
  if (['drop', 'truncate', 'revoke', 'do'].some((word) => script.words.has(word))) return true;
  if (!script.words.has('alter')) return false;
  const hidden: string[] = [];
  const shown = new Set<string>();
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const first = firstWord(item.bytes);
    if (first === 'create') shown.add(said(item.bytes, SHOWS_ROWS));
    if (first !== 'alter' || !mayBreak(item.bytes)) continue;
    const table = said(item.bytes, HIDES_ROWS);
    if (table === '') return true;
    hidden.push(table);
  }
  return hidden.some((table) => !shown.has(table));
}

const TABLE = String.raw`(?<table>\S+(?: \. \S+)?)`;
/** What every table of a Supabase project has is no reason to load the parser, where its rows are shown again. */
const HIDES_ROWS = new RegExp(`^alter table ${TABLE} enable row level security(?: ;)?$`);
const SHOWS_ROWS = new RegExp(
  String.raw`^create (?:policy \S+ on ${TABLE} (?!as restrictive|\. )|table ${TABLE.replace('table', 'made')} \()`,
);

/** The table of a statement of this very form, as it is written there; '' for any other statement. */
function said(statement: Buffer, form: RegExp): string {
  const list = tokens(statement, 12).map(({ kind, value }) => (kind === 'name' ? JSON.stringify(value) : value));
  const { table, made } = form.exec(list.join(' '))?.groups ?? {};
  return table ?? made ?? '';
}

function mayBreak(alter: Buffer): boolean {
  const words = tokens(alter).flatMap((token) => (token.kind === 'word' ? [token.value] : []));
  if (words.some((word) => BREAKING.has(word))) return true;
  const required = words.filter((word, at) => word === 'null' && words[at - 1] === 'not').length;
  const setsNotNull = words.some((word, at) => word === 'set' && words[at + 1] === 'not');
  return setsNotNull || required > words.filter((word) => FILLS.test(word)).length;
}

/** The statements of one script that break code written for the schema before it. */
export function contractStatements(statements: readonly Statement[]): PhaseJudgement['reasons'] {
  const tables = new Set<string>();
  const file = indexFile(statements);
  return statements.flatMap(({ line, parsed }, nth) => {
    if (parsed === undefined) return [];
    const reasons = contractReasons(parsed, { tables, file, nth });
    const made = madeBy(parsed);
    if (made?.kind === 'table') tables.add(made.name);
    return reasons.map((what) => ({ line, what }));
  });
}
