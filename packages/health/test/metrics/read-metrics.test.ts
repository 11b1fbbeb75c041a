import { expect, test } from '@jest/globals';
import { InputError, Secret } from '@lockstep/base';
import { readMetrics, unnamedBuilds } from '../../src/metrics/index.ts';
import { baseline, candidate, surroundings } from './watch.ts';

const PROMETHEUS = 'providers:\n  prometheus:\n    url: https://prometheus.example.com\n';

function read(yaml: string, bakeMs = 120_000) {
  return readMetrics({ text: yaml, name: 'metrics.yml' }, bakeMs, surroundings());
}

function problemsOf(yaml: string, bakeMs?: number): readonly string[] {
  return problemsIn(() => read(yaml, bakeMs));
}

function placeOf(problem: string): string | undefined {
  return /"([a-z-]+)" \(line (\d+)\)/.exec(problem)?.slice(1).join(' ');
}

function problemsIn(reading: () => unknown): readonly string[] {
  try {
    reading();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function metric(fields: string): string {
  return `${PROMETHEUS}metrics:\n  - name: errors\n    provider: prometheus\n${fields}`;
}

test('reads a metric with its defaults', () => {
  const [errors] = read(metric("    query: up\n    success: '[VALUE] < 0.01'\n"));
  expect(errors).toMatchObject({
    name: 'errors',
    about: 'window',
    intervalMs: 15_000,
    delayMs: 15_000,
    windowMs: undefined,
    failureLimit: 0,
    errorLimit: 4,
    critical: true,
  });
});

const PLACES = [
  ...['success 8', 'failure 9', 'interval 10', 'min-samples 11', 'query 7', 'shade 12'],
  ...['provider 14', 'name 15', 'query 16', 'success 15', 'for 17'],
];

test('says everything that is wrong at once, each with its line', () => {
  const problems = problemsOf(
    metric(`    query: rate(x[5m])
    success: '[STATUS] == 200'
    failure: '[VALUE] >'
    interval: soon
    min-samples: many
    shade: red
  - name: errors
    provider: graphite
  - provider: prometheus
    query: up{build="{{build}}"}
    for: candidate
`),
  );
  const places = problems.map(placeOf);
  expect(places).toEqual(PLACES);
});

test.each([
  ['a test without counts', '    query: up\n    detect: 2\n', 'detect'],
  ['no condition', '    query: up\n', 'success'],
  ['a candidate that no label names', "    query: up\n    for: candidate\n    success: '[VALUE] < 1'\n", 'for'],
  ['a build where the window is meant', "    query: 'up{d=\"{{deployment}}\"}'\n    success: '[VALUE] < 1'\n", 'for'],
  [
    'a window longer than the bake',
    "    query: rate(x[{{window}}])\n    window: 10m\n    success: '[VALUE] < 1'\n",
    'window',
  ],
  ['a window of a query without one', "    query: up\n    window: 1m\n    success: '[VALUE] < 1'\n", 'window'],
  ['no window at all', "    query: rate(x[{{window}}])\n    window: 0s\n    success: '[VALUE] < 1'\n", 'window'],
  ['a range longer than the bake', "    query: rate(x[10m])\n    success: '[VALUE] < 1'\n", 'query'],
  ['an unknown placeholder', "    query: 'up{a=\"{{version}}\"}'\n    success: '[VALUE] < 1'\n", 'query'],
  [
    'an expression of GitHub in a file',
    "    query: 'up{a=\"${{ github.sha }}\"}'\n    success: '[VALUE] < 1'\n",
    'query',
  ],
  ['a placeholder in capitals', "    query: 'up{a=\"{{Deployment}}\"}'\n    success: '[VALUE] < 1'\n", 'query'],
  ['a duration, whose unit may be another one', "    query: up\n    success: '[VALUE] < 500ms'\n", 'success'],
  ['a percentage', "    query: up\n    success: '[VALUE] < 1%'\n", 'success'],
  ['per cent of a share', "    query: bad\n    of: all\n    failure: '[VALUE] >= 5'\n", 'failure'],
  [
    'conditions that the same number meets',
    "    query: up\n    success: '[VALUE] < 1'\n    failure: '[VALUE] >= 0.9'\n",
    'failure',
  ],
  ['samples that nothing counts', "    query: up\n    min-samples: 9\n    success: '[VALUE] < 1'\n", 'min-samples'],
  ['a condition on samples that nothing counts', "    query: up\n    success: '[SAMPLES] > 9'\n", 'success'],
  ['half a sample', "    query: bad\n    of: all\n    min-samples: 9.5\n    success: '[VALUE] < 1'\n", 'min-samples'],
  ['a floor without a test', "    query: up\n    floor: 0.01\n    success: '[VALUE] < 1'\n", 'floor'],
  ['a floor of nothing', '    query: bad\n    of: all\n    detect: 2\n    floor: 0\n', 'floor'],
  ['a history of a minute', '    query: bad\n    of: all\n    detect: 2\n    history: 1m\n', 'history'],
  ['a baseline that nothing uses', "    query: up\n    baseline: before\n    success: '[VALUE] < 1'\n", 'baseline'],
  [
    'what is compared with itself',
    "    query: up[{{window}}]\n    baseline: same-time\n    success: '[RATIO] < 2'\n",
    'baseline',
  ],
  [
    'a baseline that is compared with itself',
    "    query: 'up{d=\"{{deployment}}\"}'\n    for: baseline\n    success: '[RATIO] < 2'\n",
    'for',
  ],
  ['a text in a condition', "    query: up\n    success: '[VALUE] == good'\n", 'success'],
  ['a name that is Markdown', "    query: up\n    success: '[VALUE] < 1'\n    name: '[x](y)'\n", undefined],
])('refuses %s', (_, fields, field) => {
  const problems = problemsOf(metric(fields));
  expect(problems).toHaveLength(1);
  if (field !== undefined)
    expect(problems[0]).toMatch(new RegExp(`^metrics.yml, metric 1: "${field}" \\(line \\d+\\): `));
});

const APIS = 'https://api.vercel.com';
const VERCEL = { token: new Secret('a-token'), project: 'shop', team: '', apiUrl: new URL(APIS) };
const WINDOWS = [
  ['vercel', 'vercel.request.count'],
  ['prometheus', 'rate(x[{{window}}])'],
  ['json', '/stats?since={{start}}\n    path: errors'],
  ['sentry', 'crash-free-sessions\n    for: window\n    release: shop@1'],
] as const;

// Also where what the provider needs is missing as well: everything is said at once.
test.each(WINDOWS.flatMap(([provider, query]) => [true, false].map((whole) => [provider, query, whole] as const)))(
  'refuses a window of %s that would begin before the swap: %s, all else given: %p',
  (provider, query, whole) => {
    const text = `metrics:
  - name: errors
    provider: ${provider}
    query: ${query}
    window: 10m
    success: '[VALUE] < 1'
${whole ? connections : ''}`;
    const around = surroundings({ vercel: whole ? VERCEL : undefined });
    const problems = problemsIn(() => readMetrics({ text, name: 'metrics.yml' }, 180_000, around));
    expect(problems.filter((one) => /"window" \(line \d\): looks back 600 s/.test(one))).toHaveLength(1);
    expect(problems).toHaveLength(whole ? 1 : 2);
  },
);

const connections = `providers:
  prometheus: { url: https://prometheus.example.com }
  json: { url: https://stats.example.com }
  sentry: { organization: acme, project: shop, token: $TOKEN }
`;

test.each([
  ['waiting-locks', "    window: 1m\n    success: '[VALUE] == 0'", 'window'],
  ['connections', "    success: '[VALUE] < 80'", 'success'],
  ['connections', "    success: '[VALUE] < 0.8'\n    min-samples: 5", 'min-samples'],
  ['connections', "    success: '[VALUE] < 0.8'\n    min-calls: 5", 'min-calls'],
  ['slower-statements', "    success: '[VALUE] < 2'\n    waiting-longer: 5s", 'waiting-longer'],
  ['slowest', "    success: '[VALUE] < 2'", 'query'],
  ['connections', "    success: '[RATIO] < 2'", 'success'],
])('refuses of a database: %s with %s', (query, fields, field) => {
  const text = `metrics:\n  - name: database\n    provider: postgres\n    query: ${query}\n${fields}\n`;
  const around = surroundings({ openDatabase: () => Promise.reject(new Error('nothing is asked')) });
  const problems = problemsIn(() => readMetrics({ text, name: 'metrics.yml' }, 120_000, around));
  expect(problems).toEqual([expect.stringMatching(`metric 1: "${field}" \\(line \\d\\): `)]);
});

test('refuses a bake in which Vercel has no whole minute, and a filter that filters nothing', () => {
  const text = `- name: pages
  provider: vercel
  query: vercel.request.count
  of-filter: http_status ge 500
  success: '[VALUE] < 10'
`;
  const around = surroundings({ vercel: VERCEL });
  const places = problemsIn(() => readMetrics({ text, name: 'metrics.yml' }, 119_000, around)).map(placeOf);
  expect(places).toEqual(['of-filter 4', 'provider 2']);
});

test.each([
  ['an alias of nothing', 'metrics: *errors'],
  ['a second document', `${metric("    query: up\n    success: '[VALUE] < 1'\n")}---\nmetrics: []\n`],
  ['a text', 'metrics.json'],
  ['a list of texts', '- errors'],
  ['an address as a provider', 'providers:\n  json: https://stats.example.com\nmetrics: [x]\n'],
  ['what the database needs elsewhere', 'providers:\n  postgres:\n    url: postgresql://x\nmetrics: [x]\n'],
])('names what is wrong with %s', (_, yaml) => {
  expect(problemsOf(yaml)).toMatchSnapshot();
});

test('of a provider that there is not says that alone, with what was written', () => {
  const text = metric('    query: up\n').replace('provider: prometheus', 'provider: promethius');
  expect(problemsOf(text)).toEqual([expect.stringMatching(/"provider" \(line 6\): .*postgres.*, got "promethius"$/)]);
});

test('shows a wrong value of a metric, and not all of a long one', () => {
  const [, interval] = [null, ...problemsOf(metric("    query: up\n    success: '[VALUE] < 1'\n    interval: 15\n"))];
  expect(interval).toMatch(/"interval" \(line 9\): expected a duration like .*, got 15$/);
  const long = problemsOf(metric(`    query: up\n    success: '[VALUE] < 1'\n    for: ${'x'.repeat(500)}\n`));
  expect(long.join().length).toBeLessThan(160);
});

test('shows no secret that was written out, and asks for its name instead', () => {
  const problems = problemsOf(
    `providers:\n  prometheus:\n    url: https://prometheus.example.com\n    token: abcdef1234567890\nmetrics:\n  - name: up\n    provider: prometheus\n    query: up\n    success: '[VALUE] == 1'\n`,
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/"token" \(line 4\)/);
  expect(problems.join()).not.toContain('abcdef');
});

test('names the place of what is no YAML', () => {
  expect(problemsOf('metrics:\n  - name: x\n    success: [VALUE] < 1\n')).toEqual([expect.stringMatching(/line 3/)]);
});

test('names the inputs that a query needs', () => {
  const metrics = read(
    metric('    query: \'up{d="{{deployment}}",c="{{commit}}"}\'\n    for: candidate\n    success: \'[RATIO] < 2\'\n'),
  );
  const none = { deployment: undefined, commit: undefined };
  expect(unnamedBuilds(metrics, { candidate, baseline })).toEqual([]);
  expect(unnamedBuilds(metrics, { candidate: none, baseline: none })).toHaveLength(4);
  const hostile = { deployment: 'x"} or vector(0) #', commit: 'c0ffee1' };
  expect(unnamedBuilds(metrics, { candidate: hostile, baseline })).toHaveLength(1);
});
