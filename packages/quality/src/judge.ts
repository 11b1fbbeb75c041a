import { count, expiredWords, nameSome, type Verdict } from '@lockstep/base';
import { withoutAccepted } from './acceptance.ts';
import { type KnownFindings, knowAll, type LineText, type Sifted, sift } from './baseline.ts';
import type { CommandEnd } from './command.ts';
import { ADVISORY_SEVERITIES, type Finding, isAtLeast } from './finding.ts';
import type { Gate } from './gate.ts';
import { compareToFloors, type Direction, type Floors, firstFloors, shown } from './ratchet.ts';
import { kindOf } from './readers.ts';
import type { Reading, Report, TestTotals, Unreadable } from './report.ts';

export type Reason =
  | 'clean'
  | 'findings'
  | 'tests-failed'
  | 'too-many-warnings'
  | 'below-minimum'
  | 'over-maximum'
  | 'behind-ratchet'
  | 'exit-code'
  | 'exit-contradicts-report'
  | 'no-ratchet'
  | 'metric-missing'
  | 'timed-out'
  | 'cancelled'
  | 'not-started'
  | Unreadable;

/** What a gate says, and all that it says it from. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** One line, without the gate's name. */
  readonly message: string;
  /** Those that count: neither known nor accepted. */
  readonly findings: readonly Finding[];
  readonly known: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** For people who look after the files: expired acceptances, stale entries, loose floors. */
  readonly notes: readonly string[];
  readonly tests?: TestTotals;
  readonly metrics?: Readonly<Record<string, number>>;
  /** The gate's part of the baseline as it should be committed; undefined where nothing certain was seen. */
  readonly baseline?: KnownFindings;
  /** The ratchet file as it should be, also where there is none yet; undefined where it need not change. */
  readonly floors?: Floors;
}

export interface Evidence {
  /** Undefined where no command was run. */
  readonly end: CommandEnd | undefined;
  /** Undefined where the exit code alone decides. */
  readonly reading: Reading | undefined;
}

/** What the repository says of itself. */
export interface Committed {
  /** Undefined where the baseline does not know this gate yet. */
  readonly baseline: KnownFindings | undefined;
  readonly floors: Floors | undefined;
  readonly lineText: LineText;
  readonly nowMs: number;
}

type Answer = Pick<Judgement, 'verdict' | 'reason' | 'message' | 'floors'>;

/**
 * Judges one gate. `pass` needs a tool that ran to its end and a report that says something and holds nothing against
 * the code; everything else that is no proven `fail` is `unknown`.
 */
export function judge(gate: Gate, evidence: Evidence, committed: Committed): Judgement {
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
  return byReport(gate, reading.report, evidence.end, committed);
}

function brokenEnd(end: CommandEnd | undefined): Answer | undefined {
  switch (end?.kind) {
    case undefined:
      return undefined;
    case 'timed-out':
      return { verdict: 'unknown', reason: 'timed-out', message: 'it did not end within its time' };
    case 'cancelled':
      return { verdict: 'unknown', reason: 'cancelled', message: 'the job was cancelled' };
    case 'killed':
      return { verdict: 'unknown', reason: 'tool-crashed', message: `it was ended by ${end.by}` };
    case 'not-started':
      return { verdict: 'unknown', reason: 'not-started', message: end.why };
    case 'exited':
      // POSIX shells: 126 found but not executable, 127 not found, above 128 ended by a signal.
      if (end.exitCode === 126 || end.exitCode === 127)
        return { verdict: 'unknown', reason: 'not-started', message: 'the command was not found; is it installed?' };
      if (end.exitCode > 128)
        return { verdict: 'unknown', reason: 'tool-crashed', message: `it ended with ${end.exitCode}` };
      return undefined;
  }
}

function exitWords(end: CommandEnd | undefined): string {
  return end?.kind === 'exited' && end.exitCode !== 0 ? `; the command ended with ${end.exitCode}, see its log` : '';
}

function byExitCode(end: CommandEnd | undefined): Answer {
  const exitCode = end?.kind === 'exited' ? end.exitCode : 1;
  return exitCode === 0
    ? { verdict: 'pass', reason: 'exit-code', message: 'it ended with 0' }
    : { verdict: 'fail', reason: 'exit-code', message: `it ended with ${exitCode}` };
}

