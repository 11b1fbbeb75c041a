import { expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(results: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const needs = JSON.stringify(Object.fromEntries(Object.entries(results).map(([job, result]) => [job, { result }])));
  const step = await spawnAction('gate-verdict', { needs, ...more });
  return {
    end: step.log.split('\n').findLast((line) => line.startsWith('gate-verdict: ')),
    annotations: step.annotations.map(({ level, title, message }) => `${level} ${title}: ${message.split('\n')[0]}`),
    summary: step.summary,
  };
}

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  [
    'all passed',
    { lint: 'success', test: 'success', preview: 'skipped' },
    { policy: 'preview: may-skip', jobs: 'lint\ntest' },
  ],
  ['one failed', { lint: 'success', test: 'failure', e2e: 'skipped' }, { policy: 'e2e: advisory' }],
  ['some did not run', { lint: 'success', test: 'skipped', deploy: 'cancelled' }, { jobs: 'types' }],
  ['no jobs', {}, {}],
  ['wrong inputs', { lint: 'success' }, { policy: 'lint: sometimes', jobs: '' }],
  ['a renamed job', { lint: 'success' }, { policy: 'test: may-skip' }],
])('words: %s', async (_name, results, more) => {
  expect(await wordsOf(results, more)).toMatchSnapshot();
});
