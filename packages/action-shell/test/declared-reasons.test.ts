import { expect, test } from '@jest/globals';
import { defineAction, type Outcome } from '../src/index.ts';

type Reason = 'done' | 'not-done';

test('an action that declares its reasons compiles, and one that could end with any text does not', async () => {
  const outcome = (): Promise<Outcome<Reason>> => Promise.resolve({ verdict: 'pass', reason: 'done', message: 'done' });
  const declared = defineAction({ name: 'declared', inputs: {}, run: outcome });
  expect(declared.name).toBe('declared');

  const anyText = (): Promise<Outcome<string>> => Promise.resolve({ verdict: 'pass', reason: 'x', message: '' });
  // @ts-expect-error: its reasons are not declared
  expect(defineAction({ name: 'undeclared', inputs: {}, run: anyText }).name).toBe('undeclared');

  // @ts-expect-error: the code is not declared
  const wrong: Outcome<Reason> = { verdict: 'pass', reason: 'other', message: '' };
  expect(wrong.reason).toBe('other');
});
