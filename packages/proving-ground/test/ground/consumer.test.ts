import { expect, test } from '@jest/globals';
import { makeConsumer, startProvingGround } from '../../src/ground/index.ts';
import { Scope } from '../../src/scope/index.ts';

test('a machine without git is told so in one line, and nothing is left behind', async () => {
  const scope = new Scope();
  const path = process.env['PATH'];
  try {
    const ground = await startProvingGround(scope);
    process.env['PATH'] = '/nowhere';
    expect(() => makeConsumer(ground, 'acme/shop')).toThrow('there is no git to make a repository with; install git');
  } finally {
    process.env['PATH'] = path;
    await scope[Symbol.asyncDispose]();
  }
});
