import type { Session } from '@lockstep/postgres';
import { describePrediction, predict } from '../data-loss/predict.ts';
import type { Engine } from '../engine/engine.ts';
import { lintFiles, readLintContext } from '../lint/lint.ts';
import { blocks, type LockMode, locksOf, type TableLock } from '../lint/locks.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sizes, TableSize } from '../lint/sizes.ts';
import { missingDown } from '../lint/whole-file.ts';
import { canonical, loadParser, type Parse } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import type { ReadFile } from '../picture/read-files.ts';
import { countDeletions, type Deletion, type PredictedUp, predictUps } from '../pull/deletions.ts';
import type { DownPart as DownLosses, PullReport, PullVersions } from '../pull/pull-report.ts';
import { readPull } from '../pull/read-pull.ts';
import { withReader } from '../run/runner.ts';
import { cutSegments, isAtomic } from '../sql/segments.ts';
import { firstRefused, planArchives, type RefusedUp } from '../up/contract-archives.ts';
import type { PlannedUp, Refusal, UpPlan } from '../up/plan.ts';
import { planFromHistory, type UpOptions } from '../up/up.ts';
import { type ArchiveReport, archiveReport } from './archive-report.ts';

/** What an `up` would do, in all detail that can be known beforehand; JSON as it stands. Holds no data and no secrets. */
export interface PlanReport {
  /** Give it to `up`, and nothing else is applied. */
  readonly digest: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly migrations: readonly MigrationReport[];
  readonly refusals: readonly Refusal[];
  /** Applied versions without a file in this checkout. */
  readonly withoutFile: readonly string[];
  /** What people should know of folder and database, and what stops nothing. */
  readonly notes: readonly string[];
}

export interface MigrationReport {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly does: 'apply' | 'hold';
  readonly phase: 'expand' | 'contract';
  /** Who says so: the author, or the statements. */
  readonly phaseBy: 'directive' | 'statements';
  readonly reasons: readonly { readonly line: number; readonly what: string }[];
  /** Whether it is one transaction together with its record. */
  readonly atomic: boolean;
  /** An interrupted run left it half-way, and this goes on there. */
  readonly resumes: boolean;
  readonly checksum: string;
  readonly statements: readonly StatementReport[];
  /** Statements that are not listed, because there are too many. */
  readonly moreStatements: number;
  /** What it deletes of what was there before it: `column public.users.bio`. */
  readonly deletes: readonly string[];
  /** Of a contract migration that is to be applied: the same with the rows that it costs, as they are now. */
  readonly losses: readonly Deletion[];
  /** What else it deletes shows only when it runs. */
  readonly opaque: boolean;
  /** Of a contract migration that is to be applied: what becomes of what it deletes; null where nothing was asked for. */
  readonly archive: ArchiveReport | null;
  /** What the app cannot do meanwhile, and on how large a table. */
  readonly locks: readonly TableLock[];
  readonly down: DownPart | null;
  /** Without a down migration, and it should have one. */
  readonly lacksDown: boolean;
  readonly findings: readonly Finding[];
}

export interface StatementReport {
  readonly line: number;
  readonly tag: string;
  /** `transaction`: with others in one. `alone`: by itself, outside of any. `control`: begins or ends one. */
  readonly class: 'transaction' | 'alone' | 'control';
  readonly locks: readonly LockReport[];
}

export interface LockReport {
  readonly table: string;
  readonly mode: LockMode;
  /** What the app cannot do meanwhile. */
  readonly blocks: 'reads and writes' | 'writes' | 'nothing';
  readonly size: TableSize | null;
}

export interface DownPart extends DownLosses {
  readonly checksum: string;
}

/** Enough to see what a file is about; a file of data may hold a million. */
const LISTED = 100;

export interface PlanOptions extends UpOptions {
  readonly exposedSchemas: readonly string[] | 'auto';
  /** Files of a pull request: what a release would do with them is said as well, with the rows that they would delete. */
  readonly pull?: PullVersions | undefined;
}

/** A plan, and what is said of it. */
interface FullPlan {
  readonly plan: UpPlan;
  readonly report: PlanReport;
  readonly pull: PullReport | undefined;
  /** What would not be applied, because what it deletes cannot be archived. */
  readonly refused: RefusedUp | undefined;
}

