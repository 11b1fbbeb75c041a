import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { plainConfig, readNotesConfig, sortIntoSections } from '../src/categories.ts';
import { type Change, changesOf } from '../src/changes.ts';
import type { NotedCommit } from '../src/commit-range.ts';
import { readConventional } from '../src/conventional.ts';
import { landings } from '../src/landings.ts';
import type { MergedPull } from '../src/merged-pulls.ts';
import { coAuthors, contributors, personOf } from '../src/people.ts';

const person = (login: string) => personOf({ login, html_url: `https://github.example/${login}`, type: 'User' });
const commit = (sha: string, message: string, ...parents: string[]): NotedCommit => ({
  sha,
  message,
  parents,
  author: person('ann'),
  url: `https://github.example/acme/shop/commit/${sha}`,
  at: '',
});
const pull = (number: number, title: string, mergeSha: string, more: Partial<MergedPull> = {}): MergedPull => ({
  number,
  title,
  mergeSha,
  body: '',
  url: `https://github.example/acme/shop/pull/${number}`,
  labels: [],
  author: person('bob'),
  ...more,
});
const told = (commits: readonly NotedCommit[], pulls: Record<string, readonly MergedPull[]> = {}) =>
  changesOf(commits, new Map(Object.entries(pulls))).map((change) => [change.reference, change.title]);

describe('commits become changes', () => {
  test('a merged branch is one, whatever it is made of', () => {
    const commits = [commit('a1', 'wip', 'base'), commit('a2', 'more', 'a1'), commit('m', 'Merge', 'base', 'a2')];
    expect(told(commits, { m: [pull(1, 'Cart', 'm')] })).toEqual([['#1', 'Cart']]);
  });

  test('a rebased pull request is one', () => {
    const commits = [commit('r1', 'one', 'base'), commit('r2', 'two', 'r1')];
    const one = pull(1, 'Both', 'r2');
    expect(told(commits, { r1: [one], r2: [one] })).toEqual([['#1', 'Both']]);
  });

  test('a merge without a pull request is told by its commits', () => {
    const commits = [commit('a1', 'fix: one', 'base'), commit('a2', 'two', 'a1'), commit('m', 'Merge x', 'base', 'a2')];
    expect(told(commits)).toEqual([
      ['a2', 'two'],
      ['a1', 'one'],
    ]);
  });

  test('pull requests inside a release branch are told, the one that only carried them is not', () => {
    const commits = [
      commit('a', 'a', 'base'),
      commit('ma', 'Merge a', 'base', 'a'),
      commit('s', 'Squashed (#2)', 'ma'),
      commit('m', 'Merge develop', 'base', 's'),
    ];
    const carrier = pull(3, 'Release 2', 'm');
    expect(told(commits, { ma: [pull(1, 'A', 'ma'), carrier], s: [pull(2, 'Squashed', 's')], m: [carrier] })).toEqual([
      ['#2', 'Squashed'],
      ['#1', 'A'],
    ]);
    expect(landings(commits)).toEqual(['m', 's', 'ma']);
  });

  test('the main branch that was merged into a branch is not the branch', () => {
    const commits = [
      commit('a1', 'work', 'base'),
      commit('x', 'fix: hotfix', 'base'),
      commit('a2', 'Merge main', 'a1', 'x'),
      commit('m', 'Merge pull request', 'x', 'a2'),
    ];
    const branch = pull(1, 'Work', 'm');
    expect(told(commits, { m: [branch], a2: [branch] })).toEqual([
      ['#1', 'Work'],
      ['x', 'hotfix'],
    ]);
  });

  test('who worked on it is everybody who wrote, but no bot', () => {
    const bot = { ...commit('b', 'chore: bump'), author: personOf({ login: 'renovate[bot]', type: 'Bot' }) };
    const message = 'Pair\n\nCo-authored-by: Cleo <cleo@example.com>\nco-authored-by: Ann Lee <ann@example.com>';
    const named = { ...commit('c', message, 'b'), author: personOf({ login: 'ann' }, 'Ann Lee') };
    const people = changesOf([bot, named], new Map()).flatMap((change) => change.people);
    expect(contributors(people).map((one) => one.login || one.name)).toEqual(['ann', 'Cleo']);
    expect(coAuthors('x\n\nCo-authored-by: nobody')).toEqual([]);
  });
});

