import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Check, type CheckAcceptance, checksJunit, checksSarif, judgeChecks, makeCheckList } from '@lockstep/base';
import fc from 'fast-check';
import { parse } from 'junit2json';
import type { Log } from 'sarif';
import { gatesOf } from '../src/config.ts';
import type { Gate } from '../src/gate.ts';
import { judgeGate } from '../src/judge.ts';
import type { ReportFormat } from '../src/readers.ts';
import { Repository } from './repository.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

function judged(checks: readonly Partial<Check>[], accept: readonly CheckAcceptance[] = [], gaps = 0) {
  const list = makeCheckList({
    subject: 'the database of production',
    nowMs: NOW,
    run: null,
    tool: { name: 'tenant-audit', version: '1.0.0' },
    checks: checks.map((more) => ({
      id: 'tenant/read',
      title: 'Nobody reads the rows of another tenant',
      verdict: 'pass',
      reason: 'as-expected',
      what: 'public.patients, authenticated',
      measured: '0 rows',
      expected: '0 rows',
      remedy: '',
      ...more,
    })),
    notVerified: Array.from({ length: gaps }, () => ({
      id: 'storage',
      what: 'storage.objects',
      because: 'no right to read it',
      remedy: '',
      chosen: false,
    })),
    accept,
  });
  return judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, NOW);
}

/** What a gate of quality-gate says that reads nothing but this report. */
async function gateOn(format: ReportFormat, text: string): Promise<string> {
  const [gate] = gatesOf([{ name: 'g', report: 'r', format }], 'gates') as [Gate];
  const reading = await repo.read(format, repo.write('report', text));
  const around = { baseline: undefined, floors: undefined, lineText: () => undefined, nowMs: NOW };
  return judgeGate(gate, { end: undefined, reading }, around).verdict;
}

const where = { file: 'supabase/migrations/1 #1.sql', line: 4, column: 2 };
const accepted = { check: 'tenant/*', verdict: 'fail', reason: 'known', until: '2026-12-31' } as const;

test('whoever reads nothing but one of the reports never takes for passed what did not pass', async () => {
  const anyCheck = fc.record({
    verdict: fc.constantFrom<Check['verdict']>('pass', 'fail', 'unknown'),
    where: fc.constantFrom(where, undefined),
  });
  const cases = fc.tuple(fc.array(anyCheck, { maxLength: 4 }), fc.constantFrom([], [accepted]), fc.nat(1));
  await fc.assert(
    fc.asyncProperty(cases, async ([checks, accept, gaps]) => {
      const given = checks.map(({ where: at, verdict }) => (at === undefined ? { verdict } : { verdict, where: at }));
      const judgement = judged(given, accept, gaps);
      const isPass = judgement.verdict === 'pass';
      expect((await gateOn('sarif', checksSarif(judgement))) === 'pass').toBe(isPass);
      const junit = await gateOn('junit', checksJunit(judgement));
      // Where all that was found is accepted, every case is skipped: a reader of tests takes that for nothing checked.
      if (junit === 'pass') expect(isPass).toBe(true);
      if (isPass && checks.some(({ verdict }) => verdict === 'pass')) expect(junit).toBe('pass');
    }),
    { numRuns: 60 },
  );
});

describe('SARIF', () => {
  test('has what did not pass and has a place, as other readers find it', async () => {
    const judgement = judged([
      { verdict: 'fail', reason: 'row-seen', where, measured: '2 rows', remedy: 'enable row level security' },
      { verdict: 'unknown', reason: 'no-answer', where, what: 'public.notes, anon' },
      { verdict: 'fail', what: 'public.orders, anon' },
      { verdict: 'pass', where },
    ]);
    const log: Log = JSON.parse(checksSarif(judgement));
    expect(log.runs[0]?.results).toMatchObject([
      { ruleId: 'tenant/read', level: 'error', locations: [{ physicalLocation: { region: { startLine: 4 } } }] },
      { ruleId: 'tenant/read', level: 'warning', message: { text: expect.stringMatching(/^Not known: /) } },
    ]);
    expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'supabase/migrations/1%20%231.sql',
    );
    expect(log.runs[0]?.tool.driver.rules?.map(({ id }) => id)).toEqual(['tenant/read']);
    // One that failed has no place: who reads this alone must know that it is not all.
    expect(log.runs[0]?.invocations?.[0]).toMatchObject({ executionSuccessful: false });
    expect(await gateOn('sarif', checksSarif(judgement))).toBe('unknown');
  });

  test('keeps what is accepted, as suppressed', async () => {
    const text = checksSarif(judged([{ verdict: 'fail', where }, { verdict: 'pass' }], [accepted]));
    const log: Log = JSON.parse(text);
    expect(log.runs[0]?.results?.[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'known (tenant/*)' },
    ]);
    expect(await gateOn('sarif', text)).toBe('pass');
  });

  test('names the file that our own reader finds', async () => {
    repo.write(where.file, 'create table x ();\n');
    const text = checksSarif(judged([{ verdict: 'fail', where }]));
    const { findings } = await repo.report('sarif', repo.write('a.sarif', text));
    expect(findings).toMatchObject([{ rule: 'tenant/read', level: 'error', ...where }]);
  });
});

test('JUnit counts as another reader counts', async () => {
  const judgement = judged(
    [
      { verdict: 'fail', remedy: 'do "this" & <that>' },
      { verdict: 'unknown' },
      { verdict: 'pass' },
      { verdict: 'fail', id: 'old' },
    ],
    [{ ...accepted, check: 'old' }],
    1,
  );
  const xml = checksJunit(judgement);
  const suites = await parse(xml);
  expect(suites).toMatchObject({ tests: 5, failures: 1, errors: 2, skipped: 1 });
  const { tests } = await repo.report('junit', repo.write('a.xml', xml));
  expect(tests).toEqual({ total: 5, passed: 1, failed: 3, skipped: 1, flaky: 0 });
  expect(await gateOn('junit', checksJunit(judged([])))).toBe('unknown');
});
