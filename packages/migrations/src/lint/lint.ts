import type { Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import { pendingOf, settle } from '../history/settle.ts';
import { canonical, loadParser, type Parse } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import { tablesIn } from '../parse/tables-in.ts';
import { indexFile } from '../phase/contract/around.ts';
import { nothingKnown } from '../picture/known.ts';
import { Picture } from '../picture/picture.ts';
import { type Ask, type ReadFile, readFiles, readFilesWith, transactionsOf } from '../picture/read-files.ts';
import { readKnown } from '../picture/read-known.ts';
import { withReader } from '../run/runner.ts';
import { FileError } from '../sql/problem.ts';
import { type Beyond, beyondFile, readBeyond } from './beyond-file.ts';
import { droppedIndexes, locksOf } from './locks.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { describeSize, readSizes, type Sizes, weigh } from './sizes.ts';
import { unusedAllowances, wholeFile } from './whole-file.ts';

export interface LintOptions {
  readonly folder: Folder;
  /** Schemas that Supabase serves over HTTP; `auto` is `public` where it is Supabase. */
  readonly exposedSchemas: readonly string[] | 'auto';
}

export interface FolderLintOptions {
  readonly folder: Folder;
  readonly exposedSchemas: readonly string[];
  /** Versions that are to be applied together; each file is judged by itself where nobody knows. */
  readonly pending: ReadonlySet<string> | undefined;
}

/** Lints what is pending, with what the database has of it. Changes nothing. */
export async function lintPending(engine: Engine, options: LintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  return withReader(engine, async ({ history, session }) => {
    const settled = settle(options.folder, history);
    if (settled.problems.length > 0) throw new FileError(settled.problems);
    const pending = pendingOf(settled.folder.migrations, history);
    const { files, context } = await readLintContext(session, pending, { ...options, parse });
    return lintFiles(files, context);
  });
}

/**
 * Lints files without asking any database. Older files are applied and in use: they tell what is there, as far as they
 * go, and are not judged.
 */
export async function lintFolder({ exposedSchemas, pending, ...options }: FolderLintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  const older = options.folder.migrations.filter(({ version }) => pending?.has(version) === false);
  const applied = older.map(({ name, version }) => ({ version, name, applied: true, side: undefined }));
  const { folder, problems } = settle(options.folder, applied);
  if (problems.length > 0) throw new FileError(problems);
  const picture = new Picture(nothingKnown);
  const files = readFiles(folder.migrations, parse);
  const beyond = beyondFile(files.flatMap(({ statements }) => statements));
  const context = { parse, picture, exposedSchemas, sizes: undefined, beyond, rules: await loadRules() };
  if (pending === undefined) {
    return files.flatMap((file) => {
      picture.settle();
      return lintFiles([file], context);
    });
  }
  const isPending = ({ migration }: ReadFile) => pending.has(migration.version);
  for (const { statements } of files.filter((file) => !isPending(file)))
    for (const { parsed } of statements) picture.take(parsed);
  picture.settle();
  return lintFiles(files.filter(isPending), context);
}

/** A database with Supabase's roles serves its schema `public` over HTTP. */
async function readExposed(session: Session, asked: LintOptions['exposedSchemas']): Promise<readonly string[]> {
  if (asked !== 'auto') return asked;
  const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
  return row?.[0] === 't' ? ['public'] : [];
}

/** What files are judged with. */
export interface LintContext {
  readonly parse: Parse;
  readonly picture: Picture;
  readonly exposedSchemas: readonly string[];
  readonly sizes: Sizes;
  readonly beyond: Beyond;
  readonly rules: readonly Rule[];
}

/** Most runs judge nothing: the rules are loaded when one does. */
async function loadRules(): Promise<readonly Rule[]> {
  const { rules } = await import('./rules/all.ts');
  return rules;
}

interface Asked {
  readonly parse: Parse;
  readonly exposedSchemas: LintOptions['exposedSchemas'];
}

/** Reads files, and asks the database what it has of what they are about. */
export async function readLintContext(
  session: Session,
  migrations: readonly Migration[],
  asked: Asked,
): Promise<{ readonly files: readonly ReadFile[]; readonly context: LintContext }> {
  const ask: Ask = (names, parse) => readKnown(session, names, parse);
  const { files, known } = await readFilesWith(migrations, asked.parse, ask);
  const exposedSchemas = await readExposed(session, asked.exposedSchemas);
  const statements = files.flatMap((file) => file.statements);
  const tables = files.flatMap(tablesOf);
  const context = {
    parse: asked.parse,
    // Without any name nothing needs to be known; but a database was asked.
    picture: new Picture(known ?? { ...nothingKnown, complete: true }),
    exposedSchemas,
    sizes: await readSizes(session, tables),
    beyond: beyondFile(statements, await readBeyond(session, tables, exposedSchemas)),
    rules: await loadRules(),
  };
  return { files, context };
}

/** Tables that the statements of a file lock or write, and indexes that they drop. */
function tablesOf({ statements }: ReadFile): string[] {
  return statements.flatMap(({ parsed }) =>
    parsed === undefined
      ? []
      : [
          ...locksOf(parsed).map((lock) => lock.table),
          ...droppedIndexes(parsed),
          ...(parsed.type === 'InsertStmt' || parsed.type === 'SelectStmt' ? tablesIn(parsed.fields) : []),
        ],
  );
}

/** Pure but for the picture, which goes on: all findings of some files, which are applied one after another. */
export function lintFiles(files: readonly ReadFile[], context: LintContext): Finding[] {
  const earlier: Statement[] = [];
  return files.flatMap((file) => {
    const findings = lintFile(file, { ...context, earlier: [...earlier] });
    earlier.push(...file.statements.filter(({ parsed }) => parsed?.type === 'AlterTableStmt'));
    return findings;
  });
}

function lintFile({ migration, statements }: ReadFile, known: LintContext & Pick<RuleContext, 'earlier'>): Finding[] {
  const { directives } = migration.up;
  const { picture, rules } = known;
  const findings: Finding[] = [];
  const transactions = transactionsOf(migration, statements);
  const file = indexFile(statements, transactions);
  let held: RuleContext['held'];
  for (const [nth, statement] of statements.entries()) {
    if (transactions[nth] !== transactions[nth - 1]) held = undefined;
    const context: RuleContext = {
      ...known,
      statements,
      nth,
      file,
      held,
      isTogether: (other) => transactions[statements.indexOf(other)] === transactions[nth],
      declaresPhase: directives.phase !== undefined,
      isArchived: directives.phase !== 'expand' && directives.noArchive === undefined,
    };
    for (const rule of rules) findings.push(...apply(rule, statement, context, migration));
    picture.take(statement.parsed);
    held ??= excluding(statement, picture);
  }
  const all = [...findings, ...wholeFile(migration, known.parse)];
  return [...all, ...unusedAllowances(migration, statements, { findings: all, rules: rules.map((rule) => rule.id) })];
}

/** The table that is in use, and from which a statement keeps everybody away until its transaction ends. */
function excluding({ line, parsed }: Statement, picture: Picture): RuleContext['held'] {
  const locks = parsed === undefined ? [] : locksOf(parsed);
  const lock = locks.find(
    ({ mode, table }) => mode === 'access-exclusive' && !picture.isMade(table) && !picture.isAbsent(table),
  );
  return lock === undefined ? undefined : { table: lock.table, line };
}

function apply(rule: Rule, statement: Statement, context: RuleContext, migration: Migration): Finding[] {
  const allowance = migration.up.allowances.find((each) => each.at === statement.at && each.rule === rule.id);
  return rule.check(statement, context).map(({ line = statement.line, message, table, todo, weight }) => {
    const size = table === undefined ? undefined : context.sizes?.get(canonical(table));
    const known = table === undefined || context.sizes === undefined ? '' : ` (${describeSize(size)})`;
    const severity = weight ?? (rule.weight === 'blocking' ? SEVERITY[weigh(size)] : rule.weight);
    return {
      rule: rule.id,
      severity: allowance === undefined ? severity : 'note',
      file: migration.file,
      line,
      statement: statement.shown,
      message: `${message}${known}`,
      todo,
      allowed: allowance?.reason,
    };
  });
}

const SEVERITY = { small: 'note', unknown: 'warning', medium: 'warning', large: 'error' } as const;
