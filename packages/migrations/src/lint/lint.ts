import type { Session } from '../database/session.ts';
import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import type { Engine } from '../run/engine.ts';
import { withReader } from '../run/runner.ts';
import { cutSegments } from '../run/segments.ts';
import { pendingOf } from '../up/plan.ts';
import { indexFile } from './contract.ts';
import { locksOf } from './locks.ts';
import { canonical, loadParser, type Parse } from './parser.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { blockingRules } from './rules-blocking.ts';
import { safetyRules } from './rules-safety.ts';
import { describeSize, readSizes, type Sizes, weigh } from './sizes.ts';
import { madeBy, readStatements, type Statement } from './statements.ts';

export const rules: readonly Rule[] = [...blockingRules, ...safetyRules];

export interface LintOptions {
  readonly folder: Folder;
  /** Schemas that Supabase serves over HTTP; `auto` is `public` where it is Supabase. */
  readonly exposedSchemas: readonly string[] | 'auto';
}

/** Lints what is pending, with the sizes of the tables that are there. Changes nothing. */
export async function lintPending(engine: Engine, options: LintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  return withReader(engine, async ({ history, session }) => {
    const read = pendingOf(options.folder.migrations, history).map((migration) => readFile(migration, parse));
    const sizes = await readSizes(session, read.flatMap(tablesOf));
    return lintFiles(read, await readExposed(session, options.exposedSchemas), sizes);
  });
}

/** Lints files without asking any database; sizes are unknown. */
export async function lintFolder(options: LintOptions): Promise<Finding[]> {
  const parse = await loadParser();
  const { layout, migrations } = options.folder;
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

/** Tables that the statements of a file lock. */
export function tablesOf({ statements }: ReadFile): string[] {
  return statements.flatMap(({ parsed }) => (parsed === undefined ? [] : locksOf(parsed).map((lock) => lock.table)));
}

/** Pure: all findings of some files, which are applied one after another. */
export function lintFiles(files: readonly ReadFile[], exposedSchemas: readonly string[], sizes: Sizes): Finding[] {
  const made = new Set<string>();
  return files.flatMap((file) => {
    const findings = lintFile(file, made, { exposedSchemas, sizes });
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
  known: Pick<RuleContext, 'exposedSchemas' | 'sizes'>,
): Finding[] {
  const { directives } = migration.up;
  const made = new Set(madeBefore);
  const findings: Finding[] = [];
  const file = indexFile(statements);
  for (const [nth, statement] of statements.entries()) {
    const context: RuleContext = {
      ...known,
      statements,
      nth,
      file,
      made,
      declaresPhase: directives.phase !== undefined,
    };
    for (const rule of rules) findings.push(...apply(rule, statement, context, migration));
    const object = madeBy(statement.parsed);
    if (object?.kind === 'table') made.add(object.name);
  }
  return [...findings, ...wholeFile(migration), ...unusedAllowances(migration, statements, findings)];
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

function wholeFile(migration: Migration): Finding[] {
  const common = { file: migration.file, line: migration.up.source.firstLine, statement: '', allowed: undefined };
  const findings: Finding[] = [];
  if (cutSegments(migration.up.pieces).length > 1) {
    findings.push({
      ...common,
      rule: 'not-atomic',
      severity: 'note',
      message: 'cannot be one transaction: where it fails half-way, its first part stays until the next run goes on',
      todo: 'put what cannot run in a transaction into a file of its own',
    });
  }
  if (migration.down === undefined) {
    findings.push({
      ...common,
      rule: 'no-way-down',
      severity: migration.up.directives.phase === 'contract' ? 'note' : 'warning',
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
    const known = rules.some((each) => each.id === rule);
    if (known && findings.some((each) => each.rule === rule && each.line === line && each.allowed !== undefined))
      return [];
    const message = known ? `allows ${rule}, which finds nothing here` : `allows ${rule}, which is no rule`;
    return [
      {
        rule: 'unused-allowance',
        severity: 'warning' as const,
        file: migration.file,
        line,
        statement: statement?.shown ?? '',
        message,
        todo: known ? 'remove it' : `the rules are ${rules.map((each) => each.id).join(', ')}`,
        allowed: undefined,
      },
    ];
  });
}
