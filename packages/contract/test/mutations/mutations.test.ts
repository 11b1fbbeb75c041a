import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { ROWS } from './rows.ts';
import { type Mutation, type MutationWorld, mutationWorld } from './world.ts';

const scope = new Scope();
let world: MutationWorld;
beforeAll(async () => {
  world = await mutationWorld(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

/** The checks of every family that did not pass. */
async function red(mutation: Mutation): Promise<readonly string[]> {
  const checks = await world.look(mutation);
  return [...new Set(checks.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id))].sort();
}

test('without a change, all checks of all families pass', async () => {
  const checks = await world.look({});
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  const known = new Set(checks.map(({ id }) => id));
  expect(known.size).toBeGreaterThan(30);
});

test.each(sampleOf('mutations of a backend', ROWS, ROWS.length))('%s', async (_, expected, mutation) => {
  expect(await red(mutation)).toEqual([...expected].sort());
});

test('the README has each of them', () => {
  const path = new URL('../../README.md', import.meta.url);
  const readme = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- mutations:start -->\n', '<!-- mutations:end -->'];
  const rows = ROWS.map(([what, ids]) => `| ${what} | ${ids.map((id) => `\`${id}\``).join(', ')} |`);
  const table = ['', '| what is wrong | red |', '|---|---|', ...rows, '', ''].join('\n');
  const [before = '', rest = ''] = readme.split(start);
  const [, after = ''] = rest.split(end);
  const kept = `${before}${start}${table}${end}${after}`;
  if (process.env['LOCKSTEP_WRITE_MUTATIONS'] === '1') writeFileSync(path, kept);
  else expect(readme).toBe(kept);
});
