import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { parse } from 'junit2json';
import { type GateReport, type GateSubject, junitOf, openProber, reportOn, runGate, summaryOf } from '../src/index.ts';
import { chart, percentiles, strip } from '../src/plot.ts';
import { type App, deployment, healthy, type Route, startApp, troubled } from './app.ts';
import { expectations } from './ask.ts';

const rules: GateSubject['rules'] = {
  paths: ['/a', '/b'],
  successThreshold: 3,
  failureLimit: 0,
  errorLimit: 4,
  bakeMs: 0,
  deadlineMs: 60_000,
  degraded: 'warn',
  availabilityFloor: 0.995,
  judgeColdStart: false,
  identityAsked: false,
};

let app: App;
let second: Route = () => healthy();
beforeAll(async () => {
  app = await startApp({ '/a': () => healthy(), '/b': (request, turn) => second(request, turn) });
});
afterAll(() => app.close());

async function reportOf(
  route: Route,
  more: Partial<GateSubject['rules']> = {},
  requestTimeoutMs = 30_000,
): Promise<GateReport> {
  second = route;
  const prober = openProber({ target: { origin: new URL(app.url), host: undefined }, credentials: async () => ({}) });
  const asked = { ...rules, ...more };
  const plan = {
    rules: asked,
    expectations: { '/a': expectations, '/b': expectations },
    intervalMs: 5,
    requestTimeoutMs,
    initialDelayMs: 0,
  };
  const run = await runGate(plan, { prober, clock: systemClock, signal: new AbortController().signal, log: silent });
  return reportOn({ asked: app.url, phase: 'pre', rules: asked }, run);
}

describe('the report', () => {
  test('counts what was asked, of which build, and proves it in a line', async () => {
    const report = await reportOf(() => healthy());
    expect(report).toMatchObject({
      verdict: 'pass',
      reason: 'passed',
      firstFailure: undefined,
      identities: [{ identity: { deployment }, answers: 8 }],
      paths: [
        { path: '/a', format: 'health', probes: 3, successes: 3 },
        { path: '/b', format: 'health', probes: 3, successes: 3 },
      ],
    });
    expect(report.proof).toMatch(
      new RegExp(
        `^asked http://127.0.0.1:\\d+ for /a, /b: 6 probes of deployment ${deployment}, .* in .*; would have failed on one failure`,
      ),
    );
  });

  test('names the first failure', async () => {
    const report = await reportOf((_, turn) => (turn < 2 ? healthy() : troubled('database', 'fail')));
    expect(report).toMatchObject({
      verdict: 'fail',
      reason: 'unhealthy',
      path: '/b',
      firstFailure: { path: '/b', class: 'unhealthy', status: 503 },
    });
  });

  test('shows each build that answered, in order', async () => {
    const report = await reportOf((_, turn) => healthy(turn < 2 ? {} : { metadata: { deployment_id: 'dpl_later' } }));
    expect(new Set(report.identities.map((span) => span.identity.deployment))).toEqual(
      new Set([deployment, 'dpl_later']),
    );
    expect(summaryOf(report).join('\n')).toContain('| Build that answered |');
  });
});

test('nothing that a response says becomes Markdown in the summary', async () => {
  const report = await reportOf(() => healthy({ checks: { a_b_c: { status: 'fail' } } }));
  const [head = ''] = summaryOf(report);
  expect(head).toContain('a\\_b\\_c');
  expect(head).not.toMatch(/[^\\]_b/);
});

const secretWords = 'Jane Doe 1970-01-01 diabetes';
const leaks: readonly [string, Route][] = [
  ['a message', () => troubled('database', 'fail')],
  ['a status word', () => healthy({ status: secretWords })],
  ['a check by its name', () => healthy({ checks: { [`patient "${secretWords}"`]: { status: 'fail' } } })],
  ['a check by its state', () => healthy({ checks: { database: { status: secretWords } } })],
  ['metadata', () => healthy({ metadata: { deployment_id: secretWords, git_commit: `<${secretWords}>` } })],
  ['a page', () => ({ status: 500, headers: { 'content-type': 'text/html' }, body: `<h1>${secretWords}</h1>` })],
  [
    'a redirect',
    () => ({ status: 302, headers: { location: `https://else.example/?q=${encodeURIComponent(secretWords)}` } }),
  ],
  ['a header', () => ({ ...healthy(), headers: { 'x-vercel-error': secretWords } })],
  [
    'a cache header',
    () => ({ ...healthy(), headers: { 'cache-control': `max-age=60${secretWords}`, age: secretWords } }),
  ],
  ['plain text', () => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: secretWords })],
];

test.each(leaks)('what is in %s stays out of every output', async (_what, route) => {
  const report = await reportOf(route);
  const everything = [JSON.stringify(report), ...summaryOf(report), junitOf(report)].join('\n');
  expect(everything).not.toMatch(/Jane|Doe|1970-01-01|diabetes|born/);
});

