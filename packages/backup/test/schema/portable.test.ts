import { expect, test } from '@jest/globals';
import { portable } from '../../src/schema/dump-schema.ts';

const head = (restrict: string, timeout: string) => `--
-- PostgreSQL database dump
--

${restrict}-- Dumped from database version 17.10
-- Dumped by pg_dump version 18.3

SET statement_timeout = 0;
${timeout}SET client_encoding = 'UTF8';
`;
const body = `create function f() returns text language sql as 'select ''
\\restrict KEY
\\restrict other
SET transaction_timeout = 0;
SET client_encoding = x;
\\unrestrict KEY
''';
`;
const foot = '--\n-- PostgreSQL database dump complete\n--\n\n';

test.each([
  ['of ours', '\\restrict KEY\n\n', 'SET transaction_timeout = 0;\n', '\\unrestrict KEY\n\n'],
  ['of an older pg_dump', '', '', ''],
])('what only psql or a newer server understands goes from the script %s, and nothing of a function', (...script) => {
  const [, restrict, timeout, unrestrict] = script;
  const sql = head(restrict, timeout) + body + foot + unrestrict;
  const extra = restrict === '' ? '' : '\n';
  expect(portable(sql)).toBe(head(extra, '') + body + foot + extra);
});
