import { expect, test } from '@jest/globals';
import { Fields, Secret } from '../src/index.ts';

const BLANKS = ['', ' ', '\n', '\t  ', '\u00a0', null, undefined];

test.each(BLANKS)('%j is no text where one is required, and none where it is not', (value) => {
  const fields = new Fields({ reason: value }, 'a.yml');
  expect(fields.text('reason')).toBe('');
  expect(fields.problems).toEqual([]);
  fields.text('reason', { required: true, expected: 'why' });
  expect(fields.problems).toEqual(['a.yml: "reason": required, expected why']);
});

test.each(BLANKS)('%j is no secret', (value) => {
  const fields = new Fields({ token: value }, 'a.yml');
  expect(fields.secret('token', new Secret('other')).reveal()).toBe('other');
  fields.secret('token');
  expect(fields.problems).toEqual([expect.stringContaining('the secret is empty')]);
});

test.each([[' '], ['a', ''], ['a', '\n']])('a list has no blanks among its texts (%j, %j)', (...items) => {
  const fields = new Fields({ ids: items }, 'a.yml');
  expect(fields.list('ids')).toEqual([]);
  expect(fields.problems).toEqual(['a.yml: "ids": expected a list of texts']);
});

test('a text keeps the blanks around it, and a number is written as it is', () => {
  const fields = new Fields({ a: ' b ', n: 0 }, 'a.yml');
  expect([fields.text('a', { required: true }), fields.text('n', { required: true })]).toEqual([' b ', '0']);
  expect(fields.problems).toEqual([]);
});
