import { describe, expect, test } from '@jest/globals';
import type { CommandEnd } from '../src/command.ts';
import { gatesOf } from '../src/config.ts';
import type { CodeFinding, Level } from '../src/finding.ts';
import type { Gate } from '../src/gate.ts';
import { judgeGate } from '../src/judge.ts';
import type { Report, Unreadable } from '../src/report.ts';

const exited = (exitCode: number): CommandEnd => ({ kind: 'exited', exitCode });
const finding = (message: string, level: Level = 'error'): CodeFinding => ({ rule: 'r', level, message });
const advisory = (severity: 'low' | 'high' | 'critical', name = 'p'): CodeFinding => ({
  rule: `GHSA-${severity}`,
  level: 'error',
  severity,
  package: name,
  message: severity,
});
const NOW = Date.parse('2026-11-22T12:00:00Z');

function gate(more: object = {}): Gate {
  const [one] = gatesOf([{ name: 'g', run: 'x', report: 'r', format: 'eslint', ...more }], 'gates');
  if (one === undefined) throw new Error('no gate');
  return one;
}

function judged(report: Partial<Report>, more: object = {}, end: CommandEnd = exited(0), committed: object = {}) {
  const whole: Report = { checked: 1, findings: [], ...report };
  const around = { baseline: undefined, floors: undefined, lineText: () => undefined, nowMs: NOW, ...committed };
  return judgeGate(gate(more), { end, reading: { kind: 'report', report: whole } }, around);
}

const answer = ({ verdict, reason }: { verdict: string; reason: string }) => `${verdict} ${reason}`;

describe('how the tool ended', () => {
  const by = (end: CommandEnd) => answer(judged({}, {}, end));
  test.each<[string, CommandEnd, string]>([
    ['0 with a clean report', exited(0), 'pass clean'],
    ['1 with a clean report', exited(1), 'unknown exit-contradicts-report'],
    ['127', exited(127), 'unknown not-started'],
    ['126', exited(126), 'unknown not-started'],
    ['137, killed for its memory', exited(137), 'unknown tool-crashed'],
    ['by a signal', { kind: 'killed', by: 'SIGSEGV' }, 'unknown tool-crashed'],
    ['by its time limit', { kind: 'timed-out' }, 'unknown timed-out'],
    ['by a cancelled job', { kind: 'cancelled' }, 'unknown cancelled'],
    ['not at all', { kind: 'not-started', why: 'ENOENT' }, 'unknown not-started'],
  ])('%s', (_what, end, expected) => {
    expect(by(end)).toBe(expected);
  });

  test('without a report the exit code decides', () => {
    const bare = gatesOf([{ name: 'g', run: 'x' }], 'gates')[0] as Gate;
    const around = { baseline: undefined, floors: undefined, lineText: () => undefined, nowMs: NOW };
    const by = (end: CommandEnd) => answer(judgeGate(bare, { end, reading: undefined }, around));
    expect([exited(0), exited(1), exited(127)].map(by)).toEqual([
      'pass exit-code',
      'fail exit-code',
      'unknown not-started',
    ]);
  });

  test.each<Unreadable>(['report-absent', 'report-stale', 'service-error'])(
    '%s is unknown, whatever the exit code',
    (why) => {
      const around = { baseline: undefined, floors: undefined, lineText: () => undefined, nowMs: NOW };
      const reading = { kind: 'unreadable', why, detail: 'd' } as const;
      expect(answer(judgeGate(gate(), { end: exited(0), reading }, around))).toBe(`unknown ${why}`);
    },
  );
});

describe('findings', () => {
  test.each<[string, object, readonly CodeFinding[], string]>([
    ['an error', {}, [finding('a')], 'fail findings'],
    ['a warning', {}, [finding('a', 'warning')], 'pass clean'],
    ['a warning where warnings fail', { 'fail-on': 'warning' }, [finding('a', 'warning')], 'fail findings'],
    [
      'two warnings where one may be',
      { 'max-warnings': 1 },
      [finding('a', 'warning'), finding('b', 'warning')],
      'fail too-many-warnings',
    ],
    ['a low advisory', {}, [advisory('low')], 'pass clean'],
    ['a high advisory', {}, [advisory('high')], 'fail findings'],
    [
      'a high advisory where only critical ones fail',
      { format: 'npm-audit', 'fail-on': 'critical' },
      [advisory('high')],
      'pass clean',
    ],
  ])('%s', (_what, more, findings, expected) => {
    expect(answer(judged({ findings }, more))).toBe(expected);
  });

  test('warnings explain an exit code', () => {
    expect(answer(judged({ findings: [finding('a', 'warning')] }, {}, exited(1)))).toBe('pass clean');
  });

  test('what is accepted counts up to its severity and its day', () => {
    const accept = (more: object) => [
      { what: 'p', reason: 'no fix yet', until: '2026-12-31', 'up-to': 'high', ...more },
    ];
    const by = (more: object, one = advisory('high')) => answer(judged({ findings: [one] }, { accept: accept(more) }));
    expect(by({})).toBe('pass clean');
    expect(by({ what: 'GHSA-high' })).toBe('pass clean');
    expect(by({}, advisory('critical'))).toBe('fail findings');
    expect(by({ what: 'other' })).toBe('fail findings');
    expect(by({ until: '2026-11-22' })).toBe('pass clean');
    expect(by({ until: '2026-11-21' })).toBe('fail findings');
    expect(judged({ findings: [] }, { accept: accept({ until: '2026-11-21' }) }).notes).toEqual([
      '"p" was accepted until 2026-11-21: decide again (no fix yet)',
    ]);
  });

  test('failed tests are reported as tests', () => {
    const tests = { total: 5, passed: 4, failed: 1, skipped: 0, flaky: 0 };
    expect(judged({ findings: [finding('a')], tests }, {}, exited(1))).toMatchObject({
      verdict: 'fail',
      reason: 'tests-failed',
      message: '1 of 5 tests failed',
    });
  });
});

