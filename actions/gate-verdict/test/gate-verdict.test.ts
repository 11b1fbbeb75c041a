import { expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';

const needs = (results: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.fromEntries(Object.entries(results).map(([job, result]) => [job, { result, outputs: {} }])));

test('all green is green', async () => {
  const step = await spawnAction('gate-verdict', { needs: needs({ lint: 'success', test: 'success' }) });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'passed', blocking: '[]' } });
});

test('a job that was skipped is not green, and is marked in the summary', async () => {
  const step = await spawnAction('gate-verdict', { needs: needs({ lint: 'success', test: 'skipped' }) });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'job-did-not-run' } });
  expect(JSON.parse(step.outputs['blocking'] ?? '')).toEqual([{ job: 'test', result: 'skipped', policy: [] }]);
  expect(step.summary).toContain('| ⚠️ test | skipped | required |');
});

test.each([
  ['merge_group', 0],
  ['pull_request', 1],
])('in %s a job that may be skipped in the queue ends with %i', async (event_name, status) => {
  const step = await spawnAction(
    'gate-verdict',
    { needs: needs({ test: 'success', preview: 'skipped' }), policy: 'preview: may-skip on merge_group' },
    { github: { event_name } },
  );
  expect(step.status).toBe(status);
});

test('a context that was not passed is an error that says what to pass', async () => {
  const step = await spawnAction('gate-verdict', { needs: '' });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});
