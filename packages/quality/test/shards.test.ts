import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { runCommand } from '../src/command.ts';
import { gatesOf } from '../src/config.ts';
import { runGates } from '../src/run-gates.ts';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

async function judged(gate: object) {
  const results = await runGates(gatesOf([{ name: 'g', ...gate }], 'gates'), {
    root: repo.root,
    reportDirectory: join(repo.root, '.reports'),
    concurrency: 1,
    baseline: undefined,
    env: process.env,
    clock: systemClock,
    signal: new AbortController().signal,
    runCommand,
    readGit: repo.readGit,
  });
  const [result] = results;
  if (result === undefined) throw new Error('no gate was run');
  return result.judgement;
}

const junit = (passed: number, failed = 0) =>
  `<testsuite>${'<testcase/>'.repeat(passed)}${'<testcase name="f"><failure/></testcase>'.repeat(failed)}</testsuite>`;

describe('a report of several files', () => {
  test('what the shards of a test run say is added up', async () => {
    repo.write('shard-1/junit.xml', junit(2));
    repo.write('shard-2/junit.xml', junit(3));
    const judgement = await judged({ report: 'shard-*/junit.xml', format: 'junit', shards: 2 });
    expect(judgement).toMatchObject({ verdict: 'pass', tests: { total: 5, passed: 5 } });
  });

  test('one that failed fails the whole', async () => {
    repo.write('a/b/1.xml', junit(2));
    repo.write('a/c/d/2.xml', junit(0, 1));
    const judgement = await judged({ report: 'a/**/*.xml', format: 'junit' });
    expect(judgement).toMatchObject({ verdict: 'fail', message: '1 of 3 tests failed', findings: [{ message: 'f' }] });
  });

  test('a shard that is missing leaves the whole unknown', async () => {
    repo.write('s/1.xml', junit(2));
    for (const [gate, reason] of [
      [{ report: 's/*.xml', shards: 2 }, 'report-incomplete'],
      [{ report: ['s/1.xml', 's/2.xml'] }, 'report-absent'],
      [{ report: ['s/1*.xml', 's/2*.xml'] }, 'report-absent'],
      [{ report: 'nowhere/*.xml' }, 'report-absent'],
    ] as const)
      expect(await judged({ ...gate, format: 'junit' })).toMatchObject({ verdict: 'unknown', reason });
  });

  test('one more than there should be is from another run', async () => {
    for (const name of ['1', '2', '3']) repo.write(`s/${name}.xml`, junit(1));
    expect(await judged({ report: 's/*.xml', format: 'junit', shards: 2 })).toMatchObject({
      reason: 'report-incomplete',
    });
  });

  test('a shard that says nothing is named', async () => {
    repo.write('s/1.xml', junit(1));
    repo.write('s/2.xml', junit(0));
    repo.write('s/3.xml', '<testsuite><testc');
    const judgement = await judged({ report: 's/*.xml', format: 'junit' });
    expect(judgement).toMatchObject({
      verdict: 'unknown',
      reason: 'nothing-checked',
      message: expect.stringContaining('s/2.xml: '),
    });
    expect(await judged({ report: ['s/1.xml', 's/3.xml'], format: 'junit' })).toMatchObject({
      reason: 'report-truncated',
      message: expect.stringContaining('s/3.xml: '),
    });
  });

  test('a shard from before the command was run is stale', async () => {
    repo.write('s/1.xml', junit(1));
    const gate = { run: `echo '${junit(1)}' > s/2.xml`, report: 's/*.xml', format: 'junit' };
    expect(await judged(gate)).toMatchObject({
      reason: 'report-stale',
      message: expect.stringContaining('s/1.xml '),
    });
  });

  test('in the folder of this run', async () => {
    const run = `mkdir -p "$LOCKSTEP_REPORTS/s"; for i in 1 2; do echo '${junit(1)}' > "$LOCKSTEP_REPORTS/s/$i.xml"; done`;
    expect(await judged({ run, report: '$LOCKSTEP_REPORTS/s/*.xml', format: 'junit' })).toMatchObject({
      tests: { total: 2 },
    });
  });

  test('a folder of node_modules or behind a link is not looked into', async () => {
    repo.write('node_modules/x/junit.xml', junit(9));
    repo.write('out/junit.xml', junit(1));
    expect(await judged({ report: '**/junit.xml', format: 'junit' })).toMatchObject({ tests: { total: 1 } });
  });
});

describe('coverage of shards', () => {
  const lcov = (...hits: readonly number[]) =>
    `SF:a.ts\n${hits.map((hit, index) => `DA:${index + 1},${hit}`).join('\n')}\nend_of_record\n`;

  test('lcov: a line that any of them ran is covered, and counts once', async () => {
    repo.write('1/lcov.info', lcov(1, 0, 0, 0));
    repo.write('2/lcov.info', lcov(0, 3, 0, 0));
    expect(await judged({ report: '*/lcov.info', format: 'lcov' })).toMatchObject({ metrics: { lines: 50 } });
  });

  test('Cobertura: the same', async () => {
    const xml = (...hits: readonly number[]) =>
      `<coverage><class filename="a.ts"><lines>${hits.map((hit, index) => `<line number="${index + 1}" hits="${hit}"/>`).join('')}</lines></class></coverage>`;
    repo.write('1.xml', xml(1, 0, 0, 0));
    repo.write('2.xml', xml(0, 1, 0, 0));
    expect(await judged({ report: '*.xml', format: 'cobertura' })).toMatchObject({ metrics: { lines: 50 } });
  });

  test('Istanbul: final reports are put together, summaries of the same files cannot be', async () => {
    const at = { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } };
    const final = (one: number, two: number) =>
      JSON.stringify({
        '/a.ts': {
          path: '/a.ts',
          statementMap: { 0: at, 1: { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } } },
          fnMap: {},
          branchMap: {},
          s: { 0: one, 1: two },
          f: {},
          b: {},
        },
      });
    repo.write('1/final.json', final(1, 0));
    repo.write('2/final.json', final(0, 1));
    expect(await judged({ report: '*/final.json', format: 'istanbul' })).toMatchObject({ metrics: { lines: 100 } });
    const kinds = (covered: number) =>
      Object.fromEntries(['lines', 'branches', 'functions', 'statements'].map((one) => [one, { covered, total: 2 }]));
    const summary = (file: string) => JSON.stringify({ total: kinds(1), [file]: kinds(1) });
    repo.write('1/sum.json', summary('a'));
    repo.write('2/sum.json', summary('b'));
    repo.write('3/sum.json', summary('b'));
    expect(await judged({ report: ['1/sum.json', '2/sum.json'], format: 'istanbul' })).toMatchObject({
      metrics: { lines: 50 },
    });
    expect(await judged({ report: '*/sum.json', format: 'istanbul' })).toMatchObject({ reason: 'report-incomplete' });
  });
});

test('what cannot be several files, and a number that changes nothing, are refused', () => {
  const wrong = (gate: object) => () => gatesOf([{ name: 'g', ...gate }], 'gates');
  expect(wrong({ report: '*/.next', format: 'next-build' })).toThrow('next-build reads one folder');
  expect(wrong({ run: 'x', report: ['stdout', 'a'], format: 'eslint' })).toThrow('"report": "stdout"');
  expect(wrong({ run: 'x', shards: 2 })).toThrow('has no effect without a "report" of files');
});
