import { describe } from '@lockstep/base';
import type { RefusedArchive } from '../archive/archivist.ts';
import type { Archived } from '../archive/copy.ts';
import { describeLosses, type Loss } from '../data-loss/losses.ts';
import type { Migration } from '../files/migration.ts';
import type { Runner } from '../run/runner.ts';
import type { NewRuns } from './apply.ts';
import type { ContractArchive, UpArchive } from './archive-plan.ts';
import type { PlannedUp } from './plan.ts';

/** Loaded only where a contract migration is applied and what it deletes is to be archived. */
const load = () => import('./archiving.ts');

/** Of contract migrations, by version. */
export type Archives = ReadonlyMap<string, UpArchive>;

/** A contract migration that was not applied, because what it deletes was to be archived and cannot be. */
export interface RefusedUp {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly losses: readonly Loss[];
  readonly unarchived: readonly RefusedArchive[];
}

/** What becomes of what each contract migration deletes; none where nothing is to be archived. */
export async function planArchives(
  runner: Pick<Runner, 'session'>,
  planned: readonly PlannedUp[],
  archive: ContractArchive | undefined,
): Promise<Archives> {
  const contracts = planned.filter(({ decision }) => decision.phase === 'contract');
  if (archive === undefined || contracts.length === 0) return new Map();
  return (await load()).planArchives(runner, contracts, archive);
}

/** Before anything moves: none is applied where a later one would be refused. */
export function firstRefused(planned: readonly PlannedUp[], archives: Archives): RefusedUp | undefined {
  for (const { migration } of planned) {
    const archive = archives.get(migration.version);
    if (archive?.does === 'refuse') return refusedUp(migration, archive);
  }
  return undefined;
}

export function refusedUp(
  { file, name, version }: Migration,
  { losses, unarchived }: Pick<RefusedUp, 'losses' | 'unarchived'>,
): RefusedUp {
  return { version, name, file, losses, unarchived };
}

/** Those at the head that are applied like any other. */
export function untilArchived(planned: readonly PlannedUp[], archives: Archives): readonly PlannedUp[] {
  const first = planned.findIndex(({ migration }) => (archives.get(migration.version)?.does ?? 'delete') !== 'delete');
  return first < 0 ? planned : planned.slice(0, first);
}

/** What runs the transactions of one of them. */
export async function runsOf(
  runner: Runner,
  planned: PlannedUp,
  { archive, archives }: { readonly archive: ContractArchive | undefined; readonly archives: Archives },
): Promise<NewRuns | undefined> {
  if (archive === undefined || archives.get(planned.migration.version)?.does !== 'archive') return undefined;
  return (await load()).newRunsFor(runner, planned, archive);
}

/** Says what is about to be deleted without an archive, and why. */
export function warnOfLoss({ engine }: Pick<Runner, 'engine'>, file: string, archive: UpArchive | undefined): void {
  if (archive?.does !== 'delete' || archive.losses.length === 0) return;
  engine.log.warning(
    `${file}: deletes ${describeLosses(archive.losses)} without an archive: ${archive.because.join('; ')}`,
  );
}

/** Sums up what was archived, behind the commit and without a lock. Where it fails, the restore knows the archive by its rows. */
export async function seal({ engine, session }: Runner): Promise<void> {
  try {
    await (await load()).seal(session);
  } catch (error) {
    if (session.lost || engine.signal?.aborted) throw error;
    engine.log.warning(`the archive is complete, but was not summed up: ${describe(error)}`);
  }
}

/** What was archived by a migration whose commit no one saw. */
export async function archivedUnseen(
  runner: Runner,
  { decision, migration }: PlannedUp,
  archive: ContractArchive | undefined,
): Promise<readonly Archived[]> {
  if (archive === undefined || decision.phase !== 'contract') return [];
  const archived = await (await load()).archivedBy(runner.session, migration.version, archive.limits.keepMs);
  if (archived.length > 0) await seal(runner);
  return archived;
}