describe('limits', () => {
  const coverage = { format: 'lcov' };
  test.each<[string, object, Readonly<Record<string, number>>, string]>([
    ['above the minimum', { ...coverage, minimum: { lines: 80 } }, { lines: 80 }, 'pass clean'],
    ['below the minimum', { ...coverage, minimum: { lines: 80 } }, { lines: 79.99 }, 'fail below-minimum'],
    ['a metric that is not there', { ...coverage, minimum: { lines: 80 } }, { branches: 90 }, 'unknown metric-missing'],
    ['within the size', { format: 'bundle', maximum: { total: '2kB' } }, { total: 2_000 }, 'pass clean'],
    ['over the size', { format: 'bundle', maximum: { total: '2kB' } }, { total: 2_001 }, 'fail over-maximum'],
  ])('%s', (_what, more, metrics, expected) => {
    expect(answer(judged({ metrics }, more))).toBe(expected);
  });
});

describe('a ratchet', () => {
  const up = { format: 'lcov', ratchet: 'c.json', tolerance: 0.5 };
  const held = (value: number, floor = 80, more: object = up) =>
    judged({ metrics: { lines: value } }, more, exited(0), { floors: { lines: floor } });

  test('holds what was reached, within its tolerance', () => {
    expect(answer(held(80))).toBe('pass clean');
    expect(answer(held(79.5))).toBe('pass clean');
    expect(answer(held(79.49))).toBe('fail behind-ratchet');
  });

  test('prints the new floor, rounded so that the same result keeps it', () => {
    expect(held(81.239)).toMatchObject({ floors: { lines: 81.23 }, notes: [expect.stringContaining('lines 81.23 %')] });
    expect(answer(held(81.239, 81.23))).toBe('pass clean');
    expect(held(80).floors).toBeUndefined();
    expect(held(79.6).floors).toBeUndefined();
  });

  test('that is far behind says that it is too lenient', () => {
    expect(held(90).notes).toContainEqual(expect.stringContaining('too lenient: lines'));
  });

  test('that is not there yet, or whose metric is gone, is unknown', () => {
    expect(answer(judged({ metrics: { lines: 80 } }, up))).toBe('unknown no-ratchet');
    expect(answer(judged({ metrics: {} }, up, exited(0), { floors: { lines: 1 } }))).toBe('unknown metric-missing');
  });

  test('of sizes holds the other way round', () => {
    const down = { format: 'bundle', ratchet: 'c.json', tolerance: 1 };
    const size = (value: number) =>
      answer(judged({ metrics: { total: value } }, down, exited(0), { floors: { total: 1_000 } }));
    expect([900, 1_010, 1_011].map(size)).toEqual(['pass clean', 'pass clean', 'fail behind-ratchet']);
  });
});

describe('a baseline', () => {
  const newOnly = { 'new-only': true };
  const first = judged({ findings: [finding('old'), finding('old')] }, newOnly);

  test('at first knows nothing, and is written with all that was found', () => {
    expect(answer(first)).toBe('fail findings');
    expect(Object.values(first.baseline ?? {})).toEqual([{ count: 2, rule: 'r' }]);
  });

  const later = (...messages: readonly string[]) =>
    judged({ findings: messages.map((one) => finding(one)) }, newOnly, exited(1), { baseline: first.baseline });

  test('does not count what it knows, as often as it knows it', () => {
    expect(later('old', 'old')).toMatchObject({ verdict: 'pass', known: [{}, {}], findings: [] });
    expect(answer(later('old', 'old', 'old'))).toBe('fail findings');
    expect(answer(later('old', 'new'))).toBe('fail findings');
  });

  test('shrinks by what is fixed, says so, and never grows', () => {
    const fixed = later('old', 'new');
    expect(Object.values(fixed.baseline ?? {})).toEqual([{ count: 1, rule: 'r' }]);
    expect(fixed.notes).toEqual([expect.stringContaining('1 finding of the baseline fixed')]);
  });

  test('follows a finding whose lines move, by the text of its line', () => {
    const at = (line: number): CodeFinding => ({ rule: 'r', level: 'error', message: `m ${line}`, file: 'a.ts', line });
    const text = { lineText: () => '  var x = 1;' };
    const before = judged({ findings: [at(3)] }, newOnly, exited(1), text);
    const after = judged({ findings: [at(30)] }, newOnly, exited(1), { ...text, baseline: before.baseline });
    expect(answer(after)).toBe('pass clean');
  });
});
