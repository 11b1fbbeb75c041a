import type { Secret } from '@lockstep/base';
import { compareSchemas, type Difference, openSession, readSchema, type Schema } from '@lockstep/postgres';
import { down } from '../down/down.ts';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import { mentionsSupabase } from '../files/supabase-project.ts';
import { pendingOf, requireRunnable, settle } from '../history/settle.ts';
import { HISTORY_SCHEMAS } from '../history/tables.ts';
import { loadParser } from '../parse/parser.ts';
import { withReader } from '../run/runner.ts';
import { FileError } from '../sql/problem.ts';
import { up } from '../up/up.ts';
import type { DataAnswer } from './data/answer.ts';
import { findServerWide } from './server-wide.ts';
import { withShadow } from './shadow.ts';

export interface VerifyOptions {
  readonly folder: Folder;
  /** A database that may be thrown away; without one, one is made beside the target. */
  readonly shadowUrl: Secret | undefined;
  /** Also verify so many of the newest applied ones; only the pending ones where it is undefined. */
  readonly steps?: number | undefined;
  /** Only so many of the newest files, whatever the target has of them. */
  readonly newest?: number | undefined;
  /** Also whether archives restore what down migrations lose; not where it is left out. */
  readonly data?: boolean;
}

/** What is wrong with a migration. */
export type VerifyProblem =
  | {
      readonly kind:
        | 'verify-up-failed'
        | 'verify-down-failed'
        | 'verify-up-again-failed'
        | 'verify-no-down-migration'
        /** Rows that its rollback archives do not come back as they were. */
        | 'verify-data-differs';
      readonly message: string;
      readonly line?: number;
    }
  /** After up and down the schema is not what it was before; after up again, not what it was after the first. */
  | {
      readonly kind: 'verify-down-differs' | 'verify-up-again-differs';
      readonly message: string;
      readonly differences: readonly Difference[];
    };

export interface VerifiedFile {
  readonly version: string;
  readonly file: string;
  readonly problems: readonly VerifyProblem[];
  /** Of its rows; undefined where that was not asked, or its schema is not right yet. */
  readonly data: DataAnswer | undefined;
  readonly durationMs: number;
}

export interface VerifyReport {
  /** How many migrations were applied as the base before. */
  readonly base: number;
  /** A base that could not be applied: nothing could be verified then. */
  readonly baseProblem: string | undefined;
  readonly files: readonly VerifiedFile[];
}

/** Only where it is asked, and the schema is right. */
const loadVerifyData = () => import('./data/verify-data.ts');

/** What a shadow that was made cannot have. */
const NOT_ALL_THERE =
  'the migrations run from the first one on an empty database; if they need extensions or objects that they do not create, set shadow-database-url to an empty database that has those and may be overwritten';

/**
 * Proves, on a database that is thrown away, that down migrations reverse what up migrations do: base, and then for each
 * migration up, down, up. The schema after each step is compared as PostgreSQL itself describes it. Throws FileError
 * where the shadow would be beside the target and the files change what both share.
 */
export async function verify(engine: Engine, options: VerifyOptions): Promise<VerifyReport> {
  const { folder, subjects } = await subjectsOf(engine, options);
  const isGiven = options.shadowUrl !== undefined && !options.shadowUrl.isEmpty;
  const first = subjects[0];
  const base = first === undefined ? folder.migrations : folder.migrations.slice(0, folder.migrations.indexOf(first));
  if (!isGiven) {
    const problems = findServerWide(base, subjects, await loadParser());
    if (problems.length > 0) throw new FileError(problems);
  }
  const needsSupabase = mentionsSupabase([...base, ...subjects]);
  return withShadow(engine, { given: options.shadowUrl, needsSupabase }, async (shadow) => {
    const prepared = await apply(shadow, { ...folder, migrations: base });
    if (prepared !== undefined) {
      const baseProblem = isGiven ? prepared.message : `${prepared.message}; ${NOT_ALL_THERE}`;
      return { base: base.length, baseProblem, files: [] };
    }
    const files: VerifiedFile[] = [];
    let before = await schemaOf(shadow);
    for (const migration of subjects) {
      const started = engine.clock.now();
      const upTo = folder.migrations.slice(0, folder.migrations.indexOf(migration) + 1);
      const one = { ...folder, migrations: upTo };
      const { problems: found, schema } = await verifyOne(shadow, one, { migration, before });
      before = schema;
      const isAsked = options.data === true && found.length === 0;
      const data = isAsked ? await (await loadVerifyData()).verifyData(shadow, one, migration.version) : undefined;
      const lost: VerifyProblem[] =
        data?.kind === 'differs' ? [{ kind: 'verify-data-differs', message: data.message }] : [];
      const problems = [...found, ...lost];
      files.push({
        version: migration.version,
        file: migration.file,
        problems,
        data,
        durationMs: engine.clock.now() - started,
      });
      // What stands on a broken up migration cannot be judged.
      if (problems.some((problem) => problem.kind === 'verify-up-failed' || problem.kind === 'verify-up-again-failed'))
        break;
    }
    return { base: base.length, baseProblem: undefined, files };
  });
}

