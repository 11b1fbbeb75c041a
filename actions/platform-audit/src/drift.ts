import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lookAtDrift } from '@lockstep/action-kit/platform-drift';
import type { Shell } from '@lockstep/action-shell';
import {
  type Check,
  describe,
  InputError,
  inlineText,
  markdownTable,
  type NotVerified,
  redactText,
} from '@lockstep/base';
import {
  changeLines,
  type Facts,
  isChange,
  type PlatformWorld,
  partsLost,
  partsNotPlanned,
  planRestore,
  readSnapshot,
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
  const kept = keptSnapshot(values['snapshot-path'], now, shell);
  const snapshotPath = kept.length > 0 ? '' : written('snapshot-path', values, snapshotText(now), shell);
  if (earlier === undefined) return { checks: [], notVerified: kept, changes: undefined, snapshotPath };
  const { owner, repo } = shell.env.repository;
  const place = {
    vercelProject: values['vercel-project'],
    vercelTeam: values['vercel-team'],
    supabaseRef: values['supabase-project'],
    repository: `${owner}/${repo}`,
  };
  const plan = restoreText(planRestore(earlier, now, place), partsNotPlanned(earlier, now));
  written('restore-plan-path', values, plan, shell);
  const { changes, ...judged } = await lookAtDrift({ earlier, facts, pinned, world });
  tellChanges(judged.checks, shell);
  return { ...judged, notVerified: [...judged.notVerified, ...kept], changes: changes.length, snapshotPath };
}

/** More rows than this nobody reads in a summary; the report has them. */
const MOST_ROWS = 100;

/** What changed and fails nothing: in the log, and as a table of the summary. */
function tellChanges(checks: readonly Check[], { log, summary }: Shell): void {
  const lines = changeLines(checks);
  if (lines.length === 0) return;
  for (const line of lines.slice(0, MOST_ROWS)) log.info(line);
  const rows = checks
    .filter(isChange)
    .slice(0, MOST_ROWS)
    .map(({ expected, measured, what }) => [what, expected, measured].map((text) => inlineText(text, 240)));
  const rest = lines.length - rows.length;
  const more = rest > 0 ? `\n\n… and ${rest} more; the report has them` : '';
  summary.add(
    `**Changed since the snapshot, and not pinned**\n\n${markdownTable(['Setting', 'Was', 'Is'], rows)}${more}`,
  );
}

/** An earlier snapshot is not replaced by one that has less, since it is a backup: why not, or nothing. */
function keptSnapshot(path: string, now: Snapshot, { env }: Shell): readonly NotVerified[] {
  const file = resolve(env.workspace, path);
  if (path === '' || !existsSync(file)) return [];
  const lost = partsLost(readSnapshot(readFileSync(file, 'utf8'), path), now);
  if (lost.length === 0) return [];
  return [
    {
      id: 'drift.snapshot',
      what: path,
      because: `the file is as it was: it has ${lost.join(', ')}, which could not be read now`,
      remedy: 'Give the tokens access to it, or delete the file to write one without.',
      chosen: false,
    },
  ];
}

function written(name: 'snapshot-path' | 'restore-plan-path', values: Inputs, text: string, { env }: Shell): string {
  if (values[name] === '') return '';
  const file = resolve(env.workspace, values[name]);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, redactText(text));
  } catch (cause) {
    throw new InputError(`input "${name}": ${values[name]} cannot be written: ${describe(cause)}; name another file`, {
      cause,
    });
  }
  return file;
}
