import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { type Check, type NotVerified, redactText } from '@lockstep/base';
import {
  compareSnapshots,
  type Facts,
  judgeChanges,
  NO_WITNESSES,
  type PlatformWorld,
  partsLeftOut,
  partsNotCompared,
  partsNotPlanned,
  planRestore,
  readTraces,
  restoreText,
  type Snapshot,
  snapshotOf,
  snapshotText,
} from '@lockstep/platform';
import type { Inputs } from './inputs.ts';

export interface Drift {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  /** How many settings changed; undefined where nothing was compared. */
  readonly changes: number | undefined;
  readonly snapshotPath: string;
}

export interface Drifting {
  readonly values: Inputs;
  readonly world: PlatformWorld;
  readonly facts: Facts;
  readonly earlier: Snapshot | undefined;
  readonly pinned: readonly string[];
}

/** Writes the snapshot and the restore plan where they are asked for, and compares with an earlier one. */
export async function driftOf({ earlier, facts, pinned, values, world }: Drifting, shell: Shell): Promise<Drift> {
  const now = snapshotOf(facts);
  const snapshotPath = written(values['snapshot-path'], snapshotText(now), shell);
  if (earlier === undefined) return { checks: [], notVerified: [], changes: undefined, snapshotPath };
  const { owner, repo } = shell.env.repository;
  const place = {
    vercelProject: values['vercel-project'],
    vercelTeam: values['vercel-team'],
    supabaseRef: values['supabase-project'],
    repository: `${owner}/${repo}`,
  };
  written(
    values['restore-plan-path'],
    restoreText(planRestore(earlier, now, place), partsNotPlanned(earlier, now)),
    shell,
  );
  const changes = compareSnapshots(earlier, now);
  const witnesses = changes.length === 0 ? NO_WITNESSES : await readTraces(world, facts, changes);
  const judged = judgeChanges({
    changes,
    pinned,
    witnesses,
    notCompared: partsNotCompared(earlier, now),
    leftOut: partsLeftOut(earlier, now),
  });
  return { ...judged, changes: changes.length, snapshotPath };
}

function written(path: string, text: string, { env }: Shell): string {
  if (path === '') return '';
  const file = resolve(env.workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, redactText(text));
  return file;
}
