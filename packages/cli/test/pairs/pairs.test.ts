import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type Pair, playPair } from './pair.ts';
import { pairs } from './pairs.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'cli', 'index.js');
beforeAll(() => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
});

const rows = pairs.flatMap((pair): (readonly [string, Pair, string])[] =>
  Object.keys(pair.cases).map((what) => [
    `lockstep ${pair.command} and the action ${pair.action}: ${what}`,
    pair,
    what,
  ]),
);

test.each(rows)('%s', async (_name, pair, what) => {
  const one = pair.cases[what];
  if (one !== undefined) await playPair(pair, one);
});
