import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quality-words-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const step = await spawnAction('quality-gate', { 'github-token': 'ghs_none', ...inputs }, { cwd: root, temp: root });
  return {
    end: step.log.split('\n').findLast((line) => line.startsWith('quality-gate: ')),
    annotations: step.annotations.map(
      ({ level, title, file, line, message }) =>
        `${level} ${title} ${file ?? ''}:${line ?? ''} ${message.split('\n')[0]}`,
    ),
    summary: step.summary.replace(/\| [\d.]+ (?:ms|s)( \(| \|)/g, '| TIME$1'),
  };
}

const gates = [
  '- { name: lint, report: eslint.json, format: eslint }',
  '- { name: tests, report: jest.json, format: jest }',
  '- { name: coverage, report: lcov.info, format: lcov, minimum: { lines: 80 } }',
  '- { name: types, run: "exit 0" }',
  '- { name: audit, run: no-such-tool, policy: advisory }',
].join('\n');

function reports(isGood: boolean): void {
  const problem = (line: number, message: string) => ({
    ruleId: 'no-unused-vars',
    severity: 2,
    message,
    line,
    column: 7,
  });
  const messages = [problem(3, "'a' is unused."), problem(9, "'a' is unused."), problem(4, "'b' is unused.")];
  write('src/cart.ts', 'x\n');
  write('eslint.json', JSON.stringify([{ filePath: join(root, 'src/cart.ts'), messages: isGood ? [] : messages }]));
  const trace = `Error: expect(received).toBe(expected)\n\nExpected: 4\nReceived: 3\n    at Object.<anonymous> (${root}/src/cart.ts:1:44)\n    at run (node:internal/x:1:2)`;
  const one = isGood
    ? { status: 'passed', fullName: 'cart adds up', failureMessages: [] }
    : { status: 'failed', fullName: 'cart adds up', failureMessages: [trace] };
  write(
    'jest.json',
    JSON.stringify({
      success: isGood,
      numTotalTests: 1,
      numFailedTests: isGood ? 0 : 1,
      numPassedTests: isGood ? 1 : 0,
      testResults: [{ name: join(root, 'src/cart.ts'), status: one.status, message: '', assertionResults: [one] }],
    }),
  );
  write('lcov.info', `SF:src/cart.ts\nLF:10\nLH:${isGood ? 9 : 7}\nend_of_record\n`);
}

test('words: all pass', async () => {
  reports(true);
  expect(await wordsOf({ gates: gates.split('\n').slice(0, 4).join('\n') })).toMatchSnapshot();
});

test('words: some block', async () => {
  reports(false);
  expect(await wordsOf({ gates })).toMatchSnapshot();
});

test.each(['fail', 'warn'])('words: one is inconclusive, and unknown is to %s', async (onUnknown) => {
  write('empty.json', '');
  const inconclusive = '- { name: tests, report: empty.json, format: jest }\n- { name: types, run: "exit 0" }';
  expect(await wordsOf({ gates: inconclusive, 'on-unknown': onUnknown })).toMatchSnapshot();
});

test('words: a dry run, and a file of gates with mistakes', async () => {
  write('package.json', JSON.stringify({ scripts: { lint: 'true' } }));
  expect(await wordsOf({ 'dry-run': 'true' })).toMatchSnapshot();
  expect(
    await wordsOf({ gates: '- { name: a b }\n- { name: t, run: x, report: stdout, after: [gone], retries: 2 }' }),
  ).toMatchSnapshot();
});
