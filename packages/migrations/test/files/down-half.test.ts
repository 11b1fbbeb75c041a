import { expect, test } from '@jest/globals';
import { hasDownHalf } from '../../src/index.ts';

test.each([
  ['-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;', true],
  ['-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;', true],
  ['-- migrate:up\nselect 1;', false],
  ['select 1; -- migrate:down', false],
  ['-- migrate:up\nselect 1;\n-- migrate:downwards', false],
  ["-- migrate:up\nselect '\n-- migrate:down\n';", false],
  ['-- migrate:up\ncreate function f() returns text language sql as $$\n-- migrate:down\nselect 1 $$;', false],
  ['-- Up\nselect 1;\n-- Down\n', false],
  ['create table down();', false],
])('%j: %s', (sql, expected) => {
  expect(hasDownHalf('1_a.sql', sql)).toBe(expected);
});
