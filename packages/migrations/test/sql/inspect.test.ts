import { describe, expect, test } from '@jest/globals';
import { inspect } from '../../src/sql/inspect.ts';
import type { Problem } from '../../src/sql/problem.ts';
import { cutSegments, isAtomic } from '../../src/sql/segments.ts';
import { textSource } from '../../src/sql/source.ts';

function look(sql: string | Buffer) {
  const problems: Problem[] = [];
  const script = inspect(textSource('f.sql', sql), problems);
  return { script, problems: problems.map((problem) => `${problem.line}: ${problem.message}`) };
}

/** `T2` a transaction of two statements, `A` one alone, `+copy` with rows, `(rollback)` its own end. */
function shape(sql: string): string {
  return cutSegments(look(sql).script.pieces)
    .map((segment) => {
      if (segment.kind === 'alone') return 'A';
      const parts = segment.pieces.map((piece) => (piece.kind === 'copy' ? '+copy' : String(piece.statements)));
      const own = segment.begin === undefined ? '' : '!';
      return `T${own}${parts.join(',')}${segment.end === undefined ? '' : `(${segment.end.kind})`}`;
    })
    .join(' ');
}

describe('segments', () => {
  test.each([
    ['select 1; select 2;', 'T2'],
    ['-- nothing', 'T'],
    ['begin; select 1; select 2; commit;', 'T!2'],
    ['begin; select 1; commit; begin; select 2; end;', 'T!1 T!1'],
    ['begin read only; select 1; commit; select 2;', 'T!1(commit) T1'],
    ['select 1; begin; select 2; commit; select 3;', 'T1 T!1 T1'],
    ['begin; select 1; rollback; select 2;', 'T!1(rollback) T1'],
    ['begin; select 1; commit and chain; select 2; commit;', 'T!1 T!1'],
    ["begin; select 1; prepare transaction 'x'; commit prepared 'x';", 'T!1(prepare) A'],
    ['select 1; create index concurrently i on t (a); select 2; select 3;', 'T1 A T2'],
    ['vacuum; vacuum;', 'A A'],
    ['-- lockstep: no-transaction\nselect 1; select 2;', 'T1 T1'],
    ['-- lockstep: no-transaction\ncall p(); vacuum; select 1; do $$ $$;', 'A A T1 A'],
    ['-- lockstep: no-transaction\nselect 1; begin; select 2; select 3; commit;', 'T1 T!2'],
    ['-- lockstep: no-transaction\nselect 1; copy t from stdin;\n1\n\\.\nselect 2;', 'T1 T+copy T1'],
    ["alter type e add value 'x'; select 1;", 'T2'],
    ["alter type e add value 'x'; select 1; insert into t values ('x');", 'T2 T1'],
    ['copy t from stdin;\n1\n\\.\nselect 1;', 'T+copy,1'],
    ['set standard_conforming_strings = off; select 1;', 'T1,1'],
    ['\\restrict x\nselect 1;\nselect 2;\n\\unrestrict x\n', 'T2'],
  ])('%s', (sql, expected) => {
    expect(look(sql).problems).toEqual([]);
    expect(shape(sql)).toBe(expected);
  });

  test('one transaction of the author is as good as one of ours, unless it rolls back', () => {
    expect(isAtomic(cutSegments(look('begin; select 1; commit;').script.pieces))).toBe(true);
    expect(isAtomic(cutSegments(look('begin; select 1; rollback;').script.pieces))).toBe(false);
  });

  test('statements are gathered to messages of a megabyte', () => {
    const insert = `insert into t values ('${'x'.repeat(400_000)}');\n`;
    expect(shape(insert.repeat(5))).toBe('T2,2,1');
    expect(shape(`insert into t values ('${'x'.repeat(3_000_000)}'); select 1;`)).toBe('T1,1');
  });
});

