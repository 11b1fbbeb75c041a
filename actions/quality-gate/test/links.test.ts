import { expect, test } from '@jest/globals';
import { linksTo } from '../src/links.ts';

const finding = (file?: string, line?: number, inDiff = false) => ({
  gate: 'lint',
  level: 'error' as const,
  inDiff,
  finding: {
    rule: 'r',
    level: 'error' as const,
    message: 'm',
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  },
});
const linkOf = (event: Readonly<Record<string, unknown>>, head = 'abc', owner = 'acme') =>
  linksTo({ serverUrl: 'https://github.com', repository: { owner, repo: 'shop' }, event: () => event }, head);

test.each([
  [finding('src/a b.ts', 3), 'https://github.com/acme/shop/blob/abc/src/a%20b.ts#L3'],
  [finding('src/a.ts'), 'https://github.com/acme/shop/blob/abc/src/a.ts'],
  [finding(), undefined],
  // The anchor is the SHA-256 of the path: printf README.md | sha256sum
  [
    finding('README.md', 7, true),
    'https://github.com/acme/shop/pull/12/files#diff-b335630551682c19a781afebcf4d07bf978fb1f8ac04c6bf87428ed5106870f5R7',
  ],
])('a finding is linked to its line (%#)', (one, link) => {
  expect(linkOf({ pull_request: { number: 12 } })(one)).toBe(link);
});

test('outside of a pull request a changed line is linked in its file; without a commit or repository nothing is', () => {
  const changed = finding('README.md', 7, true);
  expect(linkOf({})(changed)).toBe('https://github.com/acme/shop/blob/abc/README.md#L7');
  expect(linkOf({}, '')(changed)).toBeUndefined();
  expect(linkOf({}, 'abc', '')(changed)).toBeUndefined();
});
