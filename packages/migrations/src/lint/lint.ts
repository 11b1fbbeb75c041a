import type { Session } from '../database/session.ts';
import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import { FileError } from '../files/problem.ts';
import { settle } from '../files/settle.ts';
import type { Engine } from '../run/engine.ts';
import { withReader } from '../run/runner.ts';
import { cutSegments } from '../run/segments.ts';
import { pendingOf } from '../up/plan.ts';
import { indexFile } from './contract.ts';
import { type Facts, noFacts, readFacts } from './facts.ts';
import { droppedIndexes, locksOf } from './locks.ts';
import { canonical, loadParser, type Parse } from './parser.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { alterTableRules } from './rules-alter-table.ts';
import { blockingRules } from './rules-blocking.ts';
import { safetyRules } from './rules-safety.ts';
import { describeSize, readSizes, type Sizes, weigh } from './sizes.ts';
import { madeBy, readStatements, type Statement } from './statements.ts';

export const rules: readonly Rule[] = [...alterTableRules, ...blockingRules, ...safetyRules];

export interface LintOptions {
  readonly folder: Folder;
  /** Schemas that Supabase serves over HTTP; `auto` is `public` where it is Supabase. */
  readonly exposedSchemas: readonly string[] | 'auto';
}

/** Lints what is pending, with the sizes of the tables that are there. Changes nothing. */
export async function lintPending(engine: Engine, options: LintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  return withReader(engine, async ({ history, session }) => {
    const settled = settle(options.folder, history);
    if (settled.problems.length > 0) throw new FileError(settled.problems);
    const read = pendingOf(settled.folder.migrations, history).map((migration) => readFile(migration, parse));
    const tables = read.flatMap(tablesOf);
    const sizes = await readSizes(session, tables);
    return lintFiles(read, await readExposed(session, options.exposedSchemas), sizes, await readFacts(session, tables));
  });
}

/** Lints files without asking any database; sizes are unknown. */
export async function lintFolder(options: LintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  const { folder, problems } = settle(options.folder, []);
  if (problems.length > 0) throw new FileError(problems);
  const { layout, migrations } = folder;
  const exposed =
    options.exposedSchemas === 'auto' ? (layout === 'supabase' ? ['public'] : []) : options.exposedSchemas;
  return lintFiles(
    migrations.map((migration) => readFile(migration, parse)),
    exposed,
    undefined,
  );
}

/** A database with Supabase's roles serves its schema `public` over HTTP. */
export async function readExposed(session: Session, asked: LintOptions['exposedSchemas']): Promise<readonly string[]> {
  if (asked !== 'auto') return asked;
  const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
  return row?.[0] === 't' ? ['public'] : [];
}

export interface ReadFile {
  readonly migration: Migration;
  readonly statements: readonly Statement[];
}

export function readFile(migration: Migration, parse: Parse): ReadFile {
  return { migration, statements: readStatements(migration.up, parse) };
}

/** Tables that the statements of a file lock, and indexes that they drop. */
export function tablesOf({ statements }: ReadFile): string[] {
  return statements.flatMap(({ parsed }) =>
    parsed === undefined ? [] : [...locksOf(parsed).map((lock) => lock.table), ...droppedIndexes(parsed)],
  );
}

/** Pure: all findings of some files, which are applied one after another. */
export function lintFiles(
  files: readonly ReadFile[],
  exposedSchemas: readonly string[],
  sizes: Sizes,
  facts: Facts = noFacts,
): Finding[] {
  const made = new Set<string>();
  const earlier: Statement[] = [];
  return files.flatMap((file) => {
    const findings = lintFile(file, made, { exposedSchemas, sizes, facts, earlier: [...earlier] });
    earlier.push(...file.statements.filter(({ parsed }) => parsed?.type === 'AlterTableStmt'));
    for (const { parsed } of file.statements) {
      const object = madeBy(parsed);
      if (object?.kind === 'table') made.add(object.name);
    }
    return findings;
  });
}

function lintFile(
  { migration, statements }: ReadFile,
  madeBefore: ReadonlySet<string>,
  known: Pick<RuleContext, 'exposedSchemas' | 'sizes' | 'facts' | 'earlier'>,
): Finding[] {
  const { directives } = migration.up;
  const made = new Set(madeBefore);
  const findings: Finding[] = [];
  const file = indexFile(statements);
  const transactions = transactionsOf(migration, statements);
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
      made,
      declaresPhase: directives.phase !== undefined,
    };
    for (const rule of rules) findings.push(...apply(rule, statement, context, migration));
    const object = madeBy(statement.parsed);
    if (object?.kind === 'table') made.add(object.name);
    held ??= excluding(statement, made);
  }
  const all = [...findings, ...wholeFile(migration)];
  return [...all, ...unusedAllowances(migration, statements, all)];
}

