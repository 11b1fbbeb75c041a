import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Evidence, redactData, sealEvidence } from '@lockstep/base';
import { type GateReport, junitOf, type MetricReport, summaryOf } from '@lockstep/health';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** What an unknown verdict does: before users come it fails, with users on the build it holds. */
export function onUnknown(inputs: Inputs): 'fail' | 'hold' | 'warn' {
  return inputs['on-unknown'] || (inputs.phase === 'pre' ? 'fail' : 'hold');
}

/** Reports what was seen in log, summary, files and outputs; and holds the release where that is the policy. */
export function publish(report: GateReport, inputs: Inputs, shell: Shell): Outcome<Reason> {
  const { verdict, reason, message, comparison } = report;
  shell.log.info(`proof: ${report.proof}`);
  if (comparison !== undefined) {
    const line = `comparison (${comparison.required ? 'decides' : 'advisory'}): ${comparison.verdict}, ${comparison.message}`;
    if (comparison.required || comparison.verdict === 'pass') shell.log.info(line);
    else shell.log.warning(line);
  }
  for (const metric of report.metrics) {
    const line = lineOf(metric);
    if (metric.critical || metric.verdict === 'pass') shell.log.info(line);
    else shell.log.warning(line);
  }
  if (verdict === 'pass' && isDegraded(report)) shell.log.warning(message);
  for (const noted of notesOf(report)) shell.log.notice(noted);
  for (const block of summaryOf(report)) shell.summary.add(block);

  const policy = onUnknown(inputs);
  if (verdict === 'unknown' && policy === 'hold') shell.journal?.held(reason);
  const last = report.identities.at(-1)?.identity;
  const identity = { deployment: last?.deployment ?? null, commit: last?.commit ?? null };
  const folder = join(shell.env.tempDir, 'lockstep', 'health-gate', shell.instance);
  mkdirSync(folder, { recursive: true });
  const clean = redactData(report);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    verdict,
    reason,
    message,
    passes: verdict === 'pass' || (verdict === 'unknown' && policy === 'warn'),
    outputs: {
      evidence: evidenceOf(report, identity, inputs, shell),
      identity,
      proof: report.proof,
      'report-path': write('report.json', `${JSON.stringify(clean, null, 2)}\n`),
      'junit-path': write('junit.xml', junitOf(clean)),
      'first-failure': report.firstFailure ?? '',
      metrics: metricsOutput(report.metrics),
      'metrics-line': report.metrics.map((metric) => `${metric.name} ${metric.verdict}`).join(', '),
    },
  };
}

function lineOf({ critical, message, name, reason, verdict }: MetricReport): string {
  return `metric ${name} (${critical ? 'critical' : 'advisory'}): ${verdict}, ${reason}, ${message}`;
}

/** The last of each metric, without its readings: those are in the report. */
function metricsOutput(metrics: readonly MetricReport[]): readonly object[] | '' {
  if (metrics.length === 0) return '';
  return metrics.map(({ readings, ...metric }) => ({
    ...metric,
    value: readings.findLast((one) => one.value !== undefined)?.value ?? null,
  }));
}

/** Whether any answer was degraded, where that is a warning. */
function isDegraded({ probes, rules }: GateReport): boolean {
  return rules.degraded === 'warn' && probes.some((probe) => !probe.warmUp && probe.class === 'degraded');
}

/** What was only noted: each rule once, with the paths that it concerns and what the first of them said. */
function notesOf(report: GateReport): readonly string[] {
  const notes = new Map<string, { readonly paths: Set<string>; readonly message: string }>();
  for (const { path, findings } of report.probes)
    for (const { rule, weight, message } of findings) {
      if (weight !== 'note') continue;
      const known = notes.get(rule);
      if (known === undefined) notes.set(rule, { paths: new Set([path]), message });
      else known.paths.add(path);
    }
  return [...notes].map(([rule, { paths, message }]) => `${[...paths].join(', ')}: ${rule}, ${message}`);
}

function evidenceOf(
  report: GateReport,
  identity: Pick<Evidence, 'deployment' | 'commit'>,
  inputs: Inputs,
  shell: Shell,
): Evidence {
  const compared = report.comparison === undefined ? {} : { comparison: report.comparison.verdict };
  const metrics = Object.fromEntries(report.metrics.map(({ name, verdict }) => [`metric:${name}`, verdict]));
  return sealEvidence({
    ...identity,
    planDigest: inputs['plan-digest'] || null,
    folderDigest: inputs['folder-digest'] || null,
    verdicts: { [`health-gate:${report.phase}`]: report.verdict, ...compared, ...metrics },
    run: shell.env.runUrl,
    at: report.endedAt,
  });
}
