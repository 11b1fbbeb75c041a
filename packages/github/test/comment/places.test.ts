import { describe, expect, test } from '@jest/globals';
import { linkPlaces } from '../../src/comment/link-places.ts';
import { readable } from '../../src/comment/readable.ts';
import { tame } from '../../src/comment/tame-markdown.ts';

describe('places of files', () => {
  const places = {
    pullUrl: 'https://github.com/acme/shop/pull/7',
    fileUrl: 'https://github.com/acme/shop/blob/abc',
    changed: new Set(['src/cart.ts', 'src/@types/[id].ts']),
  };

  test.each([
    [
      'in the diff',
      '- `src/cart.ts:12` no',
      /^- \[`src\/cart\.ts:12`\]\(https:\/\/\S+\/pull\/7\/files#diff-[0-9a-f]{64}R12\) no$/,
    ],
    ['the line behind', '`src/cart.ts`:12 no', /^\[`src\/cart\.ts:12`\]\(\S+R12\) no$/],
    ['with a column', '`src/cart.ts:12:5` no', /^\[`src\/cart\.ts:12`\]\(\S+R12\) no$/],
    ['with signs of Markdown', tame('`src/@types/[id].ts:3`'), /#diff-[0-9a-f]{64}R3\)$/],
    ['with a space', '`src/other file.ts:3`', /^\[`src\/other file\.ts:3`\]\(\S+\/src\/other%20file\.ts#L3\)$/],
    [
      'in a file that is not changed',
      '`lib/a+b.ts:3`',
      /^\[`lib\/a\+b\.ts:3`\]\(https:\/\/github\.com\/acme\/shop\/blob\/abc\/lib\/a%2Bb\.ts#L3\)$/,
    ],
    ['out of the repository', '`../a.ts:3` `/etc/a.ts:3`', /^`\.\.\/a\.ts:3` `\/etc\/a\.ts:3`$/],
    ['a host', '`127.0.0.1:5432` `shop.example:443`', /^`127\.0\.0\.1:5432` `shop\.example:443`$/],
    ['in a fence', '```\n`src/cart.ts:12`\n```', /^```\n`src\/cart\.ts:12`\n```$/],
    ['in a link', '[`src/cart.ts:12`](x)', /^\[`src\/cart\.ts:12`\]\(x\)$/],
  ])('%s', (_what, given, linked) => {
    expect(linkPlaces(given, places)).toMatch(linked);
  });
});

test.each([
  ['a runner', 'in /home/runner/work/shop/shop/src/a.ts', 'in src/a.ts'],
  ['a runner of their own', 'in /opt/actions-runner/_work/shop/shop/src/a.ts', 'in src/a.ts'],
  ['a container', 'file:///__w/shop/shop/src/a.ts', 'src/a.ts'],
  ['Windows', 'D:\\a\\shop\\shop\\src\\a.ts', 'src\\a.ts'],
  ['a trace', 'Error: no\n    at f (src/a.ts:1:2)\n    at g (b.js:1:2)\nend', 'Error: no\n    … 2 stack frames\nend'],
  ['words', '   at home, 10:30', '   at home, 10:30'],
])('text of tools is readable: of %s', (_what, given, read) => {
  expect(readable(given)).toBe(read);
});
