import { expect, test } from '@jest/globals';
import { describe, InputError, RemoteError } from '@lockstep/base';
import { explainFailedLogin } from '../../src/connection/explain.ts';

const direct = { host: 'db.abcdefghijklmnopqrst.supabase.co', port: 5432 };
const other = { host: 'db.example.com', port: 5432 };

function failed(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

test.each(['ENETUNREACH', 'EHOSTUNREACH', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'])(
  'a direct Supabase host that cannot be reached (%s) leads to the session pooler',
  (code) => {
    const error = explainFailedLogin(direct, failed(code));
    expect(error).toBeInstanceOf(InputError);
    expect(describe(error)).toContain('has only an IPv6 address');
  },
);

test('also where node gathered one error for each address, or pg gave up waiting', () => {
  const gathered = new AggregateError([failed('ENETUNREACH')], '');
  expect(describe(explainFailedLogin(direct, gathered))).toContain('has only an IPv6 address');
  expect(describe(explainFailedLogin(direct, new Error('timeout expired')))).toContain('has only an IPv6 address');
});

test.each([
  ['ECONNREFUSED', 'cannot be reached (ECONNREFUSED)', true],
  ['ENETUNREACH', 'cannot be reached (ENETUNREACH)', true],
  ['28P01', 'the login was refused (28P01); check user and password', false],
  ['3D000', 'no such database (3D000)', false],
  ['53300', 'no connection is free (53300)', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate was not accepted', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate was not accepted', false],
])('another host, %s', (code, words, retryable) => {
  const error = explainFailedLogin(other, failed(code));
  expect(describe(error)).toContain(`database db.example.com:5432: ${words}`);
  expect(error).toBeInstanceOf(RemoteError);
  expect((error as RemoteError).retryable).toBe(retryable);
});

test('a server without TLS', () => {
  expect(describe(explainFailedLogin(other, new Error('The server does not support SSL connections')))).toContain(
    'no TLS',
  );
});
