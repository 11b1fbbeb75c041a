import { describe, expect, test } from '@jest/globals';
import { textSource } from '../../src/sql/source.ts';
import { walk } from '../../src/sql/walk.ts';

/** The statements, rows and commands of a script, each as text. */
function split(sql: string, window?: number): string[] {
  const bytes = Buffer.from(sql);
  return [...walk(textSource('t.sql', sql), undefined, window)].flatMap((item): string[] => {
    switch (item.kind) {
      case 'statement':
        return [bytes.toString('utf8', item.start, item.end)];
      case 'copy-data':
        return [`rows:${bytes.toString('utf8', item.from, item.to)}`];
      case 'meta':
        return [`meta:${item.text}`];
      case 'unterminated':
        return [`unterminated:${item.what}`];
      case 'copy-line':
        return ['copy-line'];
      default:
        return [];
    }
  });
}

const cases: readonly [string, string, string[]][] = [
  ['a semicolon ends a statement', 'select 1; select 2;', ['select 1', 'select 2']],
  ['the last one needs none', 'select 1', ['select 1']],
  ['an empty one is none', ';; select 1;;', ['select 1']],
  ['nothing is nothing', '  \n-- words\n/* more */', []],
  ['strings hide semicolons', "select ';', 'it''s;';x", ["select ';', 'it''s;'", 'x']],
  ['a backslash is plain in a plain string', "select '\\'; x", ["select '\\'", 'x']],
  ['a backslash escapes in an E string', "select E'\\'; x' ; y", ["select E'\\'; x'", 'y']],
  ['an E string keeps its escapes over lines', "select e'a'\n  '\\'; x'; y", ["select e'a'\n  '\\'; x'", 'y']],
  ['over a comment line too', "select E'a'\n-- c\n'\\'; x'; y", ["select E'a'\n-- c\n'\\'; x'", 'y']],
  ['but not on one line', "select E'a' '\\'; x", ["select E'a' '\\'", 'x']],
  ['a word that ends in e opens no E string', "select type'\\'; x", ["select type'\\'", 'x']],
  ['a unicode string is plain', "select U&'\\0041'; x", ["select U&'\\0041'", 'x']],
  ['quoted identifiers hide semicolons', 'select ";"";"; x', ['select ";"";"', 'x']],
  ['dollar quotes hide everything', "do $$ begin; ' end $$; x", ["do $$ begin; ' end $$", 'x']],
  ['a tag must match', 'select $a$ ; $b$ ; $a$; x', ['select $a$ ; $b$ ; $a$', 'x']],
  ['a tag may have letters of any language', 'select $é1$ ; $é1$; x', ['select $é1$ ; $é1$', 'x']],
  ['a dollar in a name opens nothing', 'create table t$a$(i int); x$a$', ['create table t$a$(i int)', 'x$a$']],
  ['a parameter opens nothing', 'prepare p as select $1; x $1$;', ['prepare p as select $1', 'x $1$']],
  ['line comments hide semicolons and quotes', "select 1 -- ; '\n; x", ['select 1', 'x']],
  ['a carriage return alone ends a comment', 'select 1 -- c\r; x', ['select 1', 'x']],
  ['block comments nest', 'select /* ; /* ; */ ; */ 1; x', ['select /* ; /* ; */ ; */ 1', 'x']],
  ['a slash and star that touch open once', 'select /*/ ; */ 1; x', ['select /*/ ; */ 1', 'x']],
  [
    'parentheses hold a rule together',
    'create rule r as on insert to t do also (a; b); x',
    ['create rule r as on insert to t do also (a; b)', 'x'],
  ],
  [
    'a routine body holds statements',
    'create function f() returns int begin atomic select 1; select 2; end; x',
    ['create function f() returns int begin atomic select 1; select 2; end', 'x'],
  ],
  [
    'also with a case in it',
    'create or replace procedure p() begin atomic select case when a then b end; end; x',
    ['create or replace procedure p() begin atomic select case when a then b end; end', 'x'],
  ],
  [
    'begin elsewhere is only a word',
    'begin; create view v as select 1; end; x',
    ['begin', 'create view v as select 1', 'end', 'x'],
  ],
  [
    'a view may have a column named begin',
    'create or replace view v as select begin from t; x',
    ['create or replace view v as select begin from t', 'x'],
  ],
  ['byte order does not matter: a semicolon in a letter is none', 'select \'é;ü\'; "ж;"', ["select 'é;ü'", '"ж;"']],
  [
    'standard strings off',
    "set standard_conforming_strings = off; select '\\';x'; y",
    ['set standard_conforming_strings = off', "select '\\';x'", 'y'],
  ],
  [
    'and on again',
    "set standard_conforming_strings to off; reset standard_conforming_strings; select '\\'; y",
    ['set standard_conforming_strings to off', 'reset standard_conforming_strings', "select '\\'", 'y'],
  ],
  [
    'rows follow a copy',
    "copy t from stdin;\n1\ta;b\n2\t'\n\\.\nselect 1;",
    ['copy t from stdin', "rows:1\ta;b\n2\t'\n", 'select 1'],
  ],
  ['rows with Windows line ends', 'copy t from stdin;\r\n1\r\n\\.\r\nx', ['copy t from stdin', 'rows:1\r\n', 'x']],
  [
    'no rows',
    'copy t (a, b) from stdin with (format csv);\n\\.\nx',
    ['copy t (a, b) from stdin with (format csv)', 'rows:', 'x'],
  ],
  ['the end of the file ends the rows', 'copy t from stdin;\n1\n2', ['copy t from stdin', 'rows:1\n2']],
  ['an escaped mark in a row is data', 'copy t from stdin;\na\\.\n\\.\n', ['copy t from stdin', 'rows:a\\.\n']],
  [
    'a copy from a query is none',
    'copy (select a from stdin) to stdout; x',
    ['copy (select a from stdin) to stdout', 'x'],
  ],
  ['SQL behind a copy on its line', 'copy t from stdin; select 1;\n1\n\\.', ['copy-line']],
  ['meta commands', '\\restrict abc\nselect 1;\n\\d t', ['meta:\\restrict abc', 'select 1', 'meta:\\d t']],
  ['an open string', "select 1; select 'a", ['select 1', 'unterminated:quoted string']],
  ['an open identifier', 'select "a', ['unterminated:quoted identifier']],
  ['an open dollar quote', 'select $x$ a', ['unterminated:dollar-quoted string']],
  ['an open comment', 'select 1 /* a /* */', ['unterminated:comment']],
];

describe('statements end where psql ends them', () => {
  test.each(cases)('%s', (_name, sql, expected) => {
    expect(split(sql)).toEqual(expected);
  });

  test('through a window of any size, the outcome is the same', () => {
    for (const [name, sql, expected] of cases) {
      for (const window of [1, 2, 3, 5, 7, 16, 64]) {
        const joined = joinRows(split(sql, window));
        expect([name, window, joined]).toEqual([name, window, joinRows(expected)]);
      }
    }
  });
});

/** Rows may come in several pieces. */
function joinRows(items: readonly string[]): string[] {
  const result: string[] = [];
  for (const item of items) {
    if (item.startsWith('rows:') && result.at(-1)?.startsWith('rows:')) result.push(`${result.pop()}${item.slice(5)}`);
    else result.push(item);
  }
  return result;
}
