import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { InputError } from '@lockstep/base';
import { directHostHint, isLocal, readDatabaseUrl } from '../../src/connection/database-url.ts';
import { supabaseRoots } from '../../src/connection/supabase-ca.ts';

function problems(url: string): string[] {
  try {
    readDatabaseUrl(url);
    return [];
  } catch (error) {
    return [...(error as InputError).problems];
  }
}

const pooler = 'aws-0-eu-central-1.pooler.supabase.com';

test('a URL is read with its parts decoded', () => {
  expect(readDatabaseUrl('postgresql://us%40er:p%23w%2F@db.example.com:5433/my%20db?options=-c%20a%3Db')).toMatchObject(
    {
      host: 'db.example.com',
      port: 5433,
      database: 'my db',
      user: 'us@er',
      password: 'p#w/',
      options: '-c a=b',
      tls: { mode: 'full' },
    },
  );
});

test.each([
  ['no sslmode on a local host', 'postgres://u@localhost/d', { mode: 'off' }],
  ['none on a service container', 'postgres://u@postgres/d', { mode: 'off' }],
  ['none elsewhere', 'postgres://u@db.example.com/d', { mode: 'full', supabase: false }],
  ['none on Supabase', `postgres://u@${pooler}/d`, { mode: 'full', supabase: true }],
  ['require', 'postgres://u@db.example.com/d?sslmode=require', { mode: 'none' }],
  [
    'require on Supabase, whose roots are known',
    `postgres://u@${pooler}/d?sslmode=require`,
    { mode: 'ca', supabase: true },
  ],
  [
    'require with a root',
    'postgres://u@db.example.com/d?sslmode=require&sslrootcert=/r.pem',
    { mode: 'ca', roots: '/r.pem' },
  ],
  ['verify-ca', 'postgres://u@db.example.com/d?sslmode=verify-ca', { mode: 'ca' }],
  [
    'verify-full on a local host',
    'postgres://u@127.0.0.1/d?sslmode=verify-full&sslrootcert=system',
    { mode: 'full', roots: undefined },
  ],
])('TLS: %s', (_name, url, tls) => {
  expect(readDatabaseUrl(url).tls).toMatchObject(tls);
});

test('a look-alike of Supabase is not trusted with its roots', () => {
  expect(readDatabaseUrl('postgres://u@pooler.supabase.com.evil.example/d').tls).toMatchObject({ supabase: false });
  expect(readDatabaseUrl('postgres://u@notsupabase.com/d').tls).toMatchObject({ supabase: false });
});