describe('what cannot be run is refused with its line', () => {
  test.each<[string, string | Buffer, string]>([
    ['BEGIN without COMMIT', 'select 1;\nbegin;\nselect 2;', '2: BEGIN without COMMIT'],
    ['COMMIT AND CHAIN without BEGIN', 'select 1;\ncommit and chain;\ncommit;', '2: COMMIT AND CHAIN without BEGIN'],
    ['ROLLBACK without BEGIN', 'rollback;', '1: ROLLBACK without BEGIN'],
    ['BEGIN in BEGIN', 'begin;\nbegin;\ncommit;', '2: BEGIN inside of BEGIN'],
    ['a chain that is left open', 'begin;\nselect 1;\ncommit and chain;', '3: BEGIN without COMMIT'],
    ['VACUUM in a block', 'begin;\nvacuum;\ncommit;', '2: cannot run in a transaction block'],
    ['psql commands', 'select 1;\n\\i other.sql\n', '2: \\i is a command of psql'],
    ['\\copy', "\\copy t from 'x'", '1: \\copy is a command of psql, not SQL; write COPY'],
    ['a command in a statement', 'select 1 \\gexec\n', '1: \\gexec is a command of psql'],
    ['restrict in a statement', 'select\n\\restrict x\n1;', '2: \\restrict is a command of psql'],
    ['an open string', "select 1;\n\nselect 'abc", '3: a quoted string begins here and never ends'],
    ['Latin-1', Buffer.from("select 1;\nselect 'caf\xe9';\n", 'latin1'), '2: not valid UTF-8'],
    ['a NUL byte', "select 1;\nselect '\0';", '2: a NUL byte'],
    [
      'UTF-16',
      Buffer.from('\ufeffselect 1;', 'utf16le'),
      '1: a NUL byte, which PostgreSQL text cannot hold; this is UTF-16',
    ],
    ['another encoding', "select 1;\nset client_encoding = 'LATIN1';", '2: client_encoding latin1: files are UTF-8'],
    ['SQL behind a COPY', 'copy t from stdin; select 1;\n\\.', '1: more SQL on the line of a COPY'],
    ['a directive nobody knows', '-- lockstep: contrct\nselect 1;', '1: "lockstep: contrct": no such directive'],
    ['expand without a reason', '-- a\n-- lockstep: expand\nselect 1;', '2: "lockstep: expand": a reason is required'],
    ['a late directive', 'select 1;\n\n-- lockstep: contract\nselect 2;', '3: this directive is about the whole file'],
    ['two phases', '-- lockstep: contract\n-- lockstep: expand because x\nselect 1;', '2: a second phase'],
  ])('%s', (_name, sql, expected) => {
    expect(look(sql).problems).toEqual([expect.stringContaining(expected)]);
  });

  test('every problem of a file is found', () => {
    expect(look('\\d t\nrollback;\nbegin;').problems).toHaveLength(3);
  });
});

describe('what is the same text has the same checksum', () => {
  const { checksum } = look('select 1;\nselect 2;\n').script;
  test.each([
    ['Windows line ends', 'select 1;\r\nselect 2;\r\n'],
    ['a byte-order mark', '\ufeffselect 1;\nselect 2;\n'],
  ])('%s', (_name, sql) => expect(look(sql).script.checksum).toBe(checksum));

  test('another word has another', () => expect(look('select 1;\nselect 3;\n').script.checksum).not.toBe(checksum));
});

test('directives are read from the comments before the first statement, not from strings or block comments', () => {
  const { directives } = look(
    "/* -- lockstep: contract */\n-- lockstep: expand because views hide it\nselect '\n-- lockstep: contract\n';",
  ).script;
  expect(directives).toEqual({ phase: 'expand', phaseReason: 'views hide it', noTransaction: false });
});

test('a word to the linter belongs to the statement behind it', () => {
  const sql = 'select 1;\n-- lockstep: allow drop-table because it is empty\ndrop table t;';
  expect(look(sql).script.allowances).toEqual([
    { rule: 'drop-table', reason: 'it is empty', at: sql.indexOf('drop table t') },
  ]);
});

test('statements are kept with their comments, as the Supabase CLI keeps them', () => {
  expect(look('-- a\nselect 1;\n\n/* b */ select 2 ;\n-- the end\n').script.texts).toEqual([
    '-- a\nselect 1',
    '/* b */ select 2',
    '-- the end',
  ]);
  expect(look('copy t from stdin;\n1\n\\.\n').script.texts).toEqual(['copy t from stdin;\n1\n\\.']);
});
