import { expect } from '@jest/globals';
import { isItsTurn } from '../faults/matrix.ts';
import { overgrowth } from './growth.ts';

/** What patterns and loops stumble over: runs of one thing, and beginnings that never end. */
export const PIECES = [
  ' ',
  '\n',
  '\r',
  '\t',
  '\r\n',
  'a',
  'A',
  '1',
  '=',
  '-',
  '/',
  '\\',
  '"',
  "'",
  '`',
  '~',
  '<',
  '>',
  '&',
  '#',
  '@',
  '|',
  '(',
  '[',
  '{',
  '* ',
  ' \n',
  '\n ',
  'a ',
  '\u001b[',
  '\u200b',
  'é',
  '😀',
  '<b>',
  '</b>',
  '<details>',
  '<!--',
  '<!-- lockstep:section a 1.1 -->\n',
  '![',
  '&a',
  '```\n',
  '| a ',
  '|---|\n',
  'https://github.com/a',
  'a.ts:',
  'a.ts:1:1 ',
  '`a.ts:1',
  '\n   at a:1',
  '/_work/a/a/',
  '<!-- lockstep:section a 1.1 {',
  '/a',
  '::',
  '\n::',
  '##[',
  'eyJaaaaaaaaaa-',
  'column ',
  '<input ',
  '<title>',
  '--',
  '-- migrate:up\n',
  '-- Down\n',
  '-- lockstep: ',
  '/*',
  '*/',
  '$a$',
  ';',
  "E'",
  "''",
  'begin atomic ',
  'COPY a from stdin;\n',
  'Co-authored-by: ',
  'Co-authored-by: a <',
  'BREAKING CHANGE: ',
  '@@ -1 +1 @@\n',
  '+++ b/',
  'a: ',
  'on ',
] as const;
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['x', 'x'],
  ['<', ''],
  ['Co-authored-by:', ''],
  ['-- lockstep:', '\n'],
  ['{"status":"', '"}'],
];

/** In CI each piece alone; with LOCKSTEP_FAULTS=deep also after each beginning. A person's run takes a sample of them. */
export const ALL = process.env['LOCKSTEP_FAULTS'] === 'deep';
const EVERYWHERE = ALL ? AROUND : AROUND.slice(0, 1);

/** Another sample of the pieces for each text. */
let turns = 0;

export async function expectLinear(
  run: (text: string) => unknown,
  around = EVERYWHERE,
  pieces: readonly string[] = PIECES,
): Promise<void> {
  const found: string[] = [];
  turns++;
  for (const [index, piece] of pieces.entries()) {
    if (!isItsTurn(index + turns, 1)) continue;
    for (const [before, after] of around) {
      const make = (length: number) => before + piece.repeat(Math.ceil(length / piece.length)) + after;
      const growth = await overgrowth(make, run);
      if (growth !== undefined)
        found.push(
          `${JSON.stringify(before)} + ${JSON.stringify(piece)} × n: ${growth.map(({ ms }) => ms.toFixed(1)).join(', ')} ms`,
        );
    }
  }
  expect(found).toEqual([]);
}
