import type { Check, NotVerified } from '@lockstep/base';
import {
  type Change,
  compareSnapshots,
  type Facts,
  judgeChanges,
  NO_WITNESSES,
  type PlatformWorld,
  partsCompared,
  partsLeftOut,
  partsNotCompared,
  readTraces,
  type Snapshot,
  snapshotOf,
  whyNothing,
} from '@lockstep/platform';

export interface Drifting {
  readonly earlier: Snapshot;
  readonly facts: Facts;
  readonly pinned: readonly string[];
  readonly world: PlatformWorld;
}

export interface Drifted {
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** What changed since a snapshot, by whom where the logs of the services say so, and what is said of it. */
export async function lookAtDrift({ earlier, facts, pinned, world }: Drifting): Promise<Drifted> {
  const now = snapshotOf(facts);
  const changes = compareSnapshots(earlier, now);
  const judged = judgeChanges({
    changes,
    pinned,
    witnesses: changes.length === 0 ? NO_WITNESSES : await readTraces(world, facts, changes),
    compared: partsCompared(earlier, now),
    notCompared: partsNotCompared(earlier, now),
    leftOut: partsLeftOut(earlier, now),
    whyNothing: (service) => whyNothing(facts, service),
  });
  return { changes, ...judged };
}
