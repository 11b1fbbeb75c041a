import { describe, expect, test } from '@jest/globals';
import { type Annotated, inOrderOfInterest } from '../src/annotations.ts';
import { byCause } from '../src/causes.ts';
import { gatesOf } from '../src/config.ts';
import { parseDiff } from '../src/diff.ts';
import type { CodeFinding } from '../src/finding.ts';
import type { Gate } from '../src/gate.ts';
import { summaryBlocks } from '../src/markdown.ts';
import { blocks, verdictOfGates } from '../src/outcome.ts';
import type { GateResult } from '../src/run-gates.ts';
import { sarifLog } from '../src/sarif-log.ts';

function result(
  verdict: 'pass' | 'fail' | 'unknown',
  more: object = {},
  findings: readonly CodeFinding[] = [],
): GateResult {
  const gate = gatesOf([{ name: 'g', run: 'x', ...more }], 'gates')[0] as Gate;
  const judgement = {
    verdict,
    reason: 'findings' as const,
    message: 'm',
    findings,
    known: [],
    accepted: [],
    notes: [],
  };
  return { gate, judgement, attempts: 1, durationMs: 1_500, logPath: undefined };
}
const finding = (level: 'error' | 'warning' | 'note', file: string, line: number): CodeFinding => ({
  rule: 'r',
  level,
  message: `${level} ${file}:${line}`,
  file,
  line,
});

describe('which gates block', () => {
  test.each<[string, object, 'pass' | 'fail' | 'unknown', 'fail' | 'warn', boolean]>([
    ['a failed one', {}, 'fail', 'warn', true],
    ['an unknown one', {}, 'unknown', 'fail', true],
    ['an unknown one where unknown warns', {}, 'unknown', 'warn', false],
    ['an unknown one that says so itself', { 'on-unknown': 'fail' }, 'unknown', 'warn', true],
    ['a failed advisory one', { policy: 'advisory' }, 'fail', 'fail', false],
    ['a good one', {}, 'pass', 'fail', false],
  ])('%s', (_what, more, verdict, onUnknown, expected) => {
    expect(blocks(result(verdict, more), onUnknown)).toBe(expected);
  });

  test('the verdict is that of the required ones', () => {
    const advisory = { policy: 'advisory' };
    expect(verdictOfGates([result('pass'), result('fail', advisory)])).toBe('pass');
    expect(verdictOfGates([result('pass'), result('unknown')])).toBe('unknown');
    expect(verdictOfGates([result('fail', advisory)])).toBe('pass');
    expect(verdictOfGates([])).toBe('unknown');
  });
});

test('a diff says which lines are new', () => {
  const diff = [
    'diff --git a/src/a.ts b/src/a.ts',
    '--- a/src/a.ts',
    '+++ b/src/a.ts',
    '@@ -1,0 +2,3 @@',
    '+x',
    '@@ -9 +12 @@ function f() {',
    '@@ -20,2 +22,0 @@',
    'diff --git a/gone.ts b/gone.ts',
    '--- a/gone.ts',
    '+++ /dev/null',
    '@@ -1,5 +0,0 @@',
    'diff --git "a/sp ace.ts" "b/sp ace.ts"',
    '--- /dev/null',
    '+++ b/sp ace.ts',
    '@@ -0,0 +1 @@',
    '+++ "b/a\\t\\"b\\"\\\\.ts"',
    '@@ -0,0 +3 @@',
  ].join('\n');
  expect([...parseDiff(diff)]).toEqual([
    [
      'src/a.ts',
      [
        [2, 4],
        [12, 12],
      ],
    ],
    ['sp ace.ts', [[1, 1]]],
    ['a\t"b"\\.ts', [[3, 3]]],
  ]);
});

test('people see first what is in their change, then what is worse', () => {
  const changed = new Map([['b.ts', [[5, 9] as const]]]);
  const findings = [
    finding('warning', 'a.ts', 1),
    finding('error', 'a.ts', 3),
    finding('warning', 'b.ts', 7),
    finding('error', 'b.ts', 20),
    finding('error', 'b.ts', 5),
  ];
  expect(inOrderOfInterest([result('fail', {}, findings)], changed).map((one) => one.finding.message)).toEqual([
    'error b.ts:5',
    'warning b.ts:7',
    'error a.ts:3',
    'error b.ts:20',
    'warning a.ts:1',
  ]);
  const advisory = inOrderOfInterest([result('fail', { policy: 'advisory' }, findings)], undefined);
  expect(new Set(advisory.map((one) => one.level))).toEqual(new Set(['warning']));
});

