import { planEnd, upEnd } from '@lockstep/action-kit/migrate/up-end';
import { formatDuration, InputError, plainLine } from '@lockstep/base';
import {
  up as applyAll,
  defaultArchiveLimits,
  describeDeletions,
  otherPlan,
  type PlanReport,
  readPlanReport,
  type UpOptions,
  type UpReport,
} from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { findingLines } from './findings.ts';
import { folderOf } from './folder.ts';
import { limitsOf, numberOf, placeOf, schemasOf, versionOf } from './options.ts';

function optionsOf(call: Call): UpOptions {
  const [to, steps] = [versionOf(call, 'to'), numberOf(call, 'steps')];
  if (to !== '' && steps !== undefined) throw new InputError('--to and --steps: give one of them');
  const expectDigest = call.text('expect-plan');
  if (expectDigest !== '' && !/^[0-9a-f]{64}$/.test(expectDigest))
    throw new InputError('--expect-plan: expected the digest that lockstep plan --json shows');
  const mode = call.text('archive') as 'auto' | 'always' | 'never';
  return {
    folder: folderOf(placeOf(call)),
    phase: call.text('phase') as UpOptions['phase'],
    to: to === '' ? undefined : to,
    steps,
    allowOutOfOrder: call.flag('allow-out-of-order'),
    expectDigest,
    archive: mode === 'never' ? undefined : { mode, limits: defaultArchiveLimits },
  };
}

export async function up(call: Call, database: Database): Promise<Answer> {
  return call.flag('dry-run') ? await runPlan(call, database, false) : await runUp(call, database);
}

export async function plan(call: Call, database: Database): Promise<Answer> {
  return await runPlan(call, database, true);
}

/** `asked`: it is the plan that was asked for, and not an `up` that is only shown. */
async function runPlan(call: Call, database: Database, asked: boolean): Promise<Answer> {
  const options = optionsOf(call);
  const engine = await engineOf(call, database);
  const { plan, refused, report } = await readPlanReport(engine, { ...options, exposedSchemas: schemasOf(call) });
  const changed = otherPlan(plan, options.expectDigest ?? '');
  const end = changed === undefined ? planEnd({ plan, refused }, asked) : { verdict: 'fail' as const, ...changed };
  const deletes = describeDeletions(report);
  const text = planText(report) + (deletes === '' ? '' : `deletes: ${deletes}\n`);
  return { end, text, data: { plan: report } };
}

function planText({ migrations, notes }: PlanReport): string {
  const rows = migrations.map(({ does, down, file, lacksDown, locks, phase }) => [
    does,
    phase,
    file,
    down === null ? (lacksDown ? 'none' : 'not needed') : 'yes',
    locks.map((lock) => `${lock.table} (${lock.blocks})`).join(', ') || 'none',
  ]);
  const table = rows.length === 0 ? '' : columns(['does', 'phase', 'migration', 'down', 'locked for'], rows);
  const findings = findingLines(migrations.flatMap((each) => each.findings));
  return `${table}${findings}${notes.map((note) => `note: ${plainLine(note)}\n`).join('')}`;
}

async function runUp(call: Call, database: Database): Promise<Answer> {
  const limits = limitsOf(call);
  const options = optionsOf(call);
  const report = await applyAll(await engineOf(call, database, limits), options);
  const { applied, failure, plan } = report;
  const data = {
    fromVersion: plan.fromVersion,
    toVersion: applied.at(-1)?.version ?? plan.fromVersion,
    digest: plan.digest,
    applied,
    held: plan.held.map(({ migration }) => migration.file),
    failure: failure ?? null,
  };
  return { end: upEnd(report), text: upText(report), data };
}

function upText({ applied, plan }: UpReport): string {
  const rows = plan.apply.map(({ decision, migration: { file, version } }) => {
    const done = applied.find((each) => each.version === version);
    return [done === undefined ? 'not applied' : 'applied', decision.phase, file, formatted(done?.durationMs)];
  });
  return rows.length === 0 ? '' : columns(['result', 'phase', 'migration', 'time'], rows);
}

function formatted(ms: number | undefined): string {
  return ms === undefined ? '' : formatDuration(ms);
}
