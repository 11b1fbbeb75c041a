import { expect, test } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { factTable, markdownTable } from '../src/index.ts';

const html = (markdown: string) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const cells = (markdown: string) => [...html(markdown).matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(([, text]) => text);

test('a table is one for who reads Markdown', () => {
  const table = markdownTable(['job', 'result'], [['build', '**blocks**']]);
  expect(table).toBe('| job | result |\n|---|---|\n| build | **blocks** |');
  expect(cells(table)).toEqual(['job', 'result', 'build', '<strong>blocks</strong>']);
});

test('facts have no head, and their values are code', () => {
  expect(cells(factTable([['Commit', 'c0ffee0']]))).toEqual(['', '', 'Commit', '<code>c0ffee0</code>']);
});
