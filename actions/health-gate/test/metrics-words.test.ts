import { afterEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import { type App, healthy, startApp } from '../../../packages/health/test/app.ts';
import { prometheusLike, type Said } from '../../../packages/health/test/metrics/prometheus-like.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const open: (App | HttpService)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((part) => part.close()));
});

/** What differs from run to run: ports, times, and how often a machine with other work gets to ask. */
function steady(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d+ times in a row/g, 'N times in a row')
    .replace(/([▄█x?])\1+/g, '$1');
}

/** What people read of a step with metrics: the rows of the metrics out of its summary. */
async function wordsOf(metrics: string, inputs: Readonly<Record<string, string>> = {}) {
  const app = await startApp({ '/api/health': () => healthy() });
  open.push(app);
  const gate = { url: app.url, phase: 'post', interval: '100ms', 'bake-time': '2s', deadline: '90s' };
  const step = await spawnAction('health-gate', { ...gate, metrics, ...inputs });
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('health-gate: ')) ?? '').split('; metric')[0],
    annotations: step.annotations.map(({ level, title, message }) =>
      steady(`${level}${title === undefined ? '' : ` ${title}`}: ${message.split('\n')[0]}`),
    ),
    summary: steady(step.summary)
      .split('\n')
      .filter((line) => /^###|^\| Metric|^\| \S+ errors /u.test(line)),
    line: step.outputs['metrics-line'],
  };
}

async function yamlOf(said: Said, fields: string): Promise<string> {
  const prometheus = await serve(
    'prometheus',
    prometheusLike(({ query }) => (query === 'requests' ? 500 : said)),
    new Faults(),
  );
  open.push(prometheus);
  return `providers:
  prometheus:
    url: ${prometheus.url}
metrics:
  - name: errors
    provider: prometheus
    query: errors
    interval: 1s
    delay: 0s
${fields}`;
}

const SHARE = "    samples: requests\n    success: '[VALUE] < 0.01'\n";
/** Where the end is unknown it is waited for: long enough that probes settle, also beside other work. */
const NEVER = { deadline: '8s' };

const endings: readonly (readonly [string, Said, string, Readonly<Record<string, string>>])[] = [
  ['one that passes', 0.005, SHARE, {}],
  ['one that fails', 0.05, SHARE, { 'bake-time': '10m', deadline: '' }],
  ['one that meets neither condition', 0.02, `${SHARE}    failure: '[VALUE] > 0.05'\n`, NEVER],
  ['an empty answer', undefined, SHARE, NEVER],
  ['too few samples', 0.05, `${SHARE}    min-samples: 1000\n`, NEVER],
  ['an advisory one that fails', 0.05, `${SHARE}    critical: false\n`, {}],
  ['a query that is none', { status: 400, body: { status: 'error', errorType: 'bad_data' } }, SHARE, NEVER],
  ['an address without the API', { status: 404, body: 'no' }, SHARE, NEVER],
  ['a token that is refused', { status: 401, body: 'no' }, SHARE, NEVER],
];

test('words of metrics: what each of them ends with', async () => {
  // Side by side, since most of them only wait.
  const words = await Promise.all(
    endings.map(async ([, said, fields, inputs]) => await wordsOf(await yamlOf(said, fields), inputs)),
  );
  for (const [index, one] of words.entries()) expect(one).toMatchSnapshot(endings[index]?.[0]);
});

test('words of metrics: what is wrong in them', async () => {
  const yaml = `providers:
  prometheus: https://prometheus.example.com
  json:
    url: stats.example.com
    token: abcdef1234567890
  sentry:
    organization: https://acme.sentry.io
  vercel:
    token: $TOKEN
metrics:
  - name: errors
    provider: prometheus
    query: rate(errors[10m])
    for: canary
    interval: 15
    success: '[VALUE] < 500ms'
  - name: bookings
    provider: json
    query: https://stats.example.com/bookings
    path: $.errors
    success: '[value] < 1'
    min-samples: '100'
  - name: crashes
    provider: sentry
    query: crashes
    success: '[VALUE] > 99'
  - name: pages
    provider: vercel
    query: LCP
    success: '[RATIO] < 1.5'
    failure: '[RATIO] > 1.2'
    window: 10m
  - name: connections
    provider: postgres
    query: connections
    success: '[VALUE] < 80'
    minSamples: 5
  - name: other
    provider: grafana
`;
  expect(await wordsOf(yaml)).toMatchSnapshot();
});
