import { loadPreview } from '../archive/lazily.ts';
import { type ArchiveLimits, limitsNow } from '../archive/limits.ts';
import type { ArchivePreview } from '../archive/preview.ts';
import { countPredicted, reachesOthers } from '../data-loss/count-predicted.ts';
import type { Loss } from '../data-loss/losses.ts';
import { type Prediction, predict } from '../data-loss/predict.ts';
import { findUntestable } from '../data-loss/untestable.ts';
import type { Engine } from '../engine/engine.ts';
import { loadParser } from '../parse/parser.ts';
import { type OwnReleases, type ReleaseTrace, readReleasesSince } from '../records/releases.ts';
import { type Runner, withReader } from '../run/runner.ts';
import { withHints } from '../sql/split-hints.ts';
import { erasure } from './erasure.ts';
import { type DownPlan, type DownRange, type PlannedDown, planDown } from './plan.ts';
import { hintsFor, nameOf, readOwnRows, readStored } from './stored.ts';

/** What a down migration is about to do, with the live data that it would delete as far as its text tells. */
export interface PreviewedDown extends PlannedDown {
  readonly deletes: readonly Prediction[];
  readonly losses: readonly Loss[];
  /** Only its run shows what it deletes: it runs code, or this role may not count what is there. */
  readonly opaque: boolean;
  /** What would be archived; undefined where nothing is to be, or only its run shows it. */
  readonly archive: ArchivePreview | undefined;
}

export interface PreviewOptions {
  readonly range: DownRange;
  /** Digests of down migrations that were approved, by version. */
  readonly expectDigests?: ReadonlyMap<string, string>;
  /** Looks for releases of others than these, which came by since; where there are any, nothing is rolled back. */
  readonly ours?: OwnReleases;
  /** Shows what an archive within these limits would hold. */
  readonly archiveLimits?: ArchiveLimits | undefined;
}

export interface DownPreview extends DownPlan {
  readonly revert: readonly PreviewedDown[];
  /** Releases of others since the oldest of them was applied: their code may need the schema as it is. */
  readonly releasedSince: readonly ReleaseTrace[];
}

/** The plan of a `down` with live counts, from a look at the database that takes no lock. */
export async function readDownPlan(engine: Engine, options: PreviewOptions): Promise<DownPreview> {
  return withReader(engine, async (runner) => {
    const plan = planDown(runner.history, options.range, options.expectDigests);
    const releasedSince = await othersSince(runner, plan, options.ours);
    return { ...plan, revert: await previewDown(runner, plan.revert, options.archiveLimits), releasedSince };
  });
}

/** Asked under the migration lock: no other release can come by until the rollback is through. */
export async function othersSince(
  runner: Runner,
  { chosen }: DownPlan,
  ours: OwnReleases | undefined,
): Promise<readonly ReleaseTrace[]> {
  const versions = new Set(chosen.map(({ version }) => version));
  const times = runner.history.flatMap(({ side, version }) =>
    side !== undefined && versions.has(version) ? [Date.parse(side.startedAt)] : [],
  );
  return ours === undefined || times.length === 0 ? [] : readReleasesSince(runner, Math.min(...times), ours);
}

function spend(limits: ArchiveLimits, ms: number): ArchiveLimits {
  return { ...limitsNow(limits, ms), leftMs: Math.max(0, (limits.leftMs ?? 0) - ms) };
}

/** Newest first, as they go down: what the newer ones wrote goes with them. */
export async function previewDown(
  runner: Runner,
  revert: readonly PlannedDown[],
  archiveLimits?: ArchiveLimits,
): Promise<PreviewedDown[]> {
  const parse = revert.length === 0 ? undefined : await loadParser();
  const list: PreviewedDown[] = [];
  let limits = archiveLimits;
  for (const [nth, planned] of revert.entries()) {
    const script = withHints(readStored(nameOf(planned), planned.sql), hintsFor(planned));
    const { opaque, deletes } = parse === undefined ? { opaque: true, deletes: [] } : predict(script, parse);
    const own = deletes.length === 0 ? undefined : await readOwnRows(runner, planned, revert.slice(0, nth));
    const counted = await countPredicted(runner.session, deletes, own);
    const losses = [...(counted ?? []), ...(await findUntestable(runner.session, script))];
    const isUnseen = opaque || counted === undefined || (await reachesOthers(runner.session, deletes));
    const { noArchive } = script.directives;
    const erased = { rows: 0, bytes: 0, lockMs: 0, atMost: false };
    let archive: ArchivePreview | undefined;
    if (limits !== undefined && losses.length > 0 && noArchive !== undefined) {
      archive = { ...erased, unarchived: [erasure(nameOf(planned), noArchive)] };
    } else if (limits !== undefined && losses.length > 0) {
      archive = await (await loadPreview()).previewArchive(runner.session, { deletes, losses, own }, limits);
    }
    // What this one takes of the time, the older ones do not have any more.
    if (limits?.leftMs !== undefined && archive !== undefined) limits = spend(limits, archive.lockMs);
    list.push({ ...planned, deletes, opaque: isUnseen, losses, archive });
  }
  return list;
}
