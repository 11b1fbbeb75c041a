import type { Session } from '@lockstep/postgres';
import { describePrediction, predict } from '../data-loss/predict.ts';
import type { Folder } from '../files/folder.ts';
import { pendingOf, settle } from '../history/settle.ts';
import type { Sizes } from '../lint/sizes.ts';
import { loadParser } from '../parse/parser.ts';
import { readStatements } from '../parse/statements.ts';
import { decidePhases } from '../phase/phase.ts';
import { FileError } from '../sql/problem.ts';
import { type PlannedUp, planUp, type Refusal } from '../up/plan.ts';
import { countDeletions, predictUps } from './deletions.ts';
import { isOf, type PullReport, type PullVersions, pullReport } from './pull-report.ts';

export interface PullPlan {
  readonly pending: readonly PlannedUp[];
  readonly refusals: readonly Refusal[];
  readonly of: PullVersions;
  /** Of the tables that the files lock. */
  readonly sizes?: Sizes;
}

/** The files of a pull request compared with what a database has; without a `session` nothing is counted. */
export async function readPull(
  { of, pending, refusals, sizes }: PullPlan,
  session: Session | undefined,
): Promise<PullReport | undefined> {
  const parse = await loadParser();
  const read = pending.map(({ migration }) => readStatements(migration.up, parse));
  const isOwn = ({ migration: { byName, version } }: PlannedUp) => isOf(of, byName ?? version);
  const predicted = predictUps(read, sizes).flatMap((each, nth) => {
    const planned = pending[nth];
    return planned === undefined || !isOwn(planned) ? [] : [{ planned, ...each }];
  });
  const deletes = await countDeletions(predicted, session);
  const deletions = new Map(
    predicted.map(({ locks, opaque, planned: { migration } }, nth) => {
      const down = migration.down && predict(migration.down, parse);
      const downPart = down && { deletes: down.deletes.map(describePrediction), opaque: down.opaque };
      return [migration.version, { deletes: deletes[nth] ?? [], opaque, locks, down: downPart }];
    }),
  );
  return pullReport({ asked: session !== undefined, pending, refusals, of, deletions });
}

export interface FolderPull {
  readonly folder: Folder;
  readonly of: PullVersions;
  readonly allowOutOfOrder: boolean;
}

/** The same without a database: what the base branch has counts as applied. Throws FileError for files that nobody can run. */
export async function readFolderPull({ allowOutOfOrder, of, ...given }: FolderPull): Promise<PullReport | undefined> {
  const isOwn = ({ version }: { readonly version: string }) => isOf(of, version);
  if (!given.folder.migrations.some(isOwn)) return undefined;
  const history = given.folder.migrations
    .filter((each) => !isOwn(each))
    .map(({ name, version }) => ({ version, name, applied: true, side: undefined }));
  const { folder, notes, problems } = settle(given.folder, history);
  if (problems.length > 0) throw new FileError(problems);
  const pending = pendingOf(folder.migrations, history);
  const older = folder.migrations.filter((each) => !isOwn(each));
  const decisions = await decidePhases(pending, { loadParser, older });
  const plan = planUp({
    ...{ migrations: folder.migrations, decisions, history, phase: 'expand', to: undefined, steps: undefined },
    // A rewritten file is older by right.
    allowOutOfOrder: allowOutOfOrder || of.rewritten.size > 0,
    order: folder.order,
    notes,
  });
  return await readPull({ pending: plan.pending, refusals: plan.refusals, of }, undefined);
}
