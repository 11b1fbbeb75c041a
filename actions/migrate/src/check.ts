import { lintEnd, lintedAlone, verifyEnd } from '@lockstep/action-kit/migrate/check-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type Folder,
  findingList,
  lintFolder,
  lintPending,
  readFolderPull,
  usesSupabase,
  type VerifiedFile,
  type VerifyProblem,
  verify,
} from '@lockstep/migrations';
import { engineOf, exposedOf, folderOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { changedVersions, isInSupabaseProject } from './new-files.ts';
import { isPull, pullOutputs } from './pull.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';
import { verifiedTable } from './tables.ts';

/** `lint`: what is pending, with what the database has of it; without a database, what files alone can tell. */
export async function runLint(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const folder = folderOf(values, shell);
  const alone = values['database-url'].isEmpty ? await lintAlone(values, shell, folder) : undefined;
  const asked = { folder, exposedSchemas: exposedOf(values) };
  const findings = alone?.findings ?? (await lintPending(engineOf(values, shell), asked));
  for (const { allowed, file, line, message, rule, severity, todo } of findings) {
    shell.log.info(
      `${file}:${line}: ${severity} ${rule}: ${message}${allowed === undefined ? '' : ` (allowed: ${allowed})`}`,
    );
    if (severity === 'note') continue;
    shell.annotate({ level: severity, title: `migrate: ${rule}`, message: `${message}; ${todo}`, file, line });
  }
  const how = alone === undefined ? '' : `No database was used: ${alone.said}.\n\n`;
  shell.summary.add(`### Migration lint\n\n${how}${findingList(findings, 100) || 'No findings.'}`);
  const outputs = { ...alone?.pull, 'report-path': writeReport(shell, { findings }) };
  return { ...lintEnd(findings, values['fail-on'], alone?.said), outputs };
}

/** Lint without a database, what could not be known, and the files of a pull request beside its base branch. */
async function lintAlone(values: Inputs, shell: Shell, folder: Folder) {
  const asked = exposedOf(values);
  const isSupabase = usesSupabase(folder) || isInSupabaseProject(values.directory, shell.env.workspace);
  const exposedSchemas = asked !== 'auto' ? asked : isSupabase ? ['public'] : [];
  const { steps } = values;
  const newest = steps === undefined ? undefined : new Set(folder.migrations.slice(-steps).map((each) => each.version));
  const changed = await changedVersions(folder, shell);
  const pending = newest ?? (changed && new Set([...changed.added, ...changed.rewritten]));
  const said = lintedAlone(pending?.size, folder.migrations.length, 'set steps, or check out with fetch-depth: 0');
  const findings = await lintFolder({ folder, exposedSchemas, pending });
  const pull = isPull(shell)
    ? pullOutputs(
        changed && (await readFolderPull({ folder, of: changed, allowOutOfOrder: values['allow-out-of-order'] })),
        changed !== undefined,
      )
    : {};
  return { findings, pull, said };
}

/** `verify`: up, down and up again on a database that is thrown away. */
export async function runVerify(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const report = await verify(engineOf(values, shell), {
    folder: folderOf(values, shell),
    shadowUrl: values['shadow-database-url'],
    steps: values.steps,
    data: values['verify-data'],
  });
  const outputs = { 'report-path': writeReport(shell, report) };
  if (report.files.length > 0)
    shell.summary.add(`### Migrations verified\n\n${verifiedTable(report.files, values['verify-data'])}`);
  for (const file of report.files) if (file.problems.length > 0) annotateProblems(shell, file);
  return { ...verifyEnd(report), outputs };
}

function annotateProblems(shell: Shell, { file, problems }: VerifiedFile): void {
  for (const problem of problems) {
    const line = 'line' in problem ? { line: problem.line } : {};
    shell.annotate({ level: 'error', title: `migrate: ${problem.kind}`, message: problem.message, file, ...line });
    for (const text of differencesOf(problem)) shell.log.info(text);
    const block = differencesOf(problem).map((text) => `    ${text}`);
    if (block.length > 0) shell.summary.add(block.join('\n'));
  }
}

function differencesOf(problem: VerifyProblem): string[] {
  if (!('differences' in problem)) return [];
  return problem.differences.flatMap((each) => [
    `${each.object} (${each.kind})`,
    ...each.lines.map((line) => `  ${line}`),
  ]);
}
