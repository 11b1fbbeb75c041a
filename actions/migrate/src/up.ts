import { archiveLimits } from '@lockstep/action-kit/archive-inputs';
import { planEnd, upEnd } from '@lockstep/action-kit/migrate/up-end';
import { heldWords } from '@lockstep/action-kit/migrate/words';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, InputError, inlineText } from '@lockstep/base';
import {
  archivedRows,
  describeDeletions,
  describeWaiting,
  digestsOf,
  type Engine,
  type Folder,
  folderDigest,
  otherPlan,
  PlanRefused,
  type PlanReport,
  planMarkdown,
  readEdits,
  readPlanReport,
  readWaiting,
  type UpOptions,
  type UpPlan,
  type UpReport,
  up,
  type Waiting,
} from '@lockstep/migrations';
import { compactPlan } from './compact-plan.ts';
import { engineOf, exposedOf, folderOf, phaseOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { changedVersions } from './new-files.ts';
import { showNotes } from './notes.ts';
import { isPull, pullOutputs } from './pull.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';
import { editBlocks, upTable, waitingTable } from './tables.ts';

const LOGGED = 20;

/** Where main leaves word that the database may have been changed. */
export const BEGUN = 'up';

function optionsOf(values: Inputs, shell: Shell): UpOptions {
  const phase = phaseOf(values, shell);
  if (phase === 'contract' && shell.journal?.read().state === 'open') {
    throw new InputError(
      'input "phase": contract files run after the release is committed, not inside it: a rollback needs the old schema',
    );
  }
  return {
    folder: folderOf(values, shell),
    phase,
    to: values.to === '' ? undefined : values.to,
    steps: values.steps,
    allowOutOfOrder: values['allow-out-of-order'],
    expectDigest: values['expect-plan'],
    archive: values.archive === 'never' ? undefined : { mode: values.archive, limits: archiveLimits(values) },
  };
}

/** `plan`, and `up` as a dry run. */
export async function runPlan(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const options = optionsOf(values, shell);
  const engine = engineOf(values, shell);
  const files = isPull(shell) ? await changedVersions(options.folder, shell) : undefined;
  const asked = { ...options, exposedSchemas: exposedOf(values), pull: files };
  const { plan, pull, refused, report } = await readPlanReport(engine, asked);
  const waiting = await readWaiting(engine, plan);
  shell.summary.add(`### Migration plan\n\n${planMarkdown(report)}`);
  if (waiting.some(({ since }) => since !== '')) shell.summary.add(waitingTable(waiting));
  for (const note of report.notes.slice(0, LOGGED)) shell.log.warning(note);
  const outputs = {
    ...versionsOf(plan, []),
    'to-apply-count': plan.apply.length,
    waiting: waitingWords(waiting),
    deletes: describeDeletions(report),
    archive: archiveAsPlanned(values, report),
    ...(isPull(shell) ? pullOutputs(pull, files !== undefined) : {}),
    plan: compactPlan(report),
    'plan-digest': report.digest,
    'folder-digest': folderDigest(options.folder.migrations),
    'report-path': writeReport(shell, report),
  };
  const changed = otherFolder(values, options.folder) ?? otherPlan(plan, values['expect-plan']);
  if (changed !== undefined) return { verdict: 'fail', ...changed, outputs };
  if (plan.refusals.length > 0) await showEdits(engine, options.folder, shell);
  return { ...planEnd({ plan, refused }, values.command === 'plan'), outputs };
}

/** What `up` is to be given, so that it archives all that this plan said it would. */
function archiveAsPlanned({ archive }: Inputs, { migrations }: PlanReport): Inputs['archive'] {
  const isWithout = migrations.some(({ archive: one }) => one?.does === 'delete' && !one.byRequest);
  return archive === 'auto' && !isWithout ? 'always' : archive;
}

export async function runUp(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const options = optionsOf(values, shell);
  const other = otherFolder(values, options.folder);
  if (other !== undefined) return { verdict: 'fail', ...other };
  const engine = engineOf(values, shell);
  // Before the first change: a main part that is killed from here on has something to undo.
  shell.state.save(BEGUN, true);
  shell.journal?.began('migrate', { phase: options.phase });
  const report = await up(engine, options).catch(async (error: unknown) => {
    if (error instanceof PlanRefused) await showEdits(engine, options.folder, shell);
    throw error;
  });
  shell.summary.add(summaryHead(report));
  if (report.plan.apply.length + report.plan.held.length > 0) shell.summary.add(upTable(report));
  if (report.waiting.length > 0) shell.summary.add(`⏳ ${inlineText(waitingWords(report.waiting), 600)}.`);
  const { applied, plan } = report;
  showNotes(shell, plan.notes);
  const outputs = {
    ...versionsOf(plan, applied),
    waiting: waitingWords(report.waiting),
    'archived-rows': archivedRows(applied),
    'plan-digest': plan.digest,
    'report-path': writeReport(shell, {
      digest: plan.digest,
      applied,
      held: plan.held.map((each) => each.migration.file),
      failure: report.failure ?? null,
    }),
  };
  const outcome = { ...upEnd(report), outputs };
  if (outcome.verdict === 'pass') {
    const versions = applied.map((each) => each.version);
    const texts = options.folder.migrations.filter(({ version }) => versions.includes(version)).map(digestsOf);
    shell.journal?.finished('migrate', { applied: versions, texts });
  }
  return outcome;
}

/** What was edited in files that were applied, where that is why nothing may run. */
async function showEdits(engine: Engine, folder: Folder, shell: Shell): Promise<void> {
  for (const block of editBlocks(await readEdits(engine, folder))) shell.summary.add(block);
}

type Changed = Pick<Outcome<Reason>, 'reason' | 'message'>;

/** The folder is not the one that was approved; undefined where it is, or where none was. */
function otherFolder(values: Inputs, { migrations }: Folder): Changed | undefined {
  const expected = values['expect-folder'];
  const digest = folderDigest(migrations);
  if (expected === '' || expected === digest) return undefined;
  const digests = `digest ${digest.slice(0, 12)}…, approved ${expected.slice(0, 12)}…`;
  return {
    reason: 'folder-changed',
    message: `${values.directory} does not hold the approved migrations (${digests}): review them and approve again`,
  };
}

/** Only what changed something, or could not, is a topic of the page. */
function summaryHead(report: UpReport): string {
  if (report.failure !== undefined || report.refused !== undefined)
    return `### ❌ Migrations not applied\n\n${headline(report)}`;
  return report.applied.length === 0 ? `✅ ${headline(report)}` : `### ✅ Migrations applied\n\n${headline(report)}`;
}

function headline({ applied, plan }: UpReport): string {
  return applied.length === 0
    ? `No migration applied${heldWords(plan)}.`
    : `${count(applied.length, 'migration')} applied${heldWords(plan)}.`;
}

/** Which contract migrations wait, since when, and how they get their turn; '' where none waits. */
function waitingWords(waiting: readonly Waiting[]): string {
  return waiting.length === 0 ? '' : `${describeWaiting(waiting)}; run the workflow Contract`;
}

function versionsOf(plan: UpPlan, applied: UpReport['applied']) {
  return {
    applied: applied.map((each) => each.version).join('\n'),
    'applied-count': applied.length,
    'from-version': plan.fromVersion,
    'to-version': applied.length === 0 ? plan.fromVersion : plan.toVersion,
  };
}