function byReport(gate: Gate, report: Report, end: CommandEnd | undefined, committed: Committed): Judgement {
  const { rest, accepted, expired } = withoutAccepted(report.findings, gate.accept, committed.nowMs);
  const sifted = sift(rest, (gate.newOnly ? committed.baseline : undefined) ?? {}, committed.lineText);
  const { metrics } = report;
  const ratchet = ratchetOf(gate, metrics ?? {}, committed.floors);
  const notes = [
    ...expired.map((one) => expiredWords(one.what, one)),
    ...(sifted.fixed > 0
      ? [`${count(sifted.fixed, 'entry', 'entries')} of the baseline fixed: commit the new one`]
      : []),
    ...ratchet.notes,
  ];
  const answer =
    decideFindings(gate, sifted.fresh, report) ??
    limitAnswer(gate, metrics ?? {}) ??
    ratchet.answer ??
    contradiction(end, report) ??
    clean(gate, report, sifted.known.length, accepted.length);
  return {
    ...answer,
    findings: sifted.fresh,
    known: sifted.known,
    accepted: accepted.map(({ item }) => item),
    notes,
    ...(report.tests === undefined ? {} : { tests: report.tests }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(gate.newOnly ? { baseline: nextBaseline(sifted, committed) } : {}),
    ...(ratchet.next === undefined ? {} : { floors: ratchet.next }),
  };
}

/** A gate that the baseline does not know yet gets all that it found; from then on its part only shrinks. */
function nextBaseline(sifted: Sifted, committed: Committed): KnownFindings {
  return committed.baseline === undefined ? knowAll(sifted.fresh, committed.lineText) : sifted.shrunk;
}

function decideFindings(gate: Gate, fresh: readonly Finding[], report: Report): Answer | undefined {
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
      message: `${count(warnings, 'warning')}, at most ${gate.maxWarnings} may be`,
    };
  return undefined;
}

/** Advisories are judged by their severity, everything else by its level. */
function counts(gate: Gate, finding: Finding): boolean {
  if (finding.severity === undefined) return isAtLeast(finding.level, gate.failOn);
  return ADVISORY_SEVERITIES.indexOf(finding.severity) >= ADVISORY_SEVERITIES.indexOf(gate.failOnSeverity);
}

function limitAnswer(gate: Gate, metrics: Readonly<Record<string, number>>): Answer | undefined {
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

/** Sizes are better when they fall, coverage when it rises. */
export function directionOf(gate: Gate): Direction {
  return gate.format !== undefined && kindOf(gate.format) === 'sizes' ? 'down' : 'up';
}

function ratchetOf(
  gate: Gate,
  metrics: Readonly<Record<string, number>>,
  floors: Floors | undefined,
): { readonly answer?: Answer; readonly next?: Floors; readonly notes: readonly string[] } {
  if (gate.ratchet === undefined) return { notes: [] };
  if (floors === undefined) {
    const message = `${gate.ratchet} is not there; commit the one among the reports`;
    const first = firstFloors(metrics, directionOf(gate));
    return { answer: { verdict: 'unknown', reason: 'no-ratchet', message, floors: first }, notes: [] };
  }
  const direction = directionOf(gate);
  const { behind, missing, slack, next, moved } = compareToFloors(metrics, floors, direction, gate.tolerance);
  const better = Object.entries(next)
    .filter(([metric, floor]) => floor !== floors[metric])
    .map(([metric, floor]) => `${metric} ${shown(floor, direction)}`);
  const notes = [
    ...(moved ? [`${gate.ratchet} can move to ${nameSome(better, 6)}`] : []),
    ...(slack.length > 0
      ? [`${gate.ratchet} guards little: ${nameSome(slack, 5)} could lose more than 5 points unseen`]
      : []),
  ];
  const told = moved ? { next, notes } : { notes };
  if (missing.length > 0)
    return {
      ...told,
      answer: { verdict: 'unknown', reason: 'metric-missing', message: `the report has no ${nameSome(missing, 5)}` },
    };
  if (behind.length > 0)
    return { ...told, answer: { verdict: 'fail', reason: 'behind-ratchet', message: nameSome(behind, 5) } };
  return told;
}

/** A tool that says that it failed, with a report that has nothing: one of them is wrong. */
function contradiction(end: CommandEnd | undefined, report: Report): Answer | undefined {
  if (end?.kind !== 'exited' || end.exitCode === 0 || report.findings.length > 0) return undefined;
  const message = `it ended with ${end.exitCode}, but its report holds nothing against the code; see its log`;
  return { verdict: 'unknown', reason: 'exit-contradicts-report', message };
}

function clean(gate: Gate, report: Report, known: number, accepted: number): Answer {
  const metrics = Object.entries(report.metrics ?? {});
  const parts = [
    nameSome(
      metrics.map(([metric, value]) => `${metric} ${shown(value, directionOf(gate))}`),
      6,
    ),
    report.tests === undefined ? '' : testWords(report.tests),
    report.tests === undefined && metrics.length === 0 && report.checked !== undefined
      ? `${report.checked} looked at`
      : '',
    report.findings.length - known - accepted > 0
      ? `${report.findings.length - known - accepted} too mild to count`
      : '',
    known > 0 ? `${known} known` : '',
    accepted > 0 ? `${accepted} accepted` : '',
  ].filter((part) => part !== '');
  return { verdict: 'pass', reason: 'clean', message: parts.length === 0 ? 'nothing found' : parts.join(', ') };
}

function testWords({ passed, skipped, flaky }: TestTotals): string {
  return [`${count(passed, 'test')} passed`, skipped > 0 ? `${skipped} skipped` : '', flaky > 0 ? `${flaky} flaky` : '']
    .filter((part) => part !== '')
    .join(', ');
}
