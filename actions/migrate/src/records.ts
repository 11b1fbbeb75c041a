import { adoptEnd, newestApplied, repairEnd, statusEnd } from '@lockstep/action-kit/migrate/records-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { adopt, readAdoptPlan, readEdits, readRepairPlan, readStatus, repair, versionKey } from '@lockstep/migrations';
import { engineOf, folderOf } from './engine.ts';
import { runImport } from './import-history.ts';
import type { Inputs } from './inputs.ts';
import { showNotes } from './notes.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';
import { editBlocks, statusTable } from './tables.ts';

/** `status`: files and history side by side. */
export async function runStatus(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const engine = engineOf(values, shell);
  const folder = folderOf(values, shell);
  const status = await readStatus(engine, folder);
  const { notes, versions: list } = status;
  const pending = list.filter((each) => each.state === 'pending').length;
  const title = `Migrations of the database: ${list.length}, ${pending} pending`;
  shell.summary.add(`<details><summary>${title}</summary>\n\n${statusTable(list)}\n\n</details>`);
  showNotes(shell, notes);
  for (const each of list) shell.log.info(`${each.version} ${each.name}: ${each.state}`);
  const edits = list.some((each) => each.state === 'checksum-mismatch') ? await readEdits(engine, folder) : [];
  for (const block of editBlocks(edits)) shell.summary.add(block);
  return {
    ...statusEnd(status),
    outputs: {
      'from-version': newestApplied(status),
      'report-path': writeReport(shell, { status: list, notes, edits }),
    },
  };
}

/** `adopt`: records what is there already. */
export async function runAdopt(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  refuseInRelease(shell, 'adopt');
  if (values.from !== 'none') return await runImport(values, shell);
  const options = { folder: folderOf(values, shell), to: values.to };
  const engine = engineOf(values, shell);
  const report = values['dry-run'] ? await readAdoptPlan(engine, options) : await adopt(engine, options);
  const { adopted, notes } = report;
  showNotes(shell, notes);
  for (const each of adopted)
    shell.log.info(`${each.file}: ${each.records === 'both' ? 'recorded' : 'down migration stored'}`);
  return { ...adoptEnd(report, values['dry-run']), outputs: { 'report-path': writeReport(shell, report) } };
}

/** `repair`: corrects the record of one version. */
export async function runRepair(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  refuseInRelease(shell, 'repair');
  const does = values.repair;
  const folder = does === 'accept' ? folderOf(values, shell) : undefined;
  const options = { version: values.version, does, because: values.because, folder };
  const engine = engineOf(values, shell);
  if (folder !== undefined) {
    const edits = (await readEdits(engine, folder)).filter(
      (each) => versionKey(each.version) === versionKey(values.version),
    );
    for (const block of editBlocks(edits)) shell.summary.add(block);
  }
  const done = values['dry-run'] ? await readRepairPlan(engine, options) : await repair(engine, options);
  return { ...repairEnd(done, does, values['dry-run']), outputs: { 'report-path': writeReport(shell, done) } };
}

/** Inside a release the record must be what the release finds. */
function refuseInRelease(shell: Shell, command: string): void {
  if (shell.journal?.read().state !== 'open') return;
  throw new InputError(`input "command": ${command} is not allowed inside a release; run it before, in its own job`);
}
