import { expect, test } from '@jest/globals';
import { readInputs } from '@lockstep/action-shell';
import { inputs, problemsOf } from '../src/inputs.ts';

const problemsWith = (given: Readonly<Record<string, string>>) => {
  const all: Readonly<Record<string, string>> = { environment: 'production', 'github-token': 'ghs_x', ...given };
  const { values, problems } = readInputs(inputs, (name) => all[name] ?? '');
  return [...problems, ...problemsOf(values)].map((problem) => /"([a-z-]+)"/.exec(problem)?.[1]);
};

test.each<[string, Record<string, string>, string[]]>([
  ['stage without evidence', { command: 'stage' }, ['evidence']],
  ['choose without a project', { command: 'choose' }, ['vercel-project']],
  ['live alone', { command: 'live' }, []],
  [
    'the same commit from nowhere, and a deployment that it does not take',
    {
      command: 'choose',
      mode: 'same-commit',
      'deployment-id': 'dpl_1',
      'vercel-project': 'web',
      'vercel-token': 'abcd',
    },
    ['from-environment', 'deployment-id'],
  ],
  [
    'what only live looks at',
    { command: 'stage', evidence: '{}', 'committed-for': '24h', 'expect-release': '20261122T041300Z-3f9a2c' },
    ['committed-for', 'expect-release'],
  ],
  ['a project without a token', { command: 'live', 'vercel-project': 'web' }, ['vercel-project']],
  ['begin, which is the release action', { command: 'begin' }, ['command']],
])('%s', (_what, given, problems) => {
  expect(problemsWith(given)).toEqual(problems);
});