/** On the database that is thrown away all files are run: all of them must be fit for it. */
async function subjectsOf(
  engine: Engine,
  { folder: found, newest, steps }: VerifyOptions,
): Promise<{ readonly folder: Folder; readonly subjects: readonly Migration[] }> {
  return withReader(engine, async ({ history }) => {
    const settled = settle(found, history);
    // What was looked at here is no question again on the other database, whose history is empty.
    const migrations = settled.folder.migrations.map(({ others: _, ...each }) => each);
    const folder = { ...settled.folder, migrations, strays: [], ambiguity: undefined };
    const pending = pendingOf(migrations, history);
    const recorded = migrations.filter((each) => !pending.includes(each)).flatMap(({ problems = [] }) => problems);
    requireRunnable({ ...settled, problems: [...settled.problems, ...recorded] }, history);
    if (newest !== undefined) return { folder, subjects: migrations.slice(-newest) };
    const [oldest] = pending;
    const from = oldest === undefined ? migrations.length : migrations.indexOf(oldest);
    return { folder, subjects: migrations.slice(Math.max(0, from - (steps ?? 0))) };
  });
}

interface Trouble {
  readonly message: string;
  readonly line?: number;
}

interface Subject {
  readonly migration: Migration;
  /** The schema without it. */
  readonly before: Schema;
}

interface Verified {
  readonly problems: readonly VerifyProblem[];
  /** What the next one stands on. */
  readonly schema: Schema;
}

async function verifyOne(shadow: Engine, folder: Folder, { before, migration }: Subject): Promise<Verified> {
  const failed = await apply(shadow, folder);
  if (failed !== undefined) return { problems: [{ kind: 'verify-up-failed', ...failed }], schema: before };
  const after = await schemaOf(shadow);
  if (migration.down === undefined)
    return { problems: [{ kind: 'verify-no-down-migration', message: 'no down migration' }], schema: after };
  const notDown = await takeDown(shadow);
  if (notDown !== undefined)
    return { problems: [{ kind: 'verify-down-failed', ...notDown }], schema: await schemaOf(shadow) };
  const problems: VerifyProblem[] = [];
  const left = compareSchemas(before, await schemaOf(shadow));
  if (left.length > 0) {
    problems.push({
      kind: 'verify-down-differs',
      message: `the down migration does not restore ${objects(left)}`,
      differences: left,
    });
  }
  const failedAgain = await apply(shadow, folder);
  if (failedAgain !== undefined)
    return { problems: [...problems, { kind: 'verify-up-again-failed', ...failedAgain }], schema: after };
  const again = await schemaOf(shadow);
  const differs = compareSchemas(after, again);
  if (differs.length > 0) {
    const message = `up, down and up again changes ${objects(differs)}`;
    problems.push({ kind: 'verify-up-again-differs', message, differences: differs });
  }
  return { problems, schema: again };
}

function objects(differences: readonly Difference[]): string {
  const names = differences.slice(0, 3).map((each) => each.object);
  return names.join(', ') + (differences.length > 3 ? ` and ${differences.length - 3} more` : '');
}

async function apply(shadow: Engine, folder: Folder): Promise<Trouble | undefined> {
  const { failure } = await up(shadow, { folder, phase: 'all', allowOutOfOrder: true });
  if (failure === undefined) return undefined;
  return { message: failure.message, ...(failure.line === undefined ? {} : { line: failure.line }) };
}

async function takeDown(shadow: Engine): Promise<Trouble | undefined> {
  const { failure } = await down(shadow, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'allow' });
  return failure === undefined ? undefined : { message: failure.message };
}

async function schemaOf({ log, signal, target }: Engine): Promise<Schema> {
  const session = await openSession(target, { log, signal, applicationName: 'lockstep shadow' });
  try {
    return await readSchema(session, HISTORY_SCHEMAS);
  } finally {
    await session.close();
  }
}
