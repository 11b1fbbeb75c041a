import { expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const step = await spawnAction('handover', inputs);
  return {
    end: step.log.split('\n').findLast((line) => line.startsWith('handover: ')) ?? '',
    annotations: step.annotations.map(({ level, message }) => `${level}: ${message.split('\n')[0]}`),
    summary: step.summary,
  };
}

test.each<[string, Readonly<Record<string, string>>]>([
  ['packed', { values: 'commit-sha: "3f9a2c0"\ncount: 3' }],
  ['nothing to open', {}],
  ['an output that GitHub dropped', { handover: '', from: 'prepare' }],
  ['another text', { handover: 'dpl_123', from: 'prepare' }],
  ['both', { handover: 'x', values: 'a: "1"' }],
  ['wrong lines', { values: 'Commit: "x"\nverdict: "pass"\na: "1"\na: "2"\nonly-a-name:' }],
])('words: %s', async (_name, inputs) => {
  expect(await wordsOf(inputs)).toMatchSnapshot();
});

test('words: opened', async () => {
  const packed = await spawnAction('handover', { values: 'commit-sha: "3f9a2c0"' });
  expect(await wordsOf({ handover: packed.outputs['handover'] ?? '', from: 'prepare' })).toMatchSnapshot();
});
