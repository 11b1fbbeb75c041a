import { resolve } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
import { chosenBackup, noBackupEnd } from '@lockstep/action-kit/backup/chosen';
import { notConfirmedEnd, tablesEnd, wholeReason, wholeRefusedEnd } from '@lockstep/action-kit/backup/restore-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  readDatabaseUrl,
  readManifest,
  restoreTables,
  restoreWhole,
  type TablesRestored,
  targetName,
  type WholeOptions,
  type WholeRestored,
  writeBackupFiles,
} from '@lockstep/backup';
import { count, nameSome, readTogether } from '@lockstep/base';
import { identitiesOf } from './drill.ts';
import type { Inputs } from './inputs.ts';
import { placeOf } from './place.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';

/** Restores a backup for good. */
export async function restore(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, log, signal } = shell;
  const { target, identities, place } = await readTogether({
    target: () => readDatabaseUrl(values['target-database-url'].reveal()),
    identities: () => identitiesOf(values),
    place: () => placeOf(values, shell),
  });
  const chosen = await chosenBackup(place, values.backup, signal);
  if (chosen === undefined) return noBackupEnd(values.backup, place.name);
  const backup = `${chosen.tier}/${chosen.id}`;
  const name = targetName(target);
  if (values['dry-run']) {
    const what = values.tables.length === 0 ? backup : `${nameSome(values.tables, 5)} of ${backup}`;
    return { verdict: 'pass', reason: 'dry-run', message: `would restore ${what} into ${name}` };
  }
  if (values['confirm-target'] !== name) return notConfirmedEnd(name, backup);
  const { parallel } = values;
  const options: WholeOptions = { place, prefix: chosen.prefix, identities, target, parallel, clock, log, signal };
  if (values.tables.length > 0) return tablesOutcome(await restoreTables(options, values.tables), backup);
  const outcome = wholeOutcome(await restoreWhole(options), { values, shell, backup });
  const directory = values['files-directory'];
  if (directory === '' || outcome.verdict !== 'pass') return outcome;
  return writtenFiles(outcome, options, resolve(shell.env.workspace, directory));
}

/** The files, once the database is restored: for an upload into the new project. */
async function writtenFiles(
  outcome: Outcome<Reason>,
  { place, prefix, identities, signal }: WholeOptions,
  directory: string,
): Promise<Outcome<Reason>> {
  const read = await readManifest(place, prefix, { signal });
  if (read.kind !== 'read' || read.manifest.files?.mode !== 'copy')
    return { ...outcome, message: `${outcome.message}; it has no files of Storage` };
  const from = { target: place, prefix, identities };
  const { written, left } = await writeBackupFiles({ from, manifest: read.manifest, signal }, directory);
  const message = `${outcome.message}; ${count(written, 'file')} in ${directory}, ${left} not contained`;
  return { ...outcome, message, outputs: { ...outcome.outputs, files: written } };
}

function tablesOutcome(restored: TablesRestored, backup: string): Outcome<Reason> {
  const end = tablesEnd(restored, backup);
  if (restored.kind !== 'restored') return end;
  const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
  return { ...end, outputs: { rows, tables: restored.tables.length } };
}

interface Step {
  readonly values: Inputs;
  readonly shell: Shell;
  readonly backup: string;
}

function wholeOutcome(restored: WholeRestored, { values, shell, backup }: Step): Outcome<Reason> {
  if (restored.kind !== 'restored') return wholeRefusedEnd(restored);
  const { checks, notVerified, begun, rows, restoreMs, dataAgeMs } = restored;
  const run = shell.env.runId === 0 ? null : shell.env.runUrl;
  const facts = { subject: backup, nowMs: shell.clock.now(), run, tool: toolOf(), checks, notVerified };
  const { outputs, message, passes, verdict } = reportChecks(shell, facts, values);
  const left = begun || verdict === 'pass' ? '' : '; nothing was restored';
  return {
    verdict,
    reason: wholeReason(verdict, restored),
    ...(passes === undefined ? {} : { passes }),
    message: `${backup}: ${message}${left}`,
    outputs: {
      ...outputs,
      rows,
      'restore-seconds': (restoreMs / 1_000).toFixed(1),
      'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
    },
  };
}
