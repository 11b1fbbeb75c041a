import { count, expiredWords, nameSome, type Verdict } from '@lockstep/base';
import { withoutAccepted } from './acceptance.ts';
import { type BaselineSplit, baselineOf, type KnownFindings, type LineText, splitByBaseline } from './baseline.ts';
import { compareToBudgets, measuredWords } from './budget.ts';
import type { CommandEnd } from './command.ts';
import { ADVISORY_SEVERITIES, type CodeFinding, isAtLeast } from './finding.ts';
import type { Gate } from './gate.ts';
import { isAbout, pageOf } from './page-url.ts';
import { compareToFloors, type Floors, firstFloors, type RatchetDirection, shown } from './ratchet.ts';
import { kindOf } from './readers.ts';
import type { Report, ReportReading, TestTotals, Unreadable } from './report.ts';

export type GateReason =
  | 'clean'
  | 'findings'
  | 'tests-failed'
  | 'too-many-warnings'
  | 'below-minimum'
  | 'over-maximum'
  | 'over-budget'
  | 'behind-ratchet'
  | 'exit-code'
  | 'exit-contradicts-report'
  | 'no-ratchet'
  | 'metric-missing'
  | 'timed-out'
  | 'cancelled'
  | 'not-started'
  | Unreadable;

/** What a gate says, and all that it is based on. */
export interface GateJudgement {
  readonly verdict: Verdict;
  readonly reason: GateReason;
  /** One line, without the gate's name. */
  readonly message: string;
  /** Those that count: neither known nor accepted. */
  readonly findings: readonly CodeFinding[];
  readonly known: readonly CodeFinding[];
  readonly accepted: readonly CodeFinding[];
  /** For people who look after the files: expired acceptances, stale entries, loose floors. */
  readonly notes: readonly string[];
  readonly tests?: TestTotals;
  readonly metrics?: Readonly<Record<string, number>>;
  /** The gate's part of the baseline as it should be committed; undefined where nothing certain was seen. */
  readonly baseline?: KnownFindings;
  /** The ratchet file as it should be, also where there is none yet; undefined where it need not change. */
  readonly floors?: Floors;
}

export interface GateObservation {
  /** Undefined where no command was run. */
  readonly end: CommandEnd | undefined;
  /** Undefined where the exit code alone decides. */
  readonly reading: ReportReading | undefined;
}

/** What the repository says of itself. */
export interface CommittedState {
  /** Undefined where the baseline does not know this gate yet. */
  readonly baseline: KnownFindings | undefined;
  readonly floors: Floors | undefined;
  readonly lineText: LineText;
  readonly nowMs: number;
}

type GateAnswer = Pick<GateJudgement, 'verdict' | 'reason' | 'message' | 'floors'>;

/**
 * Judges one gate. `pass` needs a tool that ran to its end and a report that says something and has no blocking
 * finding; everything else that is no proven `fail` is `unknown`.
 */
export function judgeGate(gate: Gate, evidence: GateObservation, committed: CommittedState): GateJudgement {
  const nothing = { findings: [], known: [], accepted: [], notes: [] };
  const broken = brokenEnd(evidence.end);
  if (broken !== undefined) return { ...nothing, ...broken };
  const { reading } = evidence;
  if (reading === undefined) return { ...nothing, ...byExitCode(evidence.end) };
  if (reading.kind === 'unreadable')
    return {
      ...nothing,
      verdict: 'unknown',
      reason: reading.why,
      message: `${reading.detail}${exitWords(evidence.end)}`,
    };
  const other = anotherPage(gate, reading.report);
  if (other !== undefined) return { ...nothing, ...other };
  return byReport(gate, reading.report, evidence.end, committed);
}

function brokenEnd(end: CommandEnd | undefined): GateAnswer | undefined {
  switch (end?.kind) {
    case undefined:
      return undefined;
    case 'timed-out':
      return { verdict: 'unknown', reason: 'timed-out', message: 'the command did not end within its "timeout"' };
    case 'cancelled':
      return { verdict: 'unknown', reason: 'cancelled', message: 'the job was cancelled' };
    case 'killed':
      return { verdict: 'unknown', reason: 'tool-crashed', message: `the command was ended by ${end.by}` };
    case 'not-started':
      return { verdict: 'unknown', reason: 'not-started', message: end.why };
    case 'exited':
      // POSIX shells: 126 found but not executable, 127 not found, above 128 ended by a signal. Some tools end with 127
      // themselves (osv-scanner without its database): their log says so.
      if (end.exitCode === 126 || end.exitCode === 127) {
        const message = `the command was not found or gave up (exit code ${end.exitCode}); see its log`;
        return { verdict: 'unknown', reason: 'not-started', message };
      }
      if (end.exitCode > 128)
        return {
          verdict: 'unknown',
          reason: 'tool-crashed',
          message: `the command ended with exit code ${end.exitCode}`,
        };
      return undefined;
  }
}

function exitWords(end: CommandEnd | undefined): string {
  return end?.kind === 'exited' && end.exitCode !== 0
    ? `; the command ended with exit code ${end.exitCode}, see its log`
    : '';
}