test('text of others becomes neither markup nor a mention', () => {
  const message = '</details><script> @ada acme/shop#12\n# big';
  const hostile = { rule: '|', level: 'error' as const, message, file: 'a`|\n.ts', line: 1 };
  for (const [verdict, folds] of [
    ['fail', 0],
    ['pass', 1],
  ] as const) {
    const results = [result(verdict, {}, [hostile])];
    const markdown = summaryBlocks(results, inOrderOfInterest(results, undefined)).join('\n');
    expect(markdown).not.toContain('<script>');
    expect(markdown).not.toMatch(/@ada|#12|^#/m);
    expect(markdown.match(/<\/details>/g) ?? []).toHaveLength(folds);
  }
});

describe('the summary', () => {
  const named = (name: string, verdict: 'pass' | 'fail' | 'unknown', more: object = {}, findings = 0) =>
    result(verdict, { name, ...more }, Array(findings).fill(finding('error', `${name}.ts`, 1)));
  const blocksOf = (results: readonly GateResult[], onUnknown?: 'warn') =>
    summaryBlocks(results, inOrderOfInterest(results, undefined), onUnknown);

  test('says the outcome first, and what blocks before what does not', () => {
    const results = [named('types', 'pass', {}, 1), named('audit', 'unknown'), named('lint', 'fail', {}, 1)];
    const [outcome, table, ...rest] = blocksOf(results);
    expect(outcome).toBe('❌ **2 of 3 gates block: audit, lint**');
    expect(table?.split('\n').map((row) => row.split('|')[1]?.trim())).toEqual([
      'Gate',
      '---',
      '❌ lint',
      '⚠️ audit',
      '✅ types',
    ]);
    expect(rest.map((block) => block.split('\n')[0])).toEqual([
      '**lint**: m',
      '<details><summary>✅ types: 1 finding</summary>',
    ]);
  });

  test('of a gate that blocks the first findings are open', () => {
    const [, , open = '', fold = ''] = blocksOf([named('lint', 'fail', {}, 30)]);
    expect(open.match(/^- /gm)).toHaveLength(8);
    expect(fold).toContain('<summary>More of lint</summary>');
    expect(fold).toContain('- … and 5 more');
  });

  test.each<[string, readonly GateResult[], string]>([
    ['all pass', [named('a', 'pass'), named('b', 'pass')], '✅ **All 2 gates passed**'],
    ['one passes', [named('a', 'pass')], '✅ **The gate passed**'],
    ['one blocks', [named('a', 'fail')], '❌ **1 of 1 gate blocks: a**'],
    ['unknown may', [named('a', 'unknown')], '⚠️ **No gate blocks**; a did not pass, which is allowed'],
    [
      'an advisory one failed',
      [named('a', 'fail', { policy: 'advisory' })],
      '⚠️ **No gate blocks**; a did not pass, which is allowed',
    ],
  ])('%s', (_what, results, line) => {
    expect(blocksOf(results, 'warn')[0]).toBe(line);
  });
});

test('a finding links to where it can be looked at', () => {
  const results = [result('fail', {}, [finding('error', 'a (b).ts', 3)])];
  const linkOf = () => 'https://github.test/a/b/blob/c/a%20(b).ts#L3';
  expect(summaryBlocks(results, inOrderOfInterest(results, undefined), 'fail', linkOf).join('\n')).toContain(
    '- [`a (b).ts:3`](https://github.test/a/b/blob/c/a%20%28b%29.ts#L3) error',
  );
});

test('the same finding in several lines of a file is one cause', () => {
  const same = (file: string, line: number, message = 'm'): Annotated => ({
    gate: 'g',
    inDiff: false,
    level: 'error',
    finding: { rule: 'r', level: 'error', message, file, line },
  });
  const nowhere: Annotated = { ...same('a.ts', 1), finding: { rule: 'r', level: 'error', message: 'm' } };
  const causes = byCause([
    same('a.ts', 9),
    same('b.ts', 2),
    same('a.ts', 3),
    same('a.ts', 1),
    same('a.ts', 5, 'n'),
    nowhere,
    nowhere,
  ]);
  expect(causes.map(({ finding: { file, line, message } }) => `${file}:${line} ${message}`)).toEqual([
    'a.ts:9 m (also in lines 1, 3)',
    'b.ts:2 m',
    'a.ts:5 n',
    'undefined:undefined m',
    'undefined:undefined m',
  ]);
});

test('SARIF holds what was seen for certain, within the limits of GitHub', () => {
  const many = Array.from({ length: 5_001 }, (_, line) => finding('error', 'a b.ts', line + 1));
  const log = sarifLog([result('fail', {}, many), result('unknown')]) as {
    runs: { results: { locations: object[] }[]; properties: object }[];
  };
  expect(log.runs).toHaveLength(1);
  expect(log.runs[0]?.results).toHaveLength(5_000);
  expect(log.runs[0]?.properties).toEqual({ leftOut: 1 });
  expect(log.runs[0]?.results[0]?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: 'a%20b.ts' }, region: { startLine: 1 } } },
  ]);
});

test('a finding without a place is counted next to the results of SARIF: GitHub would refuse all for it', () => {
  const log = sarifLog([
    result('fail', {}, [{ rule: 'r', level: 'error', message: 'everywhere' }, finding('error', 'a#b/c?.ts', 1)]),
  ]) as {
    runs: { results: { locations: object[] }[]; properties: object; invocations: object[] }[];
  };
  expect(log.runs[0]?.results.map(({ locations }) => locations)).toEqual([
    [{ physicalLocation: { artifactLocation: { uri: 'a%23b/c%3F.ts' }, region: { startLine: 1 } } }],
  ]);
  expect(log.runs[0]).toMatchObject({ properties: { leftOut: 1 }, invocations: [{ executionSuccessful: false }] });
});