describe('the JUnit report', () => {
  test.each<[string, Route, object]>([
    ['of a pass', () => healthy(), { tests: 3, failures: 0, errors: 0 }],
    ['of a failure', () => troubled('database', 'fail'), { tests: 3, failures: 2 }],
    ['with marks that XML knows', () => healthy({ status: 'a<b>&"c' }), { tests: 3 }],
  ])('%s is read by another parser', async (_what, route, counts) => {
    const read = await parse(junitOf(await reportOf(route)));
    expect((read as { testsuite: object[] }).testsuite[0]).toMatchObject(counts);
  });

  test('calls unknown an error, not a failure', async () => {
    const report = await reportOf(() => new Promise(() => undefined), { errorLimit: 0 }, 100);
    expect(report.verdict).toBe('unknown');
    // Of the path, of the gate, and on a slow machine of the other path, which was late too.
    expect(junitOf(report)).toMatch(/failures="0" errors="[23]"/);
  });
});

describe('the summary', () => {
  test('says the verdict first, and folds the probes', async () => {
    const report = await reportOf(() => healthy());
    const [head = '', table = '', ...rest] = summaryOf(report);
    expect(head).toMatch(/^### ✅ Health gate \(pre\): /);
    expect(table).toContain('| Path | Probes | Median |');
    expect(table).toContain('| 3 ok |');
    expect(rest).toHaveLength(1);
    expect(rest[0]).toMatch(/^<details><summary>8 probes, one by one<\/summary>\n\n[\s\S]*<\/details>$/);
  });

  test('shows each cause of failure once and open, and marks the path that decided', async () => {
    const answers = [healthy(), healthy(), troubled('database', 'fail'), { status: 200, body: 'x' }];
    const route: Route = () => answers.shift() ?? troubled('database', 'fail');
    const [, table = '', causes = '', fold = ''] = summaryOf(await reportOf(route, { failureLimit: 3 }));
    expect(table).toMatch(/^\| ✅ `\/a` .*\n\| ❌ `\/b` /m);
    expect(causes.split('\n').slice(2)).toEqual([
      expect.stringContaining('| `/b` | unhealthy | 503 | 3 |'),
      expect.stringContaining('| `/b` | contract-violation | 200 | 1 |'),
    ]);
    expect(fold).toMatch(/^<details>/);
  });

  test('a comparison of fewer than twenty answers is no chart', async () => {
    const report = await reportOf(() => healthy());
    const compared = (length: number): GateReport => {
      const ms = Array(length).fill(5);
      const run = {
        verdict: 'pass' as const,
        message: 'm',
        result: undefined,
        seed: 1,
        candidateMs: ms,
        baselineMs: ms,
      };
      const comparison = { ...run, baseline: 'http://b', required: false, falseAlarm: 0.02, miss: 0.1 };
      return { ...report, comparison };
    };
    expect(summaryOf(compared(19)).join()).not.toContain('mermaid');
    expect(summaryOf(compared(20)).join()).toContain('mermaid');
  });

  test('three probes are no chart', async () => {
    const report = await reportOf(() => healthy());
    expect(summaryOf(report).join('\n')).not.toContain('mermaid');
  });
});

describe('the picture', () => {
  test('its axes are of whole numbers, and its lines of colors that both themes show', () => {
    const drawn = chart(
      't',
      ['probe', 1, 30],
      [
        { name: 'a', values: Array(30).fill(2) },
        { name: 'b', values: [3, 4] },
      ],
    );
    expect(drawn).toContain('y-axis "ms" 0 --> 11');
    expect(drawn).toContain('"plotColorPalette": "#1f7ae0, #d9730d');
    expect(drawn).toContain('Lines: a blue, b orange.');
  });

  test('strips show latency, failures and errors', () => {
    const marks = [1, 4, 8].map((ms) => ({ ms, kind: 'success' as const }));
    expect(strip([...marks, { ms: 1, kind: 'failure' }, { ms: 1, kind: 'error' }])).toBe('▂▅█x?');
    expect(strip(Array.from({ length: 200 }, () => ({ ms: 1, kind: 'success' as const })))).toHaveLength(60);
  });

  test('the chart keeps peaks when it thins its points, and stays empty without two of them', () => {
    const values = Array.from({ length: 600 }, (_, index) => (index === 301 ? 900 : 10));
    const drawn = chart('t "x"', ['probe', 1, 600], [{ name: 'a', values }]);
    expect(drawn).toContain('900');
    expect(
      drawn
        ?.split('\n')
        .find((line) => line.startsWith('  line'))
        ?.split(','),
    ).toHaveLength(60);
    expect(drawn).toContain('title "t  x "');
    expect(chart('t', ['probe', 1, 1], [{ name: 'a', values: [1] }])).toBeUndefined();
  });

  test('percentiles run from the fifth to the ninety-fifth', () => {
    const values = Array.from({ length: 100 }, (_, index) => index);
    expect(percentiles(values)).toHaveLength(19);
    expect(percentiles(values).at(0)).toBe(5);
    expect(percentiles(values).at(-1)).toBe(95);
  });
});
