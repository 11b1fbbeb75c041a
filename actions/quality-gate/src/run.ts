import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, describe, nameSome } from '@lockstep/base';
import {
  blocks,
  changedSince,
  type GateResult,
  inOrderOfInterest,
  outcomeHeading,
  readBaseline,
  runCommand,
  runGates,
  summaryBlocks,
  verdictOfGates,
  writeReports,
} from '@lockstep/quality';
import { annotateFindings } from './annotate.ts';
import { writeCommitted } from './committed.ts';
import { GateConsole } from './console.ts';
import { commitsOf } from './event-commits.ts';
import { type FoundGates, findGates } from './gates.ts';
import { gitIn } from './git.ts';
import { type Inputs, inputs } from './inputs.ts';
import { linksTo } from './links.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'quality-gate', inputs, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const found = findGates(values, shell);
  if (values['dry-run']) return dryRun(found, shell);
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
  if (changed === undefined)
    shell.log.debug('the changed lines are not known: the checkout does not contain the base commit');
  const ordered = inOrderOfInterest(results, changed);
  const verdict = verdictOfGates(results);
  const onUnknown = values['on-unknown'];
  const linkOf = linksTo(shell.env, commits.head);
  const files = writeReports(reportDirectory, { verdict, results, ordered, baseline, onUnknown, linkOf });
  if (values['write-baseline'])
    for (const path of writeCommitted({ root, baseline: values.baseline, reportDirectory }, files, results))
      shell.log.info(`wrote ${path}: commit it`);

  annotateFindings(shell, ordered, countFindings(results));
  const [outcomeLine = '', ...shown] = summaryBlocks(results, ordered, onUnknown, linkOf);
  for (const block of [outcomeHeading(results, onUnknown), ...shown]) shell.summary.add(block);
  const outcome = outcomeOf(results, values);
  if (values['check-run']) {
    const summary = [outcomeLine, ...shown].join('\n\n');
    const words = { title: outcome.message, summary, findings: countFindings(results), ordered };
    const state = { passes: outcome.passes === true, certain: verdict === 'pass' };
    // Only here is GitHub asked anything: without a check run its client is not loaded.
    const { writeCheck } = await import('./check.ts');
    await writeCheck(values, shell, commits.head, { ...words, ...state }).catch((error: unknown) =>
      shell.log.warning(`the check run was not written: ${describe(error)}; the step summary has everything`),
    );
  }
  return {
    ...outcome,
    verdict,
    outputs: {
      'failed-gates': results.filter((result) => blocks(result, onUnknown)).map(({ gate }) => gate.name),
      'report-path': files.reportPath,
      'report-directory': reportDirectory,
      'summary-path': files.summaryPath,
      'comment-path': files.commentPath,
      'rows-path': files.rowsPath,
      'sarif-path': files.sarifPath,
      'baseline-path': files.baselinePath ?? '',
    },
  };
}

function outcomeOf(results: readonly GateResult[], values: Inputs): Omit<Outcome<Reason>, 'verdict'> {
  const blocking = results.filter((result) => blocks(result, values['on-unknown']));
  const words = (some: readonly GateResult[]) =>
    nameSome(
      some.map(({ gate, judgement: { message, reason, verdict } }) =>
        verdict === 'fail' ? `${gate.name} (${message})` : `${gate.name} (${reason}: ${message})`,
      ),
      5,
    );
  if (blocking.length > 0) {
    const failed = blocking.some(({ judgement }) => judgement.verdict === 'fail');
    const verb = blocking.length === 1 ? 'blocks' : 'block';
    const message = `${blocking.length} of ${count(results.length, 'gate')} ${verb}: ${words(blocking)}`;
    return { reason: failed ? 'gate-failed' : 'gate-unknown', message, passes: false };
  }
  const unsure = results.filter(({ gate, judgement }) => gate.required && judgement.verdict === 'unknown');
  if (unsure.length > 0) {
    const verb = unsure.length === 1 ? 'is' : 'are';
    const message = `${words(unsure)} ${verb} inconclusive (allowed by "on-unknown: warn")`;
    return { reason: 'passed-with-unknown', message, passes: true };
  }
  return { reason: 'passed', message: `${count(results.length, 'gate')}, none blocks`, passes: true };
}

function countFindings(results: readonly GateResult[]): number {
  return results.reduce((sum, { judgement }) => sum + judgement.findings.length, 0);
}

function dryRun(found: FoundGates, shell: Shell): Outcome<Reason> {
  const names = nameSome(
    found.gates.map((gate) => gate.name),
    20,
  );
  if (found.detected !== undefined)
    shell.log.foreign(`gates:\n${found.detected.map((gate) => `  - ${JSON.stringify(gate)}`).join('\n')}`);
  for (const gate of found.gates)
    shell.log.info(`would run ${gate.name}: ${gate.run ?? gate.uses ?? gate.reports.join(', ')}`);
  return { verdict: 'pass', reason: 'dry-run', message: `would run ${names} (${found.from}); nothing was run` };
}
