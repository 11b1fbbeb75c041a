import { afterEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { type App, deployment, healthy, type Route, startApp, troubled } from '../../../packages/health/test/app.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const open: App[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b\d\d:\d\d:\d\d(?:\.\d{3})?\b/g, 'TIME')
    .replace(/ in [\d.]+ (?:ms|s)(?=;)/g, ' in TIME')
    .replace(/\b\d+ ms\b/g, 'N ms')
    .replace(/generated [^,|]+ ago/g, 'generated TIME ago')
    .replace(/[▁▂▃▄▅▆▇█]/g, '▄');
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const step = await spawnAction('health-gate', { interval: '20ms', ...inputs });
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('health-gate: ')) ?? ''),
    annotations: step.annotations.map(({ level, title, message }) =>
      steady(`${level}${title === undefined ? '' : ` ${title}`}: ${message.split('\n')[0]}`),
    ),
    summary: steady(step.summary),
  };
}

async function started(route: Route): Promise<App> {
  const app = await startApp({ '/api/health': route, '/': () => ({ status: 200, body: 'Welcome' }) });
  open.push(app);
  return app;
}

const afterTwo =
  (route: Route): Route =>
  (request, turn) =>
    turn < 2 ? healthy() : route(request, turn);

test.each<[string, Route, Readonly<Record<string, string>>]>([
  ['all is well', () => healthy(), { 'expect-deployment': deployment, paths: '/api/health\n/ plain' }],
  ['degraded', () => troubled('external_services', 'warn'), {}],
  ['unhealthy', afterTwo(() => troubled('database', 'fail')), { paths: '/api/health\n/ plain' }],
  ['unhealthy after some that were tolerated', afterTwo(() => troubled('database', 'fail')), { 'failure-limit': '2' }],
  ['another build', () => healthy(), { 'expect-deployment': 'dpl_mine' }],
  ['a build that does not name itself', () => healthy({ metadata: {} }), { 'expect-deployment': 'dpl_mine' }],
  ['a login wall', () => ({ status: 401, body: {} }), {}],
  ['a login wall that refuses the secret', () => ({ status: 401, body: {} }), { 'protection-bypass': 'other-project' }],
  ['a frozen route', () => healthy({ timestamp: '2026-01-01T00:00:00Z' }), {}],
  ['a page', () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>x</h1>' }), {}],
  ['a redirect', () => ({ status: 308, headers: { location: 'https://www.shop.example/' } }), {}],
  ['a condition', () => healthy(), { conditions: '[BODY].version == "2.0.0"' }],
  [
    'several causes',
    afterTwo((_, turn) => (turn % 2 === 0 ? troubled('database', 'fail') : { status: 503, body: 'x' })),
    { 'failure-limit': '2' },
  ],
  ['the platform', afterTwo(() => ({ status: 500, headers: { 'x-vercel-error': 'FUNCTION_INVOCATION_FAILED' } })), {}],
])('words: %s', async (_name, route, inputs) => {
  const { url } = await started(route);
  expect(await wordsOf({ url, ...inputs })).toMatchSnapshot();
});

test('words: no connection', async () => {
  const { url, faults } = await started(() => healthy());
  faults.plant({ service: 'app', times: Number.POSITIVE_INFINITY, effect: { kind: 'reset-before' } });
  expect(await wordsOf({ url, 'availability-floor': '50' })).toMatchSnapshot();
  const baseline = await started(() => healthy());
  expect(await wordsOf({ url, 'availability-floor': '50', 'compare-url': baseline.url })).toMatchSnapshot();
});

test.each(['pre', 'post'])('words: a dry run in phase %s', async (phase) => {
  const { url } = await started(() => healthy());
  expect(await wordsOf({ url, phase, 'dry-run': 'true' })).toMatchSnapshot();
  const away = await started(() => ({ status: 308, headers: { location: 'https://www.shop.example/' } }));
  expect(await wordsOf({ url: away.url, phase, 'dry-run': 'true' })).toMatchSnapshot();
});

test('words: wrong inputs', async () => {
  expect(
    await wordsOf({
      url: 'https://*.shop.example',
      paths: 'api/health',
      'allow-findings': 'nonsense',
      'on-unknown': 'hold',
      'bake-time': '10m',
      deadline: '10m',
      headers: 'Host: x',
      conditions: '/api/other [STATUS] == 200\n[STATUS] = 200',
      'require-comparison': 'true',
      'max-error-delta': '0.01',
    }),
  ).toMatchSnapshot();
});