function byExitCode(end: CommandEnd | undefined): GateAnswer {
  const exitCode = end?.kind === 'exited' ? end.exitCode : 1;
  return exitCode === 0
    ? { verdict: 'pass', reason: 'exit-code', message: 'exit code 0' }
    : { verdict: 'fail', reason: 'exit-code', message: `exit code ${exitCode}` };
}

function byReport(gate: Gate, report: Report, end: CommandEnd | undefined, committed: CommittedState): GateJudgement {
  const { rest, accepted, expired } = withoutAccepted(report.findings, gate.accept, committed.nowMs);
  const split = splitByBaseline(rest, (gate.newOnly ? committed.baseline : undefined) ?? {}, committed.lineText);
  const { metrics } = report;
  const ratchet = ratchetOf(gate, metrics ?? {}, committed.floors);
  const notes = [
    ...expired.map((one) => expiredWords(one.what, one)),
    ...(split.fixed > 0
      ? [
          `${count(split.fixed, 'finding')} of the baseline fixed: commit the new baseline ("write-baseline: true" writes it)`,
        ]
      : []),
    ...ratchet.notes,
  ];
  const answer =
    decideFindings(gate, split.fresh, report) ??
    limitAnswer(gate, metrics ?? {}) ??
    budgetAnswer(gate, report) ??
    ratchet.answer ??
    contradiction(end, report) ??
    clean(gate, report, split.known.length, accepted.length);
  return {
    ...answer,
    findings: split.fresh,
    known: split.known,
    accepted: accepted.map(({ item }) => item),
    notes,
    ...(report.tests === undefined ? {} : { tests: report.tests }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(gate.newOnly ? { baseline: nextBaseline(split, committed) } : {}),
    ...(ratchet.next === undefined ? {} : { floors: ratchet.next }),
  };
}

/** A gate that the baseline does not know yet gets all that it found; from then on its part only shrinks. */
function nextBaseline(split: BaselineSplit, committed: CommittedState): KnownFindings {
  return committed.baseline === undefined ? baselineOf(split.fresh, committed.lineText) : split.shrunk;
}

function decideFindings(gate: Gate, fresh: readonly CodeFinding[], report: Report): GateAnswer | undefined {
  const blocking = fresh.filter((finding) => counts(gate, finding));
  const what = gate.newOnly ? 'new finding' : 'finding';
  if (blocking.length > 0 && report.tests !== undefined) {
    const { failed, total } = report.tests;
    return { verdict: 'fail', reason: 'tests-failed', message: `${failed} of ${count(total, 'test')} failed` };
  }
  if (blocking.length > 0) return { verdict: 'fail', reason: 'findings', message: count(blocking.length, what) };
  const warnings = fresh.filter((finding) => finding.level === 'warning').length;
  if (gate.maxWarnings !== undefined && warnings > gate.maxWarnings)
    return {
      verdict: 'fail',
      reason: 'too-many-warnings',
      message: `${count(warnings, 'warning')}, "max-warnings" is ${gate.maxWarnings}`,
    };
  return undefined;
}

/** Advisories are judged by their severity, everything else by its level. */
function counts(gate: Gate, finding: CodeFinding): boolean {
  if (finding.severity === undefined) return isAtLeast(finding.level, gate.failOn);
  return ADVISORY_SEVERITIES.indexOf(finding.severity) >= ADVISORY_SEVERITIES.indexOf(gate.failOnSeverity);
}

function limitAnswer(gate: Gate, metrics: Readonly<Record<string, number>>): GateAnswer | undefined {
  const limits = [...Object.entries(gate.minimum), ...Object.entries(gate.maximum)];
  const missing = limits.map(([metric]) => metric).filter((metric) => metrics[metric] === undefined);
  if (missing.length > 0)
    return { verdict: 'unknown', reason: 'metric-missing', message: `the report has no ${nameSome(missing, 5)}` };
  const low = Object.entries(gate.minimum).filter(([metric, limit]) => (metrics[metric] ?? 0) < limit);
  if (low.length > 0) {
    const words = low.map(([metric, limit]) => `${metric} ${shown(metrics[metric] ?? 0, 'up')} < ${limit} %`);
    return { verdict: 'fail', reason: 'below-minimum', message: nameSome(words, 5) };
  }
  const high = Object.entries(gate.maximum).filter(([metric, limit]) => (metrics[metric] ?? 0) > limit);
  if (high.length === 0) return undefined;
  const words = high.map(
    ([metric, limit]) => `${metric} ${shown(metrics[metric] ?? 0, 'down')} > ${shown(limit, 'down')}`,
  );
  return { verdict: 'fail', reason: 'over-maximum', message: nameSome(words, 5) };
}

/** Measured values, of which something must decide: a budget, or a threshold of the tool's own. */
function budgetAnswer(gate: Gate, { checked, metrics = {} }: Report): GateAnswer | undefined {
  const { missing, exceeded } = compareToBudgets(gate.budgets, metrics);
  if (missing.length > 0) {
    const had = nameSome(Object.keys(metrics), 20) || 'none';
    const message = `the report has no ${nameSome(missing, 5)}; it has ${had}`;
    return { verdict: 'unknown', reason: 'metric-missing', message };
  }
  if (exceeded.length > 0) return { verdict: 'fail', reason: 'over-budget', message: nameSome(exceeded, 5) };
  const measures = gate.format !== undefined && kindOf(gate.format) === 'measurements';
  if (!measures || gate.budgets.length > 0 || checked !== 0) return undefined;
  const message = 'the report has no thresholds, and the gate no "budgets": nothing was judged';
  return { verdict: 'unknown', reason: 'nothing-checked', message };
}

/** What was found on another page says nothing about the one that the gate is for. */
function anotherPage(gate: Gate, { about }: Report): GateAnswer | undefined {
  if (gate.url === undefined || about === undefined || isAbout(gate.url, about)) return undefined;
  const message = `the report is about ${nameSome(
    about.urls.map((url) => pageOf(url) ?? 'no page'),
    3,
  )}, not ${pageOf(gate.url) ?? ''}`;
  return { verdict: 'unknown', reason: 'wrong-url', message };
}

/** Sizes are better when they fall, coverage when it rises. */
export function directionOf(gate: Gate): RatchetDirection {
  return gate.format !== undefined && kindOf(gate.format) === 'sizes' ? 'down' : 'up';
}

function ratchetOf(
  gate: Gate,
  metrics: Readonly<Record<string, number>>,
  floors: Floors | undefined,
): { readonly answer?: GateAnswer; readonly next?: Floors; readonly notes: readonly string[] } {
  if (gate.ratchet === undefined) return { notes: [] };
  if (floors === undefined) {
    const message = `${gate.ratchet} does not exist; commit the one among the reports ("write-baseline: true" writes it)`;
    const first = firstFloors(metrics, directionOf(gate));
    return { answer: { verdict: 'unknown', reason: 'no-ratchet', message, floors: first }, notes: [] };
  }
  const direction = directionOf(gate);
  const { behind, missing, slack, next, moved } = compareToFloors(metrics, floors, direction, gate.tolerance);
  const better = Object.entries(next)
    .filter(([metric, floor]) => floor !== floors[metric])
    .map(([metric, floor]) => `${metric} ${shown(floor, direction)}`);
  const notes = [
    ...(moved
      ? [
          `${gate.ratchet} can be tightened to ${nameSome(better, 6)}: commit the new one ("write-baseline: true" writes it)`,
        ]
      : []),
    ...(slack.length > 0
      ? [`${gate.ratchet} is too lenient: ${nameSome(slack, 5)} could lose more than 5 points unnoticed`]
      : []),
  ];
  const rest = moved ? { next, notes } : { notes };
  if (missing.length > 0)
    return {
      ...rest,
      answer: { verdict: 'unknown', reason: 'metric-missing', message: `the report has no ${nameSome(missing, 5)}` },
    };
  if (behind.length > 0)
    return { ...rest, answer: { verdict: 'fail', reason: 'behind-ratchet', message: nameSome(behind, 5) } };
  return rest;
}

/** A tool that says that it failed, with a report that has nothing: one of them is wrong. */
function contradiction(end: CommandEnd | undefined, report: Report): GateAnswer | undefined {
  if (end?.kind !== 'exited' || end.exitCode === 0 || report.findings.length > 0) return undefined;
  const message = `the command ended with exit code ${end.exitCode}, but its report has no findings; see its log`;
  return { verdict: 'unknown', reason: 'exit-contradicts-report', message };
}

function clean(gate: Gate, report: Report, known: number, accepted: number): GateAnswer {
  const metrics = metricWords(gate, report.metrics ?? {});
  const parts = [
    nameSome(metrics, 6),
    report.tests === undefined ? '' : testWords(report.tests),
    report.tests === undefined && metrics.length === 0 && report.checked !== undefined
      ? `${report.checked} checked`
      : '',
    report.findings.length - known - accepted > 0 ? `${report.findings.length - known - accepted} below "fail-on"` : '',
    known > 0 ? `${known} known` : '',
    accepted > 0 ? `${accepted} accepted` : '',
  ].filter((part) => part !== '');
  return { verdict: 'pass', reason: 'clean', message: parts.length === 0 ? 'nothing found' : parts.join(', ') };
}

/** Of measured values there are hundreds: those with a budget are shown. */
function metricWords(gate: Gate, metrics: Readonly<Record<string, number>>): readonly string[] {
  if (gate.format !== undefined && kindOf(gate.format) === 'measurements') return measuredWords(gate.budgets, metrics);
  return Object.entries(metrics).map(([metric, value]) => `${metric} ${shown(value, directionOf(gate))}`);
}

function testWords({ passed, skipped, flaky }: TestTotals): string {
  return [`${count(passed, 'test')} passed`, skipped > 0 ? `${skipped} skipped` : '', flaky > 0 ? `${flaky} flaky` : '']
    .filter((part) => part !== '')
    .join(', ');
}
