import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reportChecks } from '@lockstep/action-kit/audit';
import { chosenBackup, noBackupEnd } from '@lockstep/action-kit/backup/chosen';
import { drillRefusedEnd } from '@lockstep/action-kit/backup/drill-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type BackupTarget,
  type Drilled,
  type DrillRecord,
  drillBackup,
  keepDrill,
  type PolicyFile,
  readDatabaseUrl,
  readIdentities,
  renderRunbook,
  runCheckCommand,
} from '@lockstep/backup';
import { describe, InputError, readTogether, redactText } from '@lockstep/base';
import type { Inputs } from './inputs.ts';
import { placeOf } from './place.ts';
import { policyOf } from './policy.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';

/** Restores a backup into a database of its own, compares all of it, and drops it. */
export async function drill(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, log, signal } = shell;
  const { scratch, identities, policy, afterRestore, place } = await readTogether({
    scratch: () => readDatabaseUrl(values['scratch-database-url'].reveal()),
    identities: () => identitiesOf(values),
    policy: () => policyOf(values, shell.env.workspace),
    afterRestore: () => readSql(values['after-restore'], shell.env.workspace),
    place: () => placeOf(values, shell),
  });
  const recovery = policy?.recovery;
  const chosen = await chosenBackup(place, values.backup, signal);
  if (chosen === undefined) return noBackupEnd(values.backup, place.name);
  if (values['dry-run']) {
    const message = `would restore ${chosen.tier}/${chosen.id} into a new database on ${scratch.host}:${scratch.port}`;
    return { verdict: 'pass', reason: 'dry-run', message };
  }
  const command = values['check-command'];
  const check = {
    command,
    folder: shell.env.workspace,
    withinMs: values['check-timeout'],
    clock,
    signal,
    onOutput: (text: string) => log.foreign(text),
  };
  const drilled = await drillBackup({
    place,
    prefix: chosen.prefix,
    identities,
    scratch,
    parallel: values.parallel,
    maxAgeMs: Math.min(values['max-age'], recovery?.maxDataAgeMs ?? Infinity),
    maxRestoreMs: values['max-restore-time'] ?? recovery?.maxRestoreMs,
    afterRestore,
    files: values['storage-files'] !== 'none',
    probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
    clock,
    log,
    signal,
  });
  return drilled.kind === 'refused' ? drillRefusedEnd(drilled.why) : report(drilled, { values, shell, place, policy });
}

export async function identitiesOf(values: Inputs): Promise<readonly string[]> {
  const key = values['decrypt-with'];
  return key.isEmpty ? [] : readIdentities(key.reveal());
}

function readSql(path: string, workspace: string): string | undefined {
  if (path === '') return undefined;
  try {
    return readFileSync(resolve(workspace, path), 'utf8');
  } catch (cause) {
    throw new InputError(`input "after-restore": ${path} cannot be read`, { cause });
  }
}

interface Step {
  readonly values: Inputs;
  readonly shell: Shell;
  readonly place: BackupTarget;
  readonly policy: PolicyFile | undefined;
}

async function report(
  drilled: Extract<Drilled, { readonly kind: 'drilled' }>,
  { values, shell, place, policy }: Step,
): Promise<Outcome<Reason>> {
  const { checks, notVerified, manifest, phases, restoreMs, dataAgeMs, backup } = drilled;
  const nowMs = shell.clock.now();
  const run = shell.env.runId === 0 ? null : shell.env.runUrl;
  const facts = { subject: `${backup} in ${place.name}`, nowMs, run, tool: toolOf(), checks, notVerified };
  const outcome = reportChecks(shell, facts, values);
  const seconds = (ms: number | undefined) => (ms === undefined ? '' : (ms / 1_000).toFixed(1));
  const record: DrillRecord = {
    kind: 'lockstep-drill/1',
    backup,
    verdict: outcome.verdict,
    at: new Date(nowMs).toISOString(),
    restoreMs: restoreMs ?? null,
    dataAgeMs: dataAgeMs ?? null,
    run,
  };
  await keepDrill(place, record, { signal: shell.signal }).catch((error: unknown) =>
    shell.log.warning(
      `the drill could not be recorded next to the backups, so status does not see it: ${describe(error)}`,
    ),
  );
  // For whoever compares what documents promise with what was measured: numbers as numbers.
  const folder = String(outcome.outputs?.['report-directory'] ?? '');
  if (folder !== '') writeFileSync(join(folder, 'drill.json'), redactText(`${JSON.stringify(record, null, 2)}\n`));
  const took = restoreMs === undefined ? '' : `; restored in ${seconds(restoreMs)} s`;
  return {
    ...outcome,
    message: `${backup}: ${outcome.message}${took}`,
    outputs: {
      ...outcome.outputs,
      ...(manifest === undefined
        ? {}
        : { 'backup-id': manifest.id, tier: manifest.tier, tables: manifest.totals.tables }),
      ...(manifest === undefined ? {} : { rows: manifest.totals.rows }),
      'restore-seconds': seconds(restoreMs),
      'data-age-seconds': dataAgeMs === undefined ? '' : Math.round(dataAgeMs / 1_000),
      phases: phases ?? {},
      'runbook-path': writeRunbook(record, policy, values, folder),
    },
  };
}

/** The runbook with the times of this drill, next to the reports; `''` where there is none, or the drill did not pass. */
function writeRunbook(drill: DrillRecord, policy: PolicyFile | undefined, values: Inputs, folder: string): string {
  const runbook = policy?.runbook;
  if (policy === undefined || runbook === undefined || drill.verdict !== 'pass' || folder === '') return '';
  const path = join(folder, 'RUNBOOK.md');
  const text = renderRunbook({ runbook, recovery: policy.recovery, drill, policy: values['policy-file'] });
  writeFileSync(path, redactText(text));
  return path;
}