/** For each statement the transaction that it is committed with. */
function transactionsOf(migration: Migration, statements: readonly Statement[]): readonly number[] {
  const ends = cutSegments(migration.up.pieces).flatMap((segment, nth) => {
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
    return pieces.map(({ to }) => ({ nth, to }));
  });
  let at = 0;
  return statements.map((statement) => {
    while (at < ends.length - 1 && (ends[at]?.to ?? 0) <= statement.at) at++;
    return ends[at]?.nth ?? 0;
  });
}

/** The table that is in use, and from which a statement keeps everybody away until its transaction ends. */
function excluding({ line, parsed }: Statement, made: ReadonlySet<string>): RuleContext['held'] {
  const locks = parsed === undefined ? [] : locksOf(parsed);
  const lock = locks.find(({ mode, table }) => mode === 'access-exclusive' && !made.has(canonical(table)));
  return lock === undefined ? undefined : { table: lock.table, line };
}

function apply(rule: Rule, statement: Statement, context: RuleContext, migration: Migration): Finding[] {
  const allowance = migration.up.allowances.find((each) => each.at === statement.at && each.rule === rule.id);
  return rule.check(statement, context).map(({ message, table, todo }) => {
    const size = table === undefined ? undefined : context.sizes?.get(canonical(table));
    const known = table === undefined || context.sizes === undefined ? '' : ` (${describeSize(size)})`;
    const severity = rule.weight === 'blocking' ? SEVERITY[weigh(size)] : rule.weight;
    return {
      rule: rule.id,
      severity: allowance === undefined ? severity : 'note',
      file: migration.file,
      line: statement.line,
      statement: statement.shown,
      message: `${message}${known}`,
      todo,
      allowed: allowance?.reason,
    };
  });
}

const SEVERITY = { small: 'note', unknown: 'warning', medium: 'warning', large: 'error' } as const;

/** Rules about a file as a whole: allowed wherever in it. */
const OF_FILES = ['not-atomic', 'no-way-down'];

function wholeFile(migration: Migration): Finding[] {
  const about = (rule: string, severity: Finding['severity']) => {
    const allowed = migration.up.allowances.find((each) => each.rule === rule)?.reason;
    const { file, up } = migration;
    const common = { rule, file, line: up.source.firstLine, statement: '', allowed };
    return { ...common, severity: allowed === undefined ? severity : ('note' as const) };
  };
  const findings: Finding[] = [];
  if (cutSegments(migration.up.pieces).length > 1) {
    findings.push({
      ...about('not-atomic', 'note'),
      message: 'cannot be one transaction: where it fails half-way, its first part stays until the next run goes on',
      todo: 'put what cannot run in a transaction into a file of its own',
    });
  }
  if (migration.down === undefined) {
    findings.push({
      ...about('no-way-down', migration.up.directives.phase === 'contract' ? 'note' : 'warning'),
      message: 'has no way down: a release that fails leaves it where it is',
      todo: 'write one, or one that says in a comment why there is nothing to take back',
    });
  }
  return findings;
}

/** An allowance that allows nothing hides the next mistake. */
function unusedAllowances(
  migration: Migration,
  statements: readonly Statement[],
  findings: readonly Finding[],
): Finding[] {
  return migration.up.allowances.flatMap(({ at, rule }) => {
    const statement = statements.find((each) => each.at === at);
    const line = statement?.line ?? migration.up.source.firstLine;
    const ofFile = OF_FILES.includes(rule);
    const known = ofFile || rules.some((each) => each.id === rule);
    const used = findings.some(
      (each) => each.rule === rule && (ofFile || each.line === line) && each.allowed !== undefined,
    );
    if (used) return [];
    const message = known ? `allows ${rule}, which finds nothing here` : `allows ${rule}, which is no rule`;
    return [
      {
        rule: 'unused-allowance',
        severity: 'warning' as const,
        file: migration.file,
        line,
        statement: statement?.shown ?? '',
        message,
        todo: known ? 'remove it' : `the rules are ${[...rules.map((each) => each.id), ...OF_FILES].join(', ')}`,
        allowed: undefined,
      },
    ];
  });
}
