import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { Journal, type JournalRelease } from '../src/index.ts';

const head: JournalRelease = {
  id: 'r1',
  environment: 'production',
  service: 'web',
  commit: 'c0ffee',
  undoDeadlineMs: 240_000,
};
let folder: string;
let path: string;
const journal = (action = 'release', instance = 'one') => new Journal(path, { action, instance, clock: systemClock });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a journal that was just opened holds an open release that nobody has seen', () => {
  journal().open(head);
  expect(journal().read()).toMatchObject({ release: head, state: 'open', traffic: 'untouched', undone: [] });
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a job has one release: a second cannot be opened over it', () => {
  journal().open(head);
  expect(() => journal().open({ ...head, id: 'r2' })).toThrow(/one job, one release/);
  expect(journal().read().release.id).toBe('r1');
  expect(readdirSync(folder)).toEqual(['journal.jsonl']);
});

test('held stays until committed, and committed is final', () => {
  journal().open(head);
  journal('health-gate').held('bake-unknown');
  expect(journal().read()).toMatchObject({ state: 'held', heldBecause: 'bake-unknown' });
  journal().committed();
  journal().held('late');
  expect(journal().read().state).toBe('committed');
});

test('traffic is what was written of it last', () => {
  journal().open(head);
  journal('alias-swap').traffic('reached');
  expect(journal().read().traffic).toBe('reached');
  journal('alias-swap').traffic('restored', { hosts: ['a.test'] });
  expect(journal().read().traffic).toBe('restored');
});

test('each undo step has one last word', () => {
  journal().open(head);
  journal('migrate', 'm').undone('migrate', { verdict: 'unknown', reason: 'lock', message: 'waiting' });
  journal('alias-swap', 's').undone('alias-swap', { verdict: 'pass', reason: 'undone', message: 'back' });
  journal('migrate', 'm').undone('migrate', { verdict: 'pass', reason: 'undone', message: 'down' });
  expect(
    journal()
      .read()
      .undone.map((one) => `${one.action} ${one.verdict}`),
  ).toEqual(['migrate pass', 'alias-swap pass']);
});

test('a writer killed at any byte of a line leaves a journal that reads as before it, and goes on', () => {
  journal().open(head);
  const before = statSync(path).size;
  journal('health-gate').held('x');
  const whole = readFileSync(path);
  // One byte short of its line end the entry is whole and only unfinished; anything shorter is torn.
  for (let size = before; size < whole.length - 1; size++) {
    truncateSync(path, 0);
    appendFileSync(path, whole.subarray(0, size));
    expect(journal().read().state).toBe('open');
    journal('alias-swap').traffic('reached');
    expect(journal().read()).toMatchObject({ state: 'open', traffic: 'reached' });
  }
});

test.each([
  ['that is gone', () => undefined],
  ['without a release', () => appendFileSync(path, '{}\n')],
])('a journal %s is an error that names it', (_what, make) => {
  make();
  expect(() => journal().read()).toThrow(path);
});