test.each([
  ['feat: cart', 'feat', '', 'cart', []],
  ['Fix(api): total', 'fix', 'api', 'total', []],
  ['feat(api)!: drop v1', 'feat', 'api', 'drop v1', ['drop v1']],
  ['feat: x\n\nBREAKING CHANGE: v1 is gone', 'feat', '', 'x', ['v1 is gone']],
  ['Add a cart', '', '', 'Add a cart', []],
  ['Merge: not (really', 'merge', '', 'not (really', []],
  ['', '', '', '', []],
  ['  \n\nbody', '', '', '', []],
  [
    'feat: x\n\nBREAKING CHANGE: all is new\nin two lines\nSigned-off-by: a <a@b>',
    'feat',
    '',
    'x',
    ['all is new\nin two lines'],
  ],
  ['feat: x\n\nBREAKING CHANGE: all is new\n\nRefs #12\nReviewed-by: z', 'feat', '', 'x', ['all is new']],
  ['feat: x\n\nBREAKING CHANGE: one\nBREAKING CHANGE: two', 'feat', '', 'x', ['one', 'two']],
])('%j is read by the conventions', (message, type, scope, subject, breaking) => {
  expect(readConventional(message)).toEqual({ type, scope, subject, breaking });
});

describe('changes are sorted', () => {
  const change = (title: string, more: Partial<Change> = {}): Change => ({
    ...(changesOf([commit('c', title)], new Map())[0] as Change),
    ...more,
  });
  const headings = (changes: readonly Change[], config = plainConfig) =>
    sortIntoSections(changes, config).map(({ title, changes: found }) => [title, found.length]);

  test.each<[string, string, Partial<Change>]>([
    ['Features', 'feat: a', {}],
    ['Fixes', 'fix: a', {}],
    ['Performance', 'perf: a', {}],
    ['Reverts', 'revert: a', {}],
    ['Maintenance', 'ci: a', {}],
    ['Dependencies', 'fix(deps): a', {}],
    ['Breaking changes', 'feat!: a', {}],
    ['Breaking changes', 'a', { labels: ['breaking-change'] }],
    ['Fixes', 'feat: a', { labels: ['Bug'] }],
    ['Other changes', 'Add a cart', {}],
    ['Other changes', 'wibble: a', {}],
    ['Features', 'Cart', { types: ['chore', 'feat'] }],
  ])('%s: %s %j', (title, message, more) => {
    expect(headings([change(message, more)])).toEqual([[title, 1]]);
  });

  const yaml = `
changelog:
  exclude: { labels: [internal], authors: [octobot] }
  categories:
    - { title: Shop, labels: [shop], exclude: { labels: [api] } }
    - { title: Rest, labels: ['*'], exclude: { authors: [renovate] } }
`;

  test("the repository's own categories come before ours, with what they exclude", () => {
    const config = readNotesConfig(yaml, '.github/release.yml');
    const by = (login: string) => ({ author: person(login) });
    const all = [
      change('a', { labels: ['shop'] }),
      change('fix: b', { labels: ['shop', 'api'] }),
      change('c', { labels: ['internal'] }),
      change('d', by('octobot')),
      change('fix: e', by('renovate')),
    ];
    expect(headings(all, config)).toEqual([
      ['Shop', 1],
      ['Rest', 1],
      ['Fixes', 1],
    ]);
  });

  test('every fault of the config is named', () => {
    const wrong =
      'changelog:\n  exclude: [a]\n  categories:\n    - labels: [x]\n    - { title: Y, labels: [{}] }\n    - 7\n';
    const read = (text: string) => () => readNotesConfig(text, 'r.yml');
    expect(read(wrong)).toThrow(InputError);
    expect(read(wrong)).toThrow(
      /category 1: "title": required[\s\S]*category 2: "labels"[\s\S]*category 3: expected a map/,
    );
    expect(read('changelog: {categories: 3}')).toThrow('categories: expected a list');
    expect(read('a: [')).toThrow('not readable as YAML');
    expect(readNotesConfig('', 'r.yml')).toEqual(plainConfig);
  });
});
