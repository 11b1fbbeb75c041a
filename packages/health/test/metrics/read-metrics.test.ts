import { expect, test } from '@jest/globals';
import { InputError, Secret } from '@lockstep/base';
import { readMetrics, unnamedBuilds } from '../../src/metrics/index.ts';
import { baseline, candidate, surroundings } from './watch.ts';

const PROMETHEUS = 'providers:\n  prometheus:\n    url: https://prometheus.example.com\n';

function read(yaml: string, bakeMs = 120_000) {
  return readMetrics({ text: yaml, name: 'metrics.yml' }, bakeMs, surroundings());
}

function problemsOf(yaml: string, bakeMs?: number): readonly string[] {
  try {
    read(yaml, bakeMs);
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
  const places = problems.map((problem) => /"([a-z-]+)" \(line (\d+)\)/.exec(problem)?.slice(1).join(' '));
  expect(places).toEqual(PLACES);
});

test.each([
  ['a test without counts', '    query: up\n    detect: 2\n', 'detect'],
  ['no condition', '    query: up\n', 'success'],
  ['a candidate that no label names', "    query: up\n    for: candidate\n    success: '[VALUE] < 1'\n", 'for'],
  ['a build where the window is meant', "    query: 'up{d=\"{{deployment}}\"}'\n    success: '[VALUE] < 1'\n", 'for'],
  ['a window longer than the bake', "    query: up\n    window: 10m\n    success: '[VALUE] < 1'\n", 'window'],
  ['a range longer than the bake', "    query: rate(x[10m])\n    success: '[VALUE] < 1'\n", 'query'],
  ['an unknown placeholder', "    query: 'up{a=\"{{version}}\"}'\n    success: '[VALUE] < 1'\n", 'query'],
  ['a text in a condition', "    query: up\n    success: '[VALUE] == good'\n", 'success'],
  ['a name that is Markdown', "    query: up\n    success: '[VALUE] < 1'\n    name: '[x](y)'\n", undefined],
])('refuses %s', (_, fields, field) => {
  const problems = problemsOf(metric(fields));
  expect(problems).toHaveLength(1);
  if (field !== undefined)
    expect(problems[0]).toMatch(new RegExp(`^metrics.yml, metric 1: "${field}" \\(line \\d+\\): `));
});

test.each([
  ['vercel', 'vercel.request.count'],
  ['prometheus', 'up'],
])('refuses a window of %s that would begin before the swap', (provider, query) => {
  const fields = `    query: ${query}\n    window: 10m\n    success: '[VALUE] < 1'\n`;
  const text = `${PROMETHEUS}metrics:\n  - name: errors\n    provider: ${provider}\n${fields}`;
  const apiUrl = new URL('https://api.vercel.com');
  const around = surroundings({ vercel: { token: new Secret('t'), project: 'shop', team: '', apiUrl } });
  expect(() => readMetrics({ text, name: 'metrics.yml' }, 120_000, around)).toThrow(/"window" \(line \d+\): /);
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
