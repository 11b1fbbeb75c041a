import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { silent, describe as words } from '@lockstep/base';
import { openSession, readDatabaseUrl } from '@lockstep/postgres';
import { type Postgres, startPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { Database, engineOn, folderOf, Ground } from '../ground.ts';
import { startPooler } from './pooler.ts';

const scope = new Scope();
let postgres: Postgres;
let ground: Ground;
beforeAll(async () => {
  postgres = await startPostgres(scope, { seed: supabaseRoles, tls: { hosts: ['localhost'] } });
  ground = new Ground(scope, postgres);
});
afterAll(() => scope[Symbol.asyncDispose]());

const files = { 'migrations/1_a.sql': 'create table a (id int);' };

async function failureOf(url: string): Promise<string> {
  const database = new Database(ground, '', url);
  const limits = { reconnectForMs: 0, migrationLockTimeoutMs: 0 };
  try {
    await up(engineOn(database, { limits }), { folder: folderOf(scope, files), phase: 'all', allowOutOfOrder: false });
    return '';
  } catch (error) {
    return words(error);
  }
}

describe('TLS', () => {
  const roots = () => {
    const file = path.join(scope.folder('lockstep-ca-'), 'root.pem');
    writeFileSync(file, postgres.certificate ?? '');
    return file;
  };
  const url = (query: string, host = 'localhost') => `postgresql://postgres@${host}:${postgres.port}/postgres?${query}`;

  test.each([
    [
      'a certificate of an authority that is named, for this host',
      () => url(`sslmode=verify-full&sslrootcert=${roots()}`),
    ],
    [
      'of another host, where only the authority counts',
      () => url(`sslmode=verify-ca&sslrootcert=${roots()}`, '127.0.0.1'),
    ],
    ['any certificate, where none is asked for', () => url('sslmode=require')],
  ])('accepts %s', async (_name, of) => {
    const database = await ground.database();
    const target = of().replace('/postgres?', `/${database.name}?`);
    await up(engineOn(database, { url: target }), {
      folder: folderOf(scope, files),
      phase: 'all',
      allowOutOfOrder: false,
    });
    expect(await database.versions()).toEqual(['1']);
  });

  test.each([
    ['an authority that nobody named', () => url('sslmode=verify-full'), 'name its authority with ?sslrootcert=FILE'],
    [
      'another host than the certificate says',
      () => url(`sslmode=verify-full&sslrootcert=${roots()}`, '127.0.0.1'),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'a root file that is not there',
      () => url('sslmode=verify-full&sslrootcert=/nowhere.pem'),
      'sslrootcert /nowhere.pem cannot be read',
    ],
  ])('refuses %s', async (_name, of, expected) => {
    expect(await failureOf(of())).toContain(expected);
  });
});

describe('what cannot be reached says why', () => {
  test.each([
    ['no such database', () => postgres.url('nowhere'), 'no such database (3D000)'],
    ['no such role', () => postgres.url('postgres', 'nobody_here'), 'the login was refused (28000)'],
    ['nobody listens', () => 'postgresql://postgres@127.0.0.1:1/postgres', 'cannot be reached (ECONNREFUSED)'],
  ])('%s', async (_name, url, expected) => {
    expect(await failureOf(url())).toContain(expected);
  });

  test('a server that is read-only', async () => {
    await postgres.query('create role reader login; alter role reader set default_transaction_read_only = on');
    expect(await failureOf(postgres.url('postgres', 'reader'))).toContain('its disk may be full');
  });
});

test('a role whose strings are read in another way is refused: files would mean something else', async () => {
  await postgres.query('create role old_strings login; alter role old_strings set standard_conforming_strings = off');
  const failure = await failureOf(postgres.url('postgres', 'old_strings'));
  expect(failure).toContain('alter role "old_strings" set standard_conforming_strings = on');
});

describe('a server that falls silent', () => {
  const silence = { delayMs: 3_600_000 };

  test('before it says who it is, is given up in time', async () => {
    const proxy = await startProxy(scope, postgres.port);
    const target = readDatabaseUrl(postgres.url('postgres').replace(/:\d+\//, `:${proxy.port}/`));
    const options = { log: silent, signal: undefined, applicationName: 't', withinMs: 600 };
    const greeted = await openSession(target, options);
    await greeted.close();
    proxy.set(silence);
    await expect(openSession(target, options)).rejects.toThrow('cannot be reached');
  });

  test('in the middle, does not keep whoever cancels', async () => {
    const database = await ground.database();
    const proxy = await startProxy(scope, postgres.port);
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    const abort = new AbortController();
    const engine = engineOn(database, { url, signal: abort.signal });
    const folder = folderOf(scope, { 'migrations/1_a.sql': 'create table a (id int); select pg_sleep(3);' });
    const running = up(engine, { folder, phase: 'all', allowOutOfOrder: false });
    await database.until('sleeps');
    proxy.set(silence);
    abort.abort();
    await expect(running).rejects.toThrow('the connection to the database was lost');
  });
});

describe('a pooler that nobody mentioned', () => {
  test('in transaction mode is found by its backends and refused', async () => {
    const database = await ground.database();
    const port = await startPooler(scope, postgres.port, { user: 'postgres', database: database.name }, 'transaction');
    const url = `postgresql://postgres@127.0.0.1:${port}/${database.name}`;
    expect(await failureOf(url)).toContain('is a pooler in transaction mode');
    expect(await database.versions()).toEqual([]);
  });

  test('in session mode is as good as the server', async () => {
    const database = await ground.database();
    const port = await startPooler(scope, postgres.port, { user: 'postgres', database: database.name }, 'session');
    const url = `postgresql://postgres@127.0.0.1:${port}/${database.name}`;
    expect(await failureOf(url)).toBe('');
    expect(await database.versions()).toEqual(['1']);
  });
});

test('a role without the right to make schemas is told which one to use', async () => {
  const database = await ground.database();
  await postgres.query('create role weak login');
  expect(await failureOf(postgres.url(database.name, 'weak'))).toContain('this role may not create the schemas');
});

test('the login of a Supabase project, which is no superuser, is enough', async () => {
  const database = await ground.database();
  await database.run(`grant create on database ${database.name} to migrator`);
  const engine = engineOn(database, { url: postgres.url(database.name, 'migrator') });
  const report = await up(engine, { folder: folderOf(scope, files), phase: 'all', allowOutOfOrder: false });
  expect(report.failure).toBeUndefined();
  expect((await readStatus(engine, folderOf(scope, files))).versions).toMatchObject([{ state: 'applied' }]);
  expect(await database.value('select cluster is not null from lockstep.migrations')).toBe(true);
});

test('status and plan of an empty database need no tables', async () => {
  const database = await ground.database();
  expect((await readStatus(engineOn(database), folderOf(scope, files))).versions).toMatchObject([{ state: 'pending' }]);
  expect(await database.value("select to_regnamespace('lockstep')")).toBeNull();
});