/** Plans an `up` and says everything about it. Takes no lock, changes nothing. */
export async function readPlanReport(engine: Engine, options: PlanOptions): Promise<FullPlan> {
  const parse = await loadParser();
  return withReader(engine, async (runner) => {
    const { session } = runner;
    const plan = await planFromHistory(engine, options, runner);
    const all = [...plan.pending];
    const pending = all.map(({ migration }) => migration);
    const { files, context } = await readLintContext(session, pending, { ...options, parse });
    const findings = lintFiles(files, context);
    const predicted = predictUps(
      files.map(({ statements }) => statements),
      context.sizes,
    );
    const isApplied = (planned: PlannedUp) => !plan.held.includes(planned) && plan.apply.includes(planned);
    const losses = await lossesOf(
      session,
      predicted.filter((_, nth) => all[nth]?.decision.phase === 'contract' && isApplied(all[nth])),
    );
    const archives = await planArchives(runner, plan.apply, options.archive);
    const migrations = all.map((planned, nth): MigrationReport => {
      const file = files[nth] as ReadFile;
      const does = isApplied(planned) ? 'apply' : 'hold';
      return {
        ...migrationReport(planned, does, parse),
        ...effectOf(predicted[nth]),
        losses: losses.get(predicted[nth]) ?? [],
        archive: archiveReport(archives.get(planned.migration.version)),
        ...statementReports(file, context.sizes),
        findings: findings.filter((finding) => finding.file === planned.migration.file),
      };
    });
    const { digest, fromVersion, notes, refusals, toVersion, withoutFile } = plan;
    const pull =
      options.pull &&
      (await readPull(
        { pending: plan.pending, refusals: plan.refusals, of: options.pull, sizes: context.sizes },
        session,
      ));
    const refused = firstRefused(plan.apply, archives);
    return {
      plan,
      pull,
      refused,
      report: { digest, fromVersion, toVersion, migrations, refusals, withoutFile, notes },
    };
  });
}

type ReadElsewhere = 'statements' | 'moreStatements' | 'findings' | 'losses' | 'archive';

function migrationReport(
  { decision, migration, partial }: PlannedUp,
  does: 'apply' | 'hold',
  parse: Parse,
): Omit<MigrationReport, ReadElsewhere | keyof ReturnType<typeof effectOf>> {
  const { down, file, name, up, version } = migration;
  return {
    version,
    name,
    file,
    does,
    phase: decision.phase,
    phaseBy: decision.by,
    reasons: decision.reasons,
    atomic: isAtomic(cutSegments(up.pieces)),
    resumes: partial !== undefined,
    checksum: up.checksum,
    down: down === undefined ? null : downPart(down.checksum, predict(down, parse)),
    lacksDown: missingDown(migration) === 'warning',
  };
}

/** What each of them costs now. */
async function lossesOf(session: Session, ups: readonly PredictedUp[]) {
  const counted = await countDeletions(ups, session);
  return new Map<PredictedUp | undefined, readonly Deletion[]>(ups.map((up, nth) => [up, counted[nth] ?? []]));
}

function effectOf(predicted: PredictedUp | undefined): Pick<MigrationReport, 'deletes' | 'opaque' | 'locks'> {
  const { locks = [], opaque = true, deletes = [] } = predicted ?? {};
  return { deletes: deletes.map(describePrediction), opaque, locks };
}

function statementReports(
  { statements }: ReadFile,
  sizes: Sizes,
): Pick<MigrationReport, 'statements' | 'moreStatements'> {
  return {
    statements: statements.slice(0, LISTED).map((statement) => statementReport(statement, sizes)),
    moreStatements: Math.max(0, statements.length - LISTED),
  };
}

function downPart(checksum: string, { opaque, deletes }: ReturnType<typeof predict>): DownPart {
  return { checksum, deletes: deletes.map(describePrediction), opaque };
}

const CONTROL = new Set<Statement['class']>(['begin', 'commit', 'rollback', 'prepare-transaction']);

function statementReport(statement: Statement, sizes: Sizes): StatementReport {
  const { line, parsed, tag } = statement;
  return {
    line,
    tag,
    class: statement.class === 'alone' ? 'alone' : CONTROL.has(statement.class) ? 'control' : 'transaction',
    locks: (parsed === undefined ? [] : locksOf(parsed)).map(({ mode, table }) => ({
      table,
      mode,
      blocks: blocks(mode),
      size: sizes?.get(canonical(table)) ?? null,
    })),
  };
}
