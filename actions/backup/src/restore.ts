import { resolve } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
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
import { identitiesOf, noBackup } from './drill.ts';
import type { Inputs } from './inputs.ts';
import { chosenBackup, placeOf } from './place.ts';
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
  if (chosen === undefined) return noBackup(values, place);
  const backup = `${chosen.tier}/${chosen.id}`;
  const name = targetName(target);
  if (values['dry-run']) {
    const what = values.tables.length === 0 ? backup : `${nameSome(values.tables, 5)} of ${backup}`;
    return { verdict: 'pass', reason: 'dry-run', message: `would restore ${what} into ${name}` };
  }
  if (values['confirm-target'] !== name) {
    const message = `nothing was restored: type ${name} into confirm-target to restore ${backup} into it`;
    return { verdict: 'fail', reason: 'not-confirmed', message };
  }
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
  switch (restored.kind) {
    case 'restored': {
      const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
      const names = nameSome(
        restored.tables.map(({ name }) => name),
        5,
      );
      const message = `${count(rows, 'row')} of ${names} are back, from ${backup}`;
      return { verdict: 'pass', reason: 'tables-restored', message, outputs: { rows, tables: restored.tables.length } };
    }
    case 'not-in-backup':
      return failed('not-in-backup', `${backup} does not have ${nameSome(restored.tables, 10)}: nothing was restored`);
    case 'not-empty':
      return failed('target-not-empty', `${nameSome(restored.tables, 10)} have rows: nothing was restored`);
    case 'broken':
      return failed('backup-broken', `nothing was restored: ${backup}: ${restored.check.measured}`);
  }
}

function failed(reason: Reason, message: string): Outcome<Reason> {
  return { verdict: 'fail', reason, message };
}

interface Step {
  readonly values: Inputs;
  readonly shell: Shell;
  readonly backup: string;
}

function wholeOutcome(restored: WholeRestored, { values, shell, backup }: Step): Outcome<Reason> {
  if (restored.kind === 'not-empty') {
    const what = restored.tables === undefined ? 'tables of its own' : `rows in ${nameSome(restored.tables, 10)}`;
    return failed('target-not-empty', `the target database has ${what}: nothing was restored`);
  }
  if (restored.kind === 'project-differs')
    return failed('project-differs', `nothing was restored: ${nameSome(restored.differences, 20)}`);
  const { checks, notVerified, begun, rows, restoreMs, dataAgeMs } = restored;
  const run = shell.env.runId === 0 ? null : shell.env.runUrl;
  const facts = { subject: backup, nowMs: shell.clock.now(), run, tool: toolOf(), checks, notVerified };
  const { outputs, message, passes, verdict } = reportChecks(shell, facts, values);
  const reason =
    verdict === 'pass'
      ? 'restored'
      : verdict === 'unknown'
        ? 'restore-not-verified'
        : restored.rolledBack === true
          ? 'restore-rolled-back'
          : begun
            ? 'restore-differs'
            : 'backup-broken';
  const left = begun || verdict === 'pass' ? '' : '; nothing was restored';
  return {
    verdict,
    reason,
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
