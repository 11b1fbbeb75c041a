import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commands } from '../../packages/cli/src/commands.ts';
import { WRONG } from '../../packages/cli/test/pairs/pair.ts';
import { alone, pairedElsewhere, pairs } from '../../packages/cli/test/pairs/pairs.ts';
import { pairFindings, typedCommands } from './pair-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const typed = typedCommands(commands);
const listed = { pairs, elsewhere: pairedElsewhere, alone };

test('each command that does what an action does is asked the same as that action', () => {
  expect(pairFindings(typed, listed)).toEqual([]);
});

test('commands with commands of their own are taken apart', () => {
  expect(typed).toEqual(expect.arrayContaining(['up', 'backup drill', 'evidence verify', 'platform audit', 'archive']));
  expect(typed).not.toEqual(expect.arrayContaining(['backup']));
});

test('each pair names an action, and what is tested elsewhere spawns it there', () => {
  const actions = readdirSync(join(root, 'actions'));
  for (const { action } of pairs) expect(actions).toContain(action);
  for (const path of Object.values(pairedElsewhere)) {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toContain('spawnAction(');
  }
});

test('a command without a pair, one that is listed twice or is gone, and a thin table are found', () => {
  const [first] = pairs;
  if (first === undefined) throw new Error('no pair');
  expect(pairFindings([...typed, 'drain'], listed)).toEqual([
    'lockstep drain: give it a pair in packages/cli/test/pairs/pairs.ts, or say there why no action does it',
  ]);
  expect(pairFindings(typed, { ...listed, alone: { ...alone, up: 'x', drain: 'x' } })).toEqual([
    'lockstep up: listed twice in packages/cli/test/pairs/pairs.ts',
    'lockstep drain: there is no such command',
  ]);
  const wrong = Object.entries(first.cases).filter(([, { reason }]) => reason === WRONG);
  const thin = { ...first, cases: Object.fromEntries(wrong) };
  expect(pairFindings(typed, { ...listed, pairs: [thin, ...pairs.slice(1)] })).toEqual(
    ['that passes', 'that fails', 'that is not known'].map((kind) => `lockstep ${first.command}: no case ${kind}`),
  );
});
