import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, describe, nameSome } from '@lockstep/base';
import {
  type Annotated,
  blocks,
  changedSince,
  type GateResult,
  inOrderOfInterest,
  readBaseline,
  runCommand,
  runGates,
  summaryBlocks,
  verdictOfGates,
  writeReports,
} from '@lockstep/quality';
import { writeCommitted } from './committed.ts';
import { GateConsole } from './console.ts';
import { commitsOf } from './event-commits.ts';
import { type FoundGates, findGates } from './gates.ts';
import { gitIn } from './git.ts';
import { type Inputs, inputs } from './inputs.ts';

export const action = defineAction({ name: 'quality-gate', inputs, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  const found = findGates(values, shell);
  if (values['dry-run']) return rehearse(found, shell);
  const root = shell.env.workspace;
  const reportDirectory = join(shell.env.tempDir, `lockstep-quality-${shell.instance}`);
  const baseline = readBaseline(resolve(root, values.baseline));
  const readGit = gitIn(root, shell);
  const console = new GateConsole(shell.log);
  const results = await runGates(found.gates, {
    root,
    reportDirectory,
    concurrency: values.concurrency ?? availableParallelism(),
    baseline,
    env: process.env,
    clock: shell.clock,
    signal: shell.signal,
    runCommand,
    readGit,
    onStart: (gate, attempt) => console.started(gate, attempt),
    onEnd: (result) => console.ended(result),
  });
  await console.close();

  const commits = commitsOf(shell.env.event(), shell.env.sha);
  const changed = await changedSince(readGit, values['base-sha'] || commits.base);
  if (changed === undefined) shell.log.debug('what changed is not known: the checkout has no history to the base');
  const ordered = inOrderOfInterest(results, changed);
  const verdict = verdictOfGates(results);
  const files = writeReports(reportDirectory, { verdict, results, ordered, baseline, onUnknown: values['on-unknown'] });
  if (values['write-baseline'])
    for (const path of writeCommitted({ root, baseline: values.baseline, reportDirectory }, files, results))
      shell.log.info(`wrote ${path}: commit it`);

  annotate(shell, results, ordered);
  shell.summary.add('### Quality gates');
  const blocksShown = summaryBlocks(results, ordered, values['on-unknown']);
  for (const block of blocksShown) shell.summary.add(block);
  const outcome = outcomeOf(results, values);
  if (values['check-run']) {
    const summary = blocksShown.join('\n\n');
    const words = { title: outcome.message, summary, findings: countFindings(results), ordered };
    const state = { passes: outcome.passes === true, certain: verdict === 'pass' };
    // Only here is GitHub asked anything: without a check run its client is not loaded.
    const { writeCheck } = await import('./check.ts');
    await writeCheck(values, shell, commits.head, { ...words, ...state }).catch((error: unknown) =>
      shell.log.warning(`no check run: ${describe(error)}; the summary has everything`),
    );
  }
  return {
    ...outcome,
    verdict,
    outputs: {
      'failed-gates': results.filter((result) => blocks(result, values['on-unknown'])).map(({ gate }) => gate.name),
      'report-path': files.reportPath,
      'report-directory': reportDirectory,
      'summary-path': files.summaryPath,
      'sarif-path': files.sarifPath,
      'baseline-path': files.baselinePath ?? '',
    },
  };
}

function outcomeOf(results: readonly GateResult[], values: Inputs): Omit<Outcome, 'verdict'> {
  const blocking = results.filter((result) => blocks(result, values['on-unknown']));
  const words = (some: readonly GateResult[]) =>
    nameSome(
      some.map(({ gate, judgement }) => `${gate.name} (${judgement.verdict}: ${judgement.message})`),
      5,
    );
  if (blocking.length > 0) {
    const failed = blocking.some(({ judgement }) => judgement.verdict === 'fail');
    const message = `${blocking.length} of ${count(results.length, 'gate')} block: ${words(blocking)}`;
    return { reason: failed ? 'gate-failed' : 'gate-unknown', message, passes: false };
  }
  const unsure = results.filter(({ gate, judgement }) => gate.required && judgement.verdict === 'unknown');
  if (unsure.length > 0)
    return { reason: 'unknown-allowed', message: `nothing certain of ${words(unsure)}; it may be`, passes: true };
  return { reason: 'all-good', message: `${count(results.length, 'gate')}, none blocks`, passes: true };
}

/** More lines than this nobody reads in a log. */
const TOLD = 100;

/** The shell shows the first of each level and logs the others; they come in the order in which they matter. */
function annotate(shell: Shell, results: readonly GateResult[], ordered: readonly Annotated[]): void {
  const all = countFindings(results);
  if (all > TOLD) shell.log.info(`${all - TOLD} more findings are in the report alone`);
  for (const { gate, finding, level } of ordered.slice(0, TOLD)) {
    const { file, line, column, message, rule } = finding;
    shell.annotate({
      level: level === 'note' ? 'notice' : level,
      title: `${gate}: ${rule}`,
      message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }
}

function countFindings(results: readonly GateResult[]): number {
  return results.reduce((sum, { judgement }) => sum + judgement.findings.length, 0);
}

function rehearse(found: FoundGates, shell: Shell): Outcome {
  const names = nameSome(
    found.gates.map((gate) => gate.name),
    20,
  );
  if (found.detected !== undefined)
    shell.log.foreign(`gates:\n${found.detected.map((gate) => `  - ${JSON.stringify(gate)}`).join('\n')}`);
  for (const gate of found.gates)
    shell.log.info(`would run ${gate.name}: ${gate.run ?? gate.uses ?? gate.reports.join(', ')}`);
  return { verdict: 'pass', reason: 'dry-run', message: `would run ${names}, from ${found.from}` };
}