describe('refused, with what to use instead', () => {
  test.each([
    [
      'the transaction pooler',
      `postgres://postgres.abc:pw@${pooler}:6543/postgres`,
      `use postgresql://postgres.abc:[YOUR-PASSWORD]@${pooler}:5432/postgres`,
    ],
    [
      'pgbouncer=true',
      'postgres://u:pw@db.example.com/d?pgbouncer=true',
      'pgbouncer=true is a pooler in transaction mode',
    ],
    ['TLS switched off', 'postgres://u:pw@db.example.com/d?sslmode=disable', 'use verify-full'],
    ['TLS as it comes', 'postgres://u:pw@db.example.com/d?sslmode=prefer', 'in the clear'],
    ['an sslmode nobody knows', 'postgres://u:pw@db.example.com/d?sslmode=on', 'sslmode=on: expected disable'],
    ['several hosts', 'postgres:///d?host=a.example,b.example', 'several hosts'],
    ['no host', 'postgres:///d', 'no host'],
    ['another protocol', 'mysql://u:pw@h/d', 'not a PostgreSQL URL'],
    ['a password that is not encoded', 'postgres://u:p#w@db.example.com/d', 'percent-encoded'],
    ['a broken escape', 'postgres://u:p%zz@db.example.com/d', 'percent-encoded'],
    ['a port that is none', 'postgres://u:pw@db.example.com:port/d', 'cannot be read'],
  ])('%s', (_name, url, expected) => {
    const found = problems(url);
    expect(found).toContainEqual(expect.stringContaining(expected));
    expect(found.join()).not.toMatch(/pw|p#w/);
  });
});

describe('a password that is not encoded is no part of what is said', () => {
  const [start, end] = ['postgresql://postgres', 'db.example.com:5432/postgres'];
  test.each([
    `${start}:7?Tr0ub4dor-Horse@${end}`,
    `${start}:7?Tr0ub4dor=Horse@${end}?sslmode=verify-full`,
    `${start}:7/Tr0ub4dor-Horse@${end}`,
    `${start}:7#Tr0ub4dor-Horse@${end}`,
    `${start}:?Tr0ub4dor-Horse@${end}`,
    `${start}:abc@Tr0ub4dor?Horse@${end}`,
    `${start}:abc@Tr0ub4dor/Horse@${end}`,
    `${start}:123456?Tr0ub4dor-Horse@${end}`,
  ])('%s', (url) => {
    const found = problems(url);
    expect(found).toEqual([expect.stringContaining('with special characters percent-encoded')]);
    expect(found.join()).not.toMatch(/Tr0ub|Horse|abc/);
  });

  test('an @ in a value of a parameter is its own', () => {
    expect(readDatabaseUrl('postgres://localhost/d?user=ada&password=p@w&application_name=a@b')).toMatchObject({
      host: 'localhost',
      database: 'd',
      password: 'p@w',
    });
    expect(problems('postgres://u:p%40w@localhost/d%40e?nope=1')).toEqual([
      expect.stringContaining('the parameter nope is not supported'),
    ]);
  });
});

describe('parameters', () => {
  const at = (query: string) => `postgres://u:pw@localhost/d?${query}`;

  test.each([
    ['search_path=app', '-c search_path=app'],
    ['search_path=app,%20extensions', '-c search_path=app,\\ extensions'],
    ['search_path=%22My%20App%22', '-c search_path="My\\ App"'],
    ['schema=App', '-c search_path="App"'],
    ['currentSchema=app,public', '-c search_path=app,public'],
    ['options=-c%20lock_timeout%3D1s&schema=app', '-c lock_timeout=1s -c search_path="app"'],
    ['options=-csearch_path%3Dapp', '-csearch_path=app'],
    ['options=reference%3Dabc', 'reference=abc'],
    ['sslmode=disable&connect_timeout=5&supa=base-pooler.x&channel_binding=require&connection_limit=1', ''],
    ['client_encoding=UTF8&target_session_attrs=read-write', ''],
  ])('followed: %s', (query, options) => {
    expect(readDatabaseUrl(at(query)).options).toBe(options);
  });

  test('those of the connection itself', () => {
    expect(readDatabaseUrl('postgres://localhost/?user=ada&password=p%26w&dbname=shop&port=5433')).toMatchObject({
      user: 'ada',
      password: 'p&w',
      database: 'shop',
      port: 5433,
    });
  });

  test.each([
    ['x-migrations-table=pw', 'x-migrations-table is a setting of golang-migrate'],
    [
      'statement_timeout=pw',
      'the parameter statement_timeout is not supported: remove it, or, for a setting of the server, write options=-c%20statement_timeout%3DVALUE',
    ],
    ['sslcert=pw', 'client certificates are not supported'],
    ['ssl=true', 'write sslmode=verify-full'],
    ['Search_Path=app', 'the parameter Search_Path is not supported'],
    ['role=pw', 'the parameter role is not supported'],
    ['target_session_attrs=standby', 'target_session_attrs: expected any, read-write, primary'],
    ['client_encoding=latin1', 'client_encoding: expected utf8'],
    ['schema=a&search_path=a', 'search_path and schema mean the same'],
    ['schema=', 'schema is empty'],
    ['sslmode=disable&sslmode=require', 'sslmode is given twice'],
    ['hostaddr=10.0.0.1', 'the parameter hostaddr is not supported'],
  ])('refused: %s', (query, expected) => {
    const found = problems(at(query));
    expect(found).toEqual([expect.stringContaining(expected)]);
    expect(found.join()).not.toContain('pw');
  });
});

test.each([
  ['localhost', true],
  ['127.0.0.5', true],
  ['::1', true],
  ['/var/run/postgresql', true],
  ['db', true],
  ['a.localhost', true],
  ['10.0.0.1', false],
  ['2001:db8::1', false],
  ['db.example.com', false],
])('%s is local: %s', (host, expected) => expect(isLocal(host)).toBe(expected));

test('the direct host of a Supabase project leads to its session pooler', () => {
  const hint = directHostHint('db.abcdefghijklmnopqrst.supabase.co');
  expect(hint).toContain(
    'postgresql://postgres.abcdefghijklmnopqrst:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres',
  );
  expect(directHostHint('db.example.com')).toBeUndefined();
});

test("Supabase's roots are the ones it publishes, and not about to end", () => {
  const roots = supabaseRoots.map((pem) => new X509Certificate(pem));
  expect(roots.map((root) => root.fingerprint256)).toEqual([
    '80:70:25:AD:50:D4:ED:21:9D:2C:9C:7D:29:9C:00:4F:82:4E:B0:0C:F7:F6:5A:FE:F6:07:D0:7B:72:E6:CA:FA',
    '5F:9B:77:95:1A:7A:A1:30:3F:9B:58:EE:A9:BF:A8:9E:35:8C:FD:C1:5F:97:86:FF:10:D4:93:0A:72:2C:9A:E2',
  ]);
  for (const root of roots) {
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.subject).toContain('Supabase');
  }
});
