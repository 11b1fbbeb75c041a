import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, type Verdict } from '@lockstep/base';
import {
  type Finding,
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
  const verdict = lintVerdict(findings, values['fail-on']);
  const counted = `${count(of(findings, 'error'), 'error')}, ${count(of(findings, 'warning'), 'warning')}, ${count(of(findings, 'note'), 'note')}`;
  const message = alone === undefined ? counted : `${counted}; ${alone.said}`;
  return { verdict, reason: verdict === 'pass' ? 'linted' : 'unsafe-changes', message, outputs };
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
  const which =
    pending === undefined
      ? 'which files are pending is unknown, so each is checked as if all older ones were applied (set steps, or check out with fetch-depth: 0)'
      : `${count(pending.size, 'file')} of ${folder.migrations.length} checked as pending, the others as applied`;
  const said = `${which}; without a database-url, table sizes and objects that these files do not create are unknown`;
  const findings = await lintFolder({ folder, exposedSchemas, pending });
  const pull = isPull(shell)
    ? pullOutputs(
        changed && (await readFolderPull({ folder, of: changed, allowOutOfOrder: values['allow-out-of-order'] })),
        changed !== undefined,
      )
    : {};
  return { findings, pull, said };
}

function lintVerdict(findings: readonly Finding[], failOn: Inputs['fail-on']): Verdict {
  const counted: readonly string[] = { error: ['error'], warning: ['error', 'warning'], nothing: [] }[failOn];
  return findings.some((each) => counted.includes(each.severity)) ? 'fail' : 'pass';
}

function of(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((each) => each.severity === severity).length;
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
  if (report.baseProblem !== undefined) {
    return {
      verdict: 'fail',
      reason: 'base-migrations-failed',
      message: `earlier migrations: ${report.baseProblem}`,
      outputs,
    };
  }
  if (report.files.length === 0) {
    const message = 'nothing is pending, so nothing was verified';
    return { verdict: 'unknown', reason: 'nothing-to-verify', message, outputs, passes: true };
  }
  shell.summary.add(`### Migrations verified\n\n${verifiedTable(report.files, values['verify-data'])}`);
  const wrong = report.files.filter((each) => each.problems.length > 0);
  const [first] = wrong.flatMap((each) => each.problems);
  for (const file of wrong) annotateProblems(shell, file);
  if (first === undefined) {
    const message = `${count(report.files.length, 'migration')} applied, rolled back and applied again`;
    const untested = report.files.flatMap(({ data, file }) =>
      data?.kind === 'not-tested' ? [`${file}: ${data.message}`] : [],
    );
    if (untested.length === 0) return { verdict: 'pass', reason: 'verified', message, outputs };
    const more = `${message}; ${untested.join('; ')}`;
    return { verdict: 'unknown', reason: 'verify-data-not-tested', message: more, outputs, passes: true };
  }
  const message = wrong
    .map((each) => `${each.file}: ${each.problems.map((problem) => problem.message).join('; ')}`)
    .join('; ');
  return { verdict: 'fail', reason: first.kind, message, outputs };
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
