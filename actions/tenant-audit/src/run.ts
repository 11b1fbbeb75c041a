import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, redactText } from '@lockstep/base';
import {
  type Audited,
  auditDatabase,
  type Intent,
  judgeAudit,
  matrixMarkdown,
  type Planned,
  type Refused,
} from '@lockstep/tenants';
import { auditBuilt, auditOnOwnServer } from './built.ts';
import { readSqlFiles } from './files.ts';
import { type Inputs, inputs } from './inputs.ts';
import { intentOf } from './intent.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'tenant-audit', inputs, check: problemsOf, run });

function problemsOf(values: Inputs): string[] {
  return [...intentOf(values).problems, ...readAccept(values.accept).problems];
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { intent } = intentOf(values);
  const { log, clock, signal } = shell;
  const options = {
    intent,
    production: values['production-identifiers'],
    lockTimeoutMs: values['lock-timeout'],
    statementTimeoutMs: values['statement-timeout'],
    dryRun: values['dry-run'],
    log,
    clock,
    signal,
  };
  const url = values['scratch-database-url'];
  const built = { directory: values.directory, options, shell };
  const result = url.isEmpty
    ? await auditOnOwnServer(built)
    : values['apply-migrations']
      ? await auditBuilt({ ...built, url })
      : await auditDatabase(url.reveal(), options);
  switch (result.kind) {
    case 'audited':
      return report(result, { values, shell, intent });
    case 'planned':
      return planned(result, shell);
    case 'refused':
      return refused(result.why);
    case 'not-built':
      return { verdict: 'unknown', reason: 'not-built', message: `nothing was audited: ${result.message}` };
    case 'no-server':
      return { verdict: 'unknown', reason: 'no-server', message: `nothing was audited: ${result.message}` };
    case 'locked':
      return { verdict: 'unknown', reason: 'lock-timeout', message: `nothing is known: ${result.message}` };
    case 'not-seeded':
      return { verdict: 'unknown', reason: 'cannot-seed', message: `no row of ${result.table}: ${result.message}` };
  }
}

function planned({ identities, tables }: Planned, { log }: Shell): Outcome<Reason> {
  for (const table of tables) log.info(`would audit ${table}`);
  const message = `would audit ${count(tables.length, 'table')} as ${identities.join(', ')}; nothing was inserted`;
  return { verdict: 'pass', reason: 'dry-run', message, outputs: { tables: tables.length } };
}

function refused({ detail, kind }: Refused): Outcome<Reason> {
  const why = {
    'is-production': `this is a production server (${detail})`,
    'has-rows': `the database holds rows in ${detail}`,
    'in-use': `the database is in use by ${detail}`,
  };
  return { verdict: 'fail', reason: kind, message: `nothing was written: ${why[kind]}` };
}

/** A summary has a limit; the file has them all. */
const SHOWN_TABLES = 100;

interface Step {
  readonly values: Inputs;
  readonly shell: Shell;
  readonly intent: Intent;
}

function report(audited: Audited, { intent, shell, values }: Step): Outcome<Reason> {
  const { env } = shell;
  const files = readSqlFiles(values.directory, env.workspace);
  const { checks, notVerified } = judgeAudit(audited, { intent, files });
  const outcome = reportChecks(
    shell,
    {
      subject: `tenants of ${values['tenant-table']}`,
      nowMs: shell.clock.now(),
      run: env.runId === 0 ? null : env.runUrl,
      tool: { name: 'tenant-audit', version: process.env['GITHUB_ACTION_REF'] || 'v1' },
      checks,
      notVerified,
    },
    values,
  );
  const directory = String(outcome.outputs?.['report-directory'] ?? '');
  const path = join(directory, 'matrix.md');
  mkdirSync(directory, { recursive: true });
  const matrix = redactText(matrixMarkdown(audited));
  writeFileSync(path, matrix);
  if (audited.tables.length <= SHOWN_TABLES)
    shell.summary.add(
      `<details><summary>Every table and identity</summary>\n\n${matrix.replace(/^# .*\n/, '')}\n\n</details>`,
    );
  return { ...outcome, outputs: { ...outcome.outputs, 'matrix-path': path, tables: audited.tables.length } };
}
