import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, InputError, nameSome } from '@lockstep/base';
import { readUpPlan, type UpOptions, type UpPlan, type UpReport, up } from '@lockstep/migrations';
import { engineOf, folderOf, phaseOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { writeReport } from './report.ts';
import { appliedTable, planTable } from './tables.ts';

/** Where main leaves word that the database may have been changed. */
export const BEGUN = 'up';

function optionsOf(values: Inputs, shell: Shell): UpOptions {
  const phase = phaseOf(values, shell);
  if (phase === 'contract' && shell.journal?.read().state === 'open') {
    throw new InputError(
      'input "phase": contract files run when the release is committed, not inside of it: the old code may come back',
    );
  }
  return {
    folder: folderOf(values, shell),
    phase,
    to: values.to === '' ? undefined : values.to,
    steps: values.steps,
    allowOutOfOrder: values['allow-out-of-order'],
    expectDigest: values['expect-plan'],
  };
}

/** `plan`, and `up` as a dry run. */
export async function runPlan(values: Inputs, shell: Shell): Promise<Outcome> {
  const plan = await readUpPlan(engineOf(values, shell), optionsOf(values, shell));
  shell.summary.add(`### Migration plan\n\n${planTable(plan)}`);
  const outputs = outputsOf(shell, plan, []);
  if (plan.refusals.length > 0) return refused(plan, outputs);
  const message =
    plan.apply.length === 0
      ? `nothing to apply${heldWords(plan)}`
      : `would apply ${count(plan.apply.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
  return { verdict: 'pass', reason: values.command === 'plan' ? 'planned' : 'dry-run', message, outputs };
}

function refused(plan: UpPlan, outputs: Outcome['outputs'] & object): Outcome {
  const [first] = plan.refusals;
  const message = plan.refusals.map((refusal) => refusal.message).join('; ');
  return { verdict: 'fail', reason: first?.reason ?? 'refused', message, outputs };
}

export async function runUp(values: Inputs, shell: Shell): Promise<Outcome> {
  const options = optionsOf(values, shell);
  const engine = engineOf(values, shell);
  // Before the first change: a main part that is killed from here on has something to undo.
  shell.state.save(BEGUN, true);
  shell.journal?.began('migrate', { phase: options.phase });
  const report = await up(engine, options);
  shell.summary.add(`### Migrations\n\n${planTable(report.plan)}`);
  if (report.applied.length > 0) shell.summary.add(appliedTable(report.applied));
  const outputs = outputsOf(shell, report.plan, report.applied);
  const outcome = outcomeOf(report, outputs, shell);
  if (outcome.verdict === 'pass') {
    shell.journal?.finished('migrate', { applied: report.applied.map((each) => each.version) });
  }
  return outcome;
}

function outcomeOf({ applied, cancelled, failure, plan }: UpReport, outputs: object, shell: Shell): Outcome {
  const told = { outputs: outputs as NonNullable<Outcome['outputs']> };
  const done = `${count(applied.length, 'migration')} applied`;
  if (failure !== undefined) {
    shell.annotate({
      level: 'error',
      title: `migrate: ${failure.reason}`,
      message: failure.message,
      file: failure.file,
      ...(failure.line === undefined ? {} : { line: failure.line }),
      ...(failure.column === undefined ? {} : { column: failure.column }),
    });
    return { ...told, verdict: 'fail', reason: failure.reason, message: `${failure.message}; ${done} before it` };
  }
  if (cancelled) return { ...told, verdict: 'unknown', reason: 'cancelled', message: `cancelled; ${done} before` };
  const message =
    applied.length === 0
      ? `nothing to apply${heldWords(plan)}`
      : `${done}, ${plan.fromVersion || 'none'} to ${plan.toVersion}${heldWords(plan)}`;
  return { ...told, verdict: 'pass', reason: applied.length === 0 ? 'nothing-to-apply' : 'applied', message };
}

function heldWords(plan: UpPlan): string {
  if (plan.held.length === 0) return '';
  const names = nameSome(
    plan.held.map((each) => each.migration.file),
    3,
  );
  return `; held for the contract phase: ${names}`;
}

function outputsOf(shell: Shell, plan: UpPlan, applied: UpReport['applied']) {
  const shown = planData(plan);
  return {
    applied: applied.map((each) => each.version).join('\n'),
    'applied-count': applied.length,
    'from-version': plan.fromVersion,
    'to-version': applied.at(-1)?.version ?? plan.fromVersion,
    plan: shown,
    'plan-digest': plan.digest,
    'report-path': writeReport(shell, { plan: shown, applied }),
  };
}

/** The plan as data: what is done to which file, and why. No SQL. */
function planData(plan: UpPlan) {
  const row = (does: 'apply' | 'hold') => (each: UpPlan['apply'][number]) => ({
    version: each.migration.version,
    name: each.migration.name,
    file: each.migration.file,
    does,
    phase: each.judgement.phase,
    reasons: each.judgement.reasons,
    checksum: each.migration.up.checksum,
    down: each.migration.down?.checksum ?? null,
    resumes: each.partial !== undefined,
  });
  return {
    digest: plan.digest,
    from: plan.fromVersion,
    to: plan.toVersion,
    migrations: [...plan.apply.map(row('apply')), ...plan.held.map(row('hold'))],
    refusals: plan.refusals,
    withoutFile: plan.withoutFile,
  };
}
