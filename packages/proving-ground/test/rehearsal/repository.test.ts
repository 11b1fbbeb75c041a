import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readRepository } from '../../src/rehearsal/repository.ts';
import { Scope } from '../../src/scope/scope.ts';

let scope: Scope;
let folder: string;
let to: string;
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@shop.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
const write = (name: string, text: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const read = (more: object = {}) => readRepository(scope, { folder, last: 1, withUncommitted: false, ...more });

beforeEach(() => {
  scope = new Scope();
  folder = scope.folder('repository-');
  to = scope.folder('out-');
  execFileSync('git', ['init', '--quiet', '--initial-branch=trunk', folder]);
  execFileSync('git', ['init', '--quiet', to]);
  write('a.txt', 'one');
  write('test/b.txt', 'b');
  write('.gitattributes', 'test export-ignore\n');
  write('.gitignore', 'ignored\n');
  git('add', '--all');
  git('commit', '--quiet', '--message=One');
});
afterEach(() => scope[Symbol.asyncDispose]());

test('a commit is checked out as it is, with what an archive would leave out', () => {
  const found = read();
  expect(found).toMatchObject({ branch: 'trunk', uncommitted: [], commits: [{ title: 'One' }] });
  for (const commit of found.commits) found.checkOut(commit, to);
  expect(readFileSync(join(to, 'test/b.txt'), 'utf8')).toBe('b');
});

test('what is not committed is named; it comes along when asked, and changes nothing in the repository', () => {
  write('a.txt', 'two');
  write('new.txt', 'new');
  write('ignored', 'x');
  const before = git('status', '--porcelain') + git('count-objects');
  expect(read().uncommitted).toEqual(['a.txt', 'new.txt']);
  const [without] = read().commits;
  if (without !== undefined) read().checkOut(without, to);
  expect(readFileSync(join(to, 'a.txt'), 'utf8')).toBe('one');
  const found = read({ withUncommitted: true });
  const [commit] = found.commits;
  expect(commit?.title).toBe('One, with what is not committed');
  if (commit !== undefined) found.checkOut(commit, to);
  expect(readFileSync(join(to, 'a.txt'), 'utf8')).toBe('two');
  expect(readdirSync(to)).toContain('new.txt');
  expect(readdirSync(to)).not.toContain('ignored');
  expect(git('status', '--porcelain') + git('count-objects')).toBe(before);
});

test('what a commit came after is known', () => {
  write('a.txt', 'two');
  git('commit', '--quiet', '--all', '--message=Two');
  const found = read();
  const [two] = found.commits;
  const one = two === undefined ? undefined : found.parentOf(two);
  expect([two?.title, one?.title]).toEqual(['Two', 'One']);
  expect(one === undefined ? 'none' : found.parentOf(one)).toBeUndefined();
});

test('a folder of a repository is led to its root', () => {
  expect(() => read({ folder: join(folder, 'test') })).toThrow(/is test of the repository .*: name that$/);
});

test('a folder with workflows of its own counts as a repository: its own commits, its own files', () => {
  const own = join(folder, 'examples/shop');
  write('examples/shop/.github/workflows/release.yml', 'on: push\n');
  git('add', '--all');
  git('commit', '--quiet', '--message=Shop');
  write('a.txt', 'two');
  git('commit', '--quiet', '--all', '--message=Elsewhere');
  write('examples/shop/page.txt', 'new');
  write('outside.txt', 'new');
  const found = read({ folder: own, last: 2 });
  expect(found).toMatchObject({ root: own, commits: [{ title: 'Shop' }], uncommitted: ['examples/shop/page.txt'] });
  const [shop] = found.commits;
  if (shop !== undefined) found.checkOut(shop, to);
  expect(readdirSync(to).sort()).toEqual(['.git', '.github']);
  expect(shop === undefined ? 'none' : found.parentOf(shop)).toBeUndefined();
  const before = git('status', '--porcelain') + git('count-objects');
  const changed = read({ folder: own, withUncommitted: true });
  const [commit] = changed.commits;
  if (commit !== undefined) changed.checkOut(commit, to);
  expect(readdirSync(to).sort()).toEqual(['.git', '.github', 'page.txt']);
  expect(git('status', '--porcelain') + git('count-objects')).toBe(before);
});

test('a commit that changes no file is released like any other', () => {
  git('commit', '--quiet', '--allow-empty', '--message=Again');
  expect(read().commits).toMatchObject([{ title: 'Again' }]);
});
