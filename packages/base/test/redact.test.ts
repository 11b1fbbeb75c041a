import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  describe as describeError,
  RemoteError,
  redactData,
  redactText,
  rememberPublic,
  Secret,
} from '../src/index.ts';

const password = 's3cr@t!!9';
new Secret(`postgres://app:${encodeURIComponent(password)}@db.example:5432/app`);
new Secret('tok_live_4fJ29sLq0Z');
new Secret('-----BEGIN KEY-----\nMIIEabcDEF123\n-----END KEY-----');
new Secret('production');
new Secret('shop-2026-app');
new Secret('pass');
rememberPublic('shop-2026-app');

test.each([
  ['as it is', `FATAL: password "${password}" is wrong`],
  ['URL-encoded', `at postgres://app:${encodeURIComponent(password)}@db.example`],
  ['in a URL of another host', `proxy to ${encodeURIComponent(password)} refused`],
  ['as basic credentials', `Authorization: Basic ${Buffer.from(`app:${password}`).toString('base64')}`],
  ['as basic credentials of another user', `Basic ${Buffer.from(`root:${password}`).toString('base64')}`],
  ['as basic credentials of a longer user', `Basic ${Buffer.from(`admin:${password}@x`).toString('base64')}`],
  ['JSON-escaped', JSON.stringify({ error: { message: `refused Bearer tok_live_4fJ29sLq0Z` } })],
  ['a line of a key', 'the key MIIEabcDEF123 is too short'],
  ['with a control character inside', `s3cr@t\u001b!!\u202e9`],
  ['with a colour inside', `s3cr\u001b[31m@t!!9`],
])('%s it leaves no text', (_what, text) => {
  for (const left of [redactText(text), redactText(redactText(text)), describeError(new Error(text))]) {
    expect(left).toContain('***');
    expect(left).not.toMatch(/s3cr|cr@t|czNj|4fJ29|MIIE/);
  }
});

test('what a service answered is without it as soon as it is an error', () => {
  const error = new RemoteError('upstream refused Bearer tok_live_4fJ29sLq0Z', {
    service: 'Vercel',
    status: 502,
    retryable: true,
    cause: new Error(`password ${password}`),
  });
  expect(describeError(error)).toBe('upstream refused Bearer *** (HTTP 502): password ***');
});

test('two secrets in a row, and one in another, leave no end', () => {
  new Secret('abcdef-123456');
  new Secret('123456-ghijkl');
  expect(redactText('x abcdef-123456-ghijkl y')).toBe('x *** y');
  expect(redactText('abcdef-123456abcdef-123456')).toBe('***');
});

test('data arrives as it is, whatever word is a password; texts for people in it do not', () => {
  const record = {
    verdict: 'pass',
    environment: 'production',
    url: 'https://shop-2026-app.vercel.app',
    reason: 'passed',
    message: 'pass: production of tok_live_4fJ29sLq0Z',
    undone: [{ action: 'migrate', verdict: 'pass', message: `password ${password}` }],
    foreign: 'Bearer tok_live_4fJ29sLq0Z',
    n: 1,
    none: null,
    secret: new Secret('x-y-z-1-2-3'),
  };
  expect(redactData(record)).toMatchObject({
    verdict: 'pass',
    environment: 'production',
    url: 'https://shop-2026-app.vercel.app',
    reason: 'passed',
    message: '***: *** of ***',
    undone: [{ action: 'migrate', verdict: 'pass', message: 'password ***' }],
    foreign: 'Bearer ***',
    n: 1,
    none: null,
  });
  expect(JSON.stringify(redactData(record))).toContain('"secret":"***"');
});

test('the marks of our own comments are data, what stands between them is not', () => {
  new Secret('lockstep');
  new Secret('quality');
  const body = '<!-- lockstep:section quality 1.1 -->\nquality of lockstep\n<!-- /lockstep:section -->';
  expect(redactText(body)).toBe('<!-- lockstep:section quality 1.1 -->\n*** of ***\n<!-- /lockstep:section -->');
});

test('a setting that is an ordinary word is left alone, any other is not', () => {
  for (const value of ['true', '3000', 'development', 'text/html']) new Secret(value, 'part');
  new Secret('key-of-1-partner', 'part');
  expect(redactText('true 3000 development text/html key-of-1-partner')).toBe('true 3000 development text/html ***');
});

test('control characters go, lines and tabs and emoji stay', () => {
  const text = 'a\u001b[31mred\u001b[0m\u0007 \u202eevil\u2066 b\tc\r\nd 👩‍👩‍👧 \u0000';
  expect(redactText(text)).toBe('ared evil b\tc\r\nd 👩‍👩‍👧 ');
});

test('whatever stands around it, and twice as much in about twice the time', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(redactText(`${before}tok_live_4fJ29sLq0Z${after}`)).not.toContain('tok_live_4fJ29sLq0Z');
    }),
    { numRuns: 200 },
  );
  const long = 'tok_live_4fJ29sLq0 \u001b['.repeat(50_000);
  expect(redactText(long).length).toBeLessThan(long.length);
});
