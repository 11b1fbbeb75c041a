import { expect, test } from '@jest/globals';
import { asSection, hasDownHalf, withDownHalf } from '../../src/index.ts';

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

const UP = 'create table t ();\n';

test.each([
  ['-- ==== UP ====\n', '-- ==== DOWN ====\n'],
  ['-- name: up\n', '-- name: down\n'],
  ['-- Migrate: Up\n', '-- Migrate: Down\n'],
  ['-- +goose Up\n', '-- +goose Down\n'],
  ['-- +mig UP\n', '-- +mig DOWN\n'],
  ['--migrate:up transaction:false\n', '--migrate:down\n'],
  ['-- Up Migration (makes it)\n', '-- Down Migration (makes it)\n'],
  ['-- !Ups\n', '-- !Downs\n'],
])('below %j the down half begins with %j', (up, down) => {
  expect(withDownHalf('1_a.sql', `${up}${UP}`, 'drop table t;\n')).toBe(`${up}${UP}\n${down}drop table t;\n`);
});

test('a half that is there is replaced where it is', () => {
  const [down, up] = ['-- migrate:down\n', `-- migrate:up\n${UP}`];
  expect(withDownHalf('1_a.sql', `${down}select 1;\n${up}`, 'drop table t;\n')).toBe(`${down}drop table t;\n\n${up}`);
  expect(withDownHalf('1_a.sql', `${up}-- migrate:down`, 'drop table t;\n')).toBe(`${up}${down}drop table t;\n`);
  const tern = '---- create above / drop below ----\n';
  expect(withDownHalf('1_a.sql', `${UP}${tern}`, 'drop table t;\n')).toBe(`${UP}${tern}drop table t;\n`);
  const parts = '-- +migrate Down\nselect 1;\n-- +migrate Up\n'.repeat(2);
  expect(() => withDownHalf('1_a.sql', parts, '')).toThrow('1_a.sql: has several down sections');
});

test('only a statement with a semicolon inside is marked as one, and only for tools that need it', () => {
  const [plain, body] = ['select 1;\n', "do $$ begin perform 'ü'; end $$"];
  const marked = (sign: string) => `${plain}${sign} StatementBegin\n${body};\n${sign} StatementEnd\n`;
  for (const end of [';\n', '\n'])
    expect(asSection(`${plain}${body}${end}`, '-- +goose Down').trim()).toBe(marked('-- +goose').trim());
  expect(asSection(`${plain}${body};\n`, '--+migrate Up')).toBe(marked('--+migrate'));
  expect(asSection(marked('-- +goose'), '-- +goose Up')).toBe(marked('-- +goose'));
  expect(asSection(`${plain}${body};\n`, '-- migrate:down')).toBe(`${plain}${body};\n`);
});
