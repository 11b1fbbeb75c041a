import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { notAuditedEnd, refusedEnd } from '@lockstep/action-kit/tenants/not-audited';
import { readSqlFiles } from '@lockstep/action-kit/tenants/sql-files';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, redactText } from '@lockstep/base';
import {
  type Audited,
  auditDatabase,
  type Intent,
  judgeAudit,
  matrixHtml,
  matrixMarkdown,
  type Planned,
  reviewDatabase,
} from '@lockstep/tenants';
import { lookAtDatabase, type NotLooked } from './built.ts';
import { type Inputs, inputs } from './inputs.ts';
import { intentOf } from './intent.ts';
import type { Reason } from './reasons.ts';
import { reportReview } from './review.ts';
import { readWorse, worseMarkdown } from './worse.ts';

export const action = defineAction({ name: 'tenant-audit', inputs, check: problemsOf, run });

function problemsOf(values: Inputs): string[] {
  const intent = values.command === 'review' ? [] : intentOf(values).problems;
  const compares = values.blocks === 'worse' && values['compare-with'] === '';
  const alone = compares ? ['input "blocks": "worse" needs compare-with, the report of before the change'] : [];
  const file = values['matrix-file'];
  const ends = file === '' || /\.(md|html)$/.test(file);
  const matrix = ends ? [] : [`input "matrix-file": expected a file that ends with .md or .html, got "${file}"`];
  return [...intent, ...alone, ...matrix, ...readAccept(values.accept).problems];
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { log, clock, signal } = shell;
  const { intent } = intentOf(values);
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
  const building = {
    url: values['scratch-database-url'],
    directory: values.directory,
    platformGrants: values['platform-grants'],
    options,
    shell,
  };
  const applies = values['apply-migrations'];
  if (values.command === 'review') {
    const look = async (database: Parameters<typeof reviewDatabase>[0]) =>
      ({ kind: 'reviewed', document: await reviewDatabase(database, values.schemas, options) }) as const;
    const result = await lookAtDatabase({ ...building, look }, applies);
    return result.kind === 'reviewed' ? reportReview(result.document, values, shell) : notLooked(result);
  }
  const look = (database: Parameters<typeof auditDatabase>[0]) => auditDatabase(database, options);
  const result = await lookAtDatabase({ ...building, look }, applies);
  switch (result.kind) {
    case 'audited':
      return report(result, { values, shell, intent });
    case 'planned':
      return planned(result, shell);
    case 'not-built':
    case 'no-server':
      return notLooked(result);
    default:
      return notAuditedEnd(result);
  }
}

function planned({ identities, tables }: Planned, { log }: Shell): Outcome<Reason> {
  for (const table of tables) log.info(`would audit ${table}`);
  const message = `would audit ${count(tables.length, 'table')} as ${identities.join(', ')}; nothing was inserted`;
  return { verdict: 'pass', reason: 'dry-run', message, outputs: { tables: tables.length } };
}

function notLooked(result: NotLooked): Outcome<Reason> {
  if (result.kind === 'refused') return refusedEnd(result.why);
  return { verdict: 'unknown', reason: result.kind, message: `nothing was looked at: ${result.message}` };
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
  const { section, ...outcome } = reportChecks(
    shell,
    {
      subject: `tenants of ${intent.tenantTable}`,
      nowMs: shell.clock.now(),
      run: env.runId === 0 ? null : env.runUrl,
      tool: { name: 'tenant-audit', version: process.env['GITHUB_ACTION_REF'] || 'v1' },
      checks,
      notVerified,
    },
    values,
  );
  const directory = String(outcome.outputs?.['report-directory'] ?? '');
  const file = values['matrix-file'];
  const path = file === '' ? join(directory, 'matrix.md') : resolve(env.workspace, file);
  mkdirSync(dirname(path), { recursive: true });
  const matrix = redactText(matrixMarkdown(audited));
  writeFileSync(path, path.endsWith('.html') ? redactText(matrixHtml(audited)) : matrix);
  if (audited.tables.length <= SHOWN_TABLES)
    shell.summary.add(
      `<details><summary>Every table and identity</summary>\n\n${matrix.replace(/^# .*\n/, '')}\n\n</details>`,
    );
  const outputs = { ...outcome.outputs, 'matrix-path': path, tables: audited.tables.length, result: outcome.message };
  if (values['compare-with'] === '') return { ...outcome, outputs: { ...outputs, section } };
  const compared = readWorse(values['compare-with'], env.workspace, checks);
  const both = `${worseMarkdown(compared)}\n\n${section}`;
  writeFileSync(join(directory, 'comment.md'), redactText(both));
  shell.summary.add(worseMarkdown(compared));
  const worse = compared.kind === 'compared' ? compared.worse.length : '';
  // What was so before does not stop this change, where the caller says so; it is still no pass.
  const passes = values.blocks === 'worse' && worse === 0 ? { passes: true } : {};
  const result = worse === '' ? outcome.message : `${outcome.message}; ${worse || 'none'} worse than before`;
  return { ...outcome, ...passes, outputs: { ...outputs, result, section: both, worse } };
}
