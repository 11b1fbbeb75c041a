import { expect, test } from '@jest/globals';
import { compatibility } from '../src/compare/compatibility.ts';
import { readContract } from '../src/index.ts';
import { filesOf } from './check.ts';
import { CLINIC } from './clinic.ts';

const compare = async (before: string, after: string) => {
  const read = (text: string) => readContract('api.yaml', 'auto', filesOf({ 'api.yaml': text }));
  return compatibility(await read(before), await read(after)).map(
    ({ id, verdict, what }) => `${verdict} ${id} (${what})`,
  );
};
const changed = (from: string, to: string) => {
  const text = CLINIC.replace(from, to);
  expect(text).not.toBe(CLINIC);
  return text;
};
const LIST = 'GET /patients';
const ONE = 'GET /patients/{id}';

test('a scheme by another name, or one more way to say who one is, breaks no one; a scope that is needed too does', async () => {
  const renamed = CLINIC.replaceAll('bearer: []', 'token: []').replace('{ bearer: { type', '{ token: { type');
  const more = changed('security: [{ bearer: [] }]', 'security: [{ key: [] }, { bearer: [] }]');
  for (const text of [renamed, more])
    expect(await compare(CLINIC, text)).toEqual(['pass compatibility/kept (all operations of the live contract)']);
  const scope = changed('    delete:\n', '    delete:\n      security: [{ bearer: [admin] }]\n');
  expect(await compare(CLINIC, scope)).toEqual(['fail compatibility/stricter-auth (DELETE /patients/{id})']);
});

test('the same contract breaks no one', async () => {
  expect(await compare(CLINIC, CLINIC)).toEqual(['pass compatibility/kept (all operations of the live contract)']);
});

test.each([
  [
    'a renamed parameter of a path',
    changed('/patients/{id}:', '/patients/{patient}:').replace('name: id, in: path', 'name: patient, in: path'),
  ],
  ['a new field of an answer', changed('email: { type', 'phone: { type: string }\n        email: { type')],
  ['an optional parameter', changed('name: page, in: query', 'name: size, in: query')],
])('%s breaks no one', async (_, after) => {
  expect(await compare(CLINIC, after)).toEqual(['pass compatibility/kept (all operations of the live contract)']);
});

test.each([
  [
    'a removed operation',
    changed('/admin/users:', '/admin/people:'),
    ['fail compatibility/operation-removed (GET /admin/users)'],
  ],
  [
    'a removed status',
    changed("'204': { description: gone }", "'202': { description: later }"),
    ['fail compatibility/status-removed (DELETE /patients/{id} HTTP 204)'],
  ],
  ['stricter authentication', changed('      security: []\n', ''), ['fail compatibility/stricter-auth (GET /health)']],
  [
    'a parameter that is required now',
    changed('{ name: page, in: query, schema', '{ name: page, in: query, required: true, schema'),
    [`fail compatibility/parameter-required (${LIST} query page)`],
  ],
  [
    'a removed field',
    changed('        email: { type: string, format: email }\n', ''),
    [
      `fail compatibility/answer-field-removed (${LIST} /items/*/email)`,
      `fail compatibility/answer-field-removed (${ONE} /email)`,
    ],
  ],
  [
    'a field that may be missing now',
    changed('required: [id, name, born, status, secret]', 'required: [id, name, status, secret]'),
    [
      `fail compatibility/answer-field-optional (${LIST} /items/*/born)`,
      `fail compatibility/answer-field-optional (${ONE} /born)`,
    ],
  ],
  [
    'a changed type',
    changed('role: { type: string }', 'role: { type: integer }'),
    ['fail compatibility/answer-type-changed (GET /admin/users /*/role)'],
  ],
  [
    'a widened enumeration of an answer',
    changed('enum: [healthy, degraded]', 'enum: [healthy, degraded, unknown]'),
    ['fail compatibility/answer-enum-changed (GET /health /status)'],
  ],
  [
    'a narrowed enumeration of a request',
    changed('enum: [active, discharged]', 'enum: [active]'),
    ['fail compatibility/request-enum-changed (POST /patients /status)'],
  ],
  [
    'a field that a request needs now',
    changed('required: [id, name, born, status, secret]', 'required: [id, name, born, status, secret, email]'),
    ['fail compatibility/request-field-required (POST /patients /email)'],
  ],
])('%s breaks callers', async (_, after, expected) => {
  expect(await compare(CLINIC, after)).toEqual(expected);
});
