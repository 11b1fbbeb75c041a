import { count, markdownTable, oneLine, VERDICT_MARKS, type Verdict } from '@lockstep/base';
import { showIdentity } from './identity.ts';
import { metricsTable, readingsTable } from './metrics/metrics-summary.ts';
import { chart, percentiles, type StripMark, strip } from './plot.ts';
import type { ComparisonReport, GateReport, PathSummary, ProbeLine } from './report.ts';
import { kindOf, wordOf } from './response-class.ts';

/** Probes of the table that are shown; the report has all of them. */
const ROWS = 30;
/** Causes of failed probes are shown open, but no more than this. */
const CAUSES = 5;
/** A chart of fewer points says less than their numbers. */
const CHARTED = 20;

/**
 * The report for people, as blocks of Markdown for a step summary: the verdict and why, one row per path, and what
 * failed; everything else folded, since a release has several gates on one page.
 */
export function summaryOf(report: GateReport): readonly string[] {
  const { comparison, message, metrics, phase, reason, verdict } = report;
  const title = `### ${VERDICT_MARKS[verdict]} Health gate (${phase})`;
  return [
    // Of a pass the code says nothing more.
    verdict === 'pass' ? `${title}: ${plainText(message)}` : `${title}: ${verdict}, ${reason}\n\n${plainText(message)}`,
    markdownTable(
      ['Path', 'Probes', 'Median', 'p95', 'Max', 'Each probe: latency, `x` failure, `?` error'],
      report.paths.map((path) => [
        `${VERDICT_MARKS[verdictOfPath(report, path)]} ${code(path.path)}${path.format === undefined ? '' : ` (${path.format})`}`,
        probesOf(path),
        ...latencyOf(path),
        path.probes === 0 ? '–' : `\`${stripOf(report, path.path)}\``,
      ]),
    ),
    ...metricsTable(metrics),
    ...(verdict === 'pass' ? [] : causes(report)),
    ...(comparison === undefined ? [] : [comparisonLine(comparison)]),
    fold(`${count(report.probes.length, 'probe')}, one by one`, [
      ...identities(report),
      `Proof: ${plainText(report.proof)}`,
      ...[latencies(report)].filter((block) => block !== undefined),
      ...(comparison === undefined ? [] : percentileChart(comparison)),
      probes(report),
      ...readingsTable(metrics),
    ]),
  ];
}

/** The sign of a path: that of the gate where it decided, else whether all went well. */
function verdictOfPath(report: GateReport, { path, probes, successes }: PathSummary): Verdict {
  if (report.path === path) return report.verdict;
  return report.verdict === 'pass' || (probes > 0 && successes === probes) ? 'pass' : 'unknown';
}

/** `7 ok, 1 failed`: what there is none of is left out. */
function probesOf({ successes, failures, errors }: PathSummary): string {
  const parts = [
    `${successes} ok`,
    failures > 0 ? `**${failures} failed**` : '',
    errors > 0 ? `**${count(errors, 'error')}**` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function latencyOf({ latency }: PathSummary): string[] {
  return [latency?.median, latency?.p95, latency?.max].map((ms) => (ms === undefined ? '–' : `${ms} ms`));
}

/** Why probes failed, each cause once. Where there is only one, the message has said it. */
function causes(report: GateReport): readonly string[] {
  const found = new Map<string, { readonly first: ProbeLine; times: number }>();
  for (const probe of report.probes) {
    if (probe.warmUp || kindOf(probe.class, report.rules.degraded) === 'success') continue;
    const key = JSON.stringify([probe.path, probe.class, probe.status, probe.because]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: probe, times: 1 });
    else known.times++;
  }
  if (found.size < 2) return [];
  const all = [...found.values()].sort((a, b) => b.times - a.times);
  const rows = all
    .slice(0, CAUSES)
    .map(({ first, times }) => [
      code(first.path),
      first.class,
      first.status === undefined ? '' : String(first.status),
      String(times),
      first.at.slice(11, 19),
      plainText(first.because),
    ]);
  const rest = all.length - rows.length;
  const table = markdownTable(['Failed path', 'Class', 'HTTP', 'Times', 'First (UTC)', 'Why'], rows);
  return [rest > 0 ? `${table}\n\n… and ${count(rest, 'more cause', 'more causes')} in the report` : table];
}

function fold(title: string, blocks: readonly string[]): string {
  return [`<details><summary>${title}</summary>`, ...blocks, '</details>'].join('\n\n');
}

function stripOf(report: GateReport, path: string): string {
  return strip(
    judged(report, path).map(
      (probe): StripMark => ({ ms: probe.ms, kind: kindOf(probe.class, report.rules.degraded) }),
    ),
  );
}

function judged(report: GateReport, path: string): readonly ProbeLine[] {
  return report.probes.filter((probe) => probe.path === path && !probe.warmUp);
}

function latencies(report: GateReport): string | undefined {
  const lines = report.paths.map((path) => ({
    name: code(path.path),
    values: judged(report, path.path).map((probe) => probe.ms),
  }));
  const rounds = Math.max(0, ...lines.map((line) => line.values.length));
  return rounds < CHARTED ? undefined : chart('Latency of each probe', ['probe', 1, rounds], lines);
}

/** Only where more than one build answered is the timeline worth a table. */
function identities(report: GateReport): string[] {
  if (report.identities.length < 2) return [];
  const rows = report.identities.map((span) => [
    plainText(showIdentity(span.identity)),
    new Date(span.from).toISOString(),
    new Date(span.to).toISOString(),
    String(span.answers),
  ]);
  return [markdownTable(['Build that answered', 'From', 'To', 'Answers'], rows)];
}

function comparisonLine(compared: ComparisonReport): string {
  const weight = compared.required ? 'decides' : 'advisory';
  const heading = `${VERDICT_MARKS[compared.verdict]} Compared with the baseline ${code(compared.baseline)} (${weight}): ${compared.verdict}`;
  return `${heading}. ${plainText(compared.message)}`;
}

function percentileChart({ baselineMs, candidateMs }: ComparisonReport): readonly string[] {
  if (Math.min(baselineMs.length, candidateMs.length) < CHARTED) return [];
  const picture = chart(
    'Latency by percentile',
    ['percentile', 5, 95],
    [
      { name: 'candidate', values: percentiles(candidateMs) },
      { name: 'baseline', values: percentiles(baselineMs) },
    ],
  );
  return picture === undefined ? [] : [picture];
}

function probes(report: GateReport): string {
  const shown = report.probes.slice(-ROWS);
  const hidden = report.probes.length - shown.length;
  const title = hidden === 0 ? '' : `The last ${shown.length} probes; the ${hidden} before them are in the report.\n\n`;
  return `${title}${probeTable(shown)}`;
}

function probeTable(probes: readonly ProbeLine[]): string {
  const rows = probes.map((probe) => [
    probe.at.slice(11, 23),
    code(probe.path),
    probe.warmUp ? `warm-up, ${wordOf(probe)}` : wordOf(probe),
    probe.status === undefined ? '' : String(probe.status),
    `${Math.round(probe.ms)} ms`,
    plainText(
      [
        probe.because,
        ...probe.findings.filter((finding) => finding.weight === 'note').map((finding) => finding.message),
      ].join('; '),
    ),
  ]);
  return markdownTable(['Time (UTC)', 'Path', 'Class', 'HTTP', 'Took', 'Why'], rows);
}

function code(text: string): string {
  return `\`${text.replace(/[`|\n]/g, '')}\``;
}

/** Our own sentences quote words of responses: none of those may become Markdown. */
function plainText(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
}
