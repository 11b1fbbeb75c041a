import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { Secret, secretForms } from '../src/index.ts';

test('a secret prints as stars wherever it is printed', () => {
  const secret = new Secret('hunter22');
  expect(`${secret} ${JSON.stringify({ secret })} ${inspect({ secret })}`).not.toContain('hunter22');
  expect(secret.reveal()).toBe('hunter22');
});

test.each([
  ['as it is', 'p@ss/w"rd+1', 'p@ss/w"rd+1'],
  ['base64', 'p@ss/w"rd+1', Buffer.from('p@ss/w"rd+1').toString('base64')],
  ['base64 without padding', 'abcde', 'YWJjZGU'],
  ['URL-safe base64', 'a>>>?????', Buffer.from('a>>>?????').toString('base64url')],
  ['URL-encoded', 'p@ss/w"rd+1', 'p%40ss%2Fw%22rd%2B1'],
  ['JSON-escaped', 'p@ss/w"rd+1', 'p@ss/w\\"rd+1'],
  ['the password of a URL', 'postgres://app:s3cr%40t!!@db:5432/app', 's3cr%40t!!'],
  ['the decoded password of a URL', 'postgres://app:s3cr%40t!!@db:5432/app', 's3cr@t!!'],
  ['the base64 of that password', 'postgres://app:s3cr%40t!!@db:5432/app', Buffer.from('s3cr@t!!').toString('base64')],
  ['a password with an unescaped @', 'postgres://app:s3cr@t!!@db/app?x=a@b', 's3cr@t!!'],
  ['a password among the parameters of a URL', 'postgres://db/app?user=a&password=s3cr%40t!!', 's3cr@t!!'],
  ['basic credentials', 'postgres://app:s3cr%40t!!@db/app', Buffer.from('app:s3cr@t!!').toString('base64')],
  ['each line of many', '-----BEGIN KEY-----\nMIIEabc\n-----END KEY-----', 'MIIEabc'],
])('%s is among the forms', (_what, value, form) => {
  expect(secretForms(value)).toContain(form);
});

test('longer forms come first, and nothing so short that it would blank out the log', () => {
  const forms = secretForms('postgres://a:b@host/db');
  expect(forms).not.toContain('b');
  expect(forms.map((form) => form.length)).toEqual([...forms.map((form) => form.length)].sort((a, b) => b - a));
  expect(secretForms('abc')).toEqual([]);
});
