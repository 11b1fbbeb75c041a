import { expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';

const values = [
  'commit-sha: "3f9a2c0"',
  'evidence: "{\\n  \\"verdict\\": \\"pass\\"\\n}"',
  'deployment-id: null',
  'count: 3',
].join('\n');

test('values go from one job to the next as they are, and what was not set as not set', async () => {
  const packed = await spawnAction('handover', { values });
  expect(packed).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'packed', 'commit-sha': '3f9a2c0' } });
  const opened = await spawnAction('handover', { handover: packed.outputs['handover'] ?? '', from: 'prepare' });
  expect(opened.status).toBe(0);
  expect(opened.outputs).toEqual({
    verdict: 'pass',
    reason: 'opened',
    'commit-sha': '3f9a2c0',
    evidence: '{\n  "verdict": "pass"\n}',
    'deployment-id': '',
    count: '3',
  });
});

test.each([
  ['', 'handover-missing'],
  ['missing', 'handover-missing'],
  ['dpl_123', 'handover-damaged'],
])('%j is no handover: %s', async (handover, reason) => {
  const step = await spawnAction('handover', { handover, from: 'prepare' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason } });
  expect(Object.keys(step.outputs)).toEqual(['verdict', 'reason']);
});

test('every wrong line is named, and none is shown', async () => {
  const step = await spawnAction('handover', {
    values: 'commit-sha: abc-secret\nCommit: "x"\nverdict: "pass"\na: "1"\na: "2"\nonly-a-name:',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const problems = step.annotations.map(({ message }) => message).join('\n');
  for (const part of ['line 1', 'line 2', '"verdict" is reserved', '"a" is given twice', 'line 6'])
    expect(problems).toContain(part);
  expect(problems).not.toContain('abc-secret');
});
