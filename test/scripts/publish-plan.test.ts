import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareVersions, parseVersion, planMove, planPublish, readChangelog } from '../../scripts/publish-plan.mjs';

const changelog = (version: string, unreleased = '') =>
  `# Changelog\n\n## Unreleased\n\n${unreleased}\n\n## ${version} - 2026-11-22\n\n- New\n\n## 0.0.1 - 2026-01-01\n\n- Old\n`;
const tagsAt = (...names: string[]) => new Map(names.map((name) => [name, `at-${name}`]));
const plan = (version: string, tags: ReadonlyMap<string, string>, more: { branch?: string; commit?: string } = {}) =>
  planPublish({ changelog: readChangelog(changelog(version)), tags, commit: 'head', branch: 'main', ...more });

test("this repository's own changelog can be read", () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'CHANGELOG.md'), 'utf8');
  expect(() => readChangelog(text)).not.toThrow();
});

describe('what is published', () => {
  test.each<[string, string[], object]>([
    ['1.0.0', [], { tag: 'v1.0.0', move: { tag: 'v1', from: undefined, to: 'head' }, isLatest: true }],
    ['0.1.0', [], { tag: 'v0.1.0', move: { tag: 'v0', from: undefined, to: 'head' } }],
    ['1.0.1', ['v1.0.0', 'v1'], { move: { tag: 'v1', from: 'at-v1', to: 'head' }, isLatest: true }],
    ['1.10.0', ['v1.9.0', 'v1.2.0', 'v1'], { tag: 'v1.10.0' }],
    ['2.0.0', ['v1.4.2', 'v1'], { move: { tag: 'v2', from: undefined, to: 'head' }, isLatest: true }],
    ['2.0.0-rc.2', ['v1.4.2', 'v2.0.0-rc.1'], { prerelease: true, move: undefined, isLatest: false }],
    ['2.0.0', ['v1.4.2', 'v2.0.0-rc.3'], { prerelease: false, move: { tag: 'v2' } }],
    ['1.0.0', ['nightly', 'v1-beta', 'vx'], { tag: 'v1.0.0' }],
  ])('%s after %j', (version, tags, expected) => {
    expect(plan(version, tagsAt(...tags))).toMatchObject({ done: false, notes: '- New', ...expected });
  });

  test('an older line moves its own tag and is not the latest', () => {
    const tags = tagsAt('v1.4.2', 'v1', 'v2.0.0', 'v2');
    expect(plan('1.4.3', tags, { branch: 'release/v1' })).toMatchObject({
      move: { tag: 'v1', from: 'at-v1', to: 'head' },
      isLatest: false,
    });
  });

  test('a run that ended half-way is gone on with', () => {
    const tags = new Map([...tagsAt('v1.0.0', 'v1'), ['v1.0.1', 'head']]);
    expect(plan('1.0.1', tags)).toMatchObject({ done: true, move: { tag: 'v1', from: 'at-v1' } });
    expect(plan('1.0.1', new Map([...tags, ['v1', 'head']]))).toMatchObject({ done: true, move: undefined });
  });
});

describe('what is not', () => {
  test.each<[string, string[], object, string]>([
    ['1.0.0', ['v1.0.0'], {}, 'v1.0.0 is published already, at at-v1.0.0'],
    ['1.0.2', ['v1.0.0'], {}, '1.0.2 does not follow 1.0.0; expected 1.0.1 or 1.1.0'],
    ['3.0.0', ['v1.0.0'], {}, 'expected 2.0.0'],
    ['0.9.0', [], {}, 'expected 0.1.0 or 1.0.0'],
    ['0.2.0', ['v1.0.0', 'v0.3.0'], {}, '0.2.0 does not follow 0.3.0'],
    ['1.1.0-rc.1', ['v1.0.0', 'v1.1.0-rc.2'], {}, 'comes after 1.1.0-rc.2'],
    ['1.0.0-rc.2', ['v1.0.0'], {}, 'does not follow 1.0.0'],
    ['1.0.1', ['v1.0.0'], { branch: 'feature' }, 'published from main, or from release/v1'],
    ['1.0.1', ['v1.0.0'], { branch: 'release/v2' }, 'not from release/v2'],
  ])('%s after %j %j', (version, tags, more, message) => {
    expect(() => plan(version, tagsAt(...tags), more)).toThrow(message);
  });

  test.each([
    ['', 'expected a title'],
    ['# Changelog\n', 'no version in it'],
    ['# Changelog\n\n## 1.0 - 2026-01-01\n\n- x\n', 'expected "## 1.2.3 - 2026-01-31"'],
    ['# Changelog\n\n## 1.0.0\n\n- x\n', 'got "## 1.0.0"'],
    ['# Changelog\n\n## 1.0.0 - 2026-01-01\n\n## 0.9.0 - 2026-01-01\n\n- x\n', '1.0.0 says nothing'],
    [changelog('1.0.0', '- Not yet'), 'there are unreleased changes'],
  ])('a changelog: %j', (text, message) => {
    const run = () => planPublish({ changelog: readChangelog(text), tags: new Map(), commit: 'head', branch: 'main' });
    expect(run).toThrow(message);
  });
});

test('a candidate comes before its version, and numbers are numbers', () => {
  const sorted = ['1.10.0', '1.9.0', '1.10.0-rc.10', '1.10.0-rc.9', '2.0.0'].map((text) => parseVersion(text));
  expect(sorted.sort(compareVersions).map((one) => one?.text)).toEqual([
    '1.9.0',
    '1.10.0-rc.9',
    '1.10.0-rc.10',
    '1.10.0',
    '2.0.0',
  ]);
  expect(['1.0', 'v1.0.0', '1.0.0-beta', ''].map((text) => parseVersion(text))).toEqual(Array(4).fill(undefined));
});

test('a version is taken back to one of its line', () => {
  const tags = tagsAt('v1', 'v1.0.0', 'v1.0.1', 'v2.0.0', 'v1.1.0-rc.1');
  expect(planMove({ tags, line: 'v1', version: 'v1.0.0' })).toEqual({ tag: 'v1', from: 'at-v1', to: 'at-v1.0.0' });
  expect(() => planMove({ tags, line: 'v1', version: 'v2.0.0' })).toThrow('another line');
  expect(() => planMove({ tags, line: 'v1', version: 'v1.0.9' })).toThrow('no published version');
  expect(() => planMove({ tags, line: 'v1', version: 'v1.1.0-rc.1' })).toThrow('no published version');
});
