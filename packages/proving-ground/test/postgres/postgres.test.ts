import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { InputError } from '@lockstep/base';
import pg from 'pg';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type PostgresVersion, systemVersions } from '../../src/postgres/binaries.ts';
import { freePort } from '../../src/postgres/free-port.ts';
import { type Postgres, startPostgres } from '../../src/postgres/postgres.ts';
import { supabaseRoles } from '../../src/postgres/supabase-roles.ts';
import { Scope } from '../../src/scope/scope.ts';

/** Runs one statement on a connection of its own. */
async function ask(url: string, sql: string, options: pg.ClientConfig = {}): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, ...options });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('a server', () => {
  const scope = new Scope();
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(scope, { seed: supabaseRoles, settings: { log_statement: 'all' } });
  });
  afterAll(() => scope[Symbol.asyncDispose]());

  test('never runs as root', () => {
    const owner = execFileSync('ps', ['-o', 'user=', '-p', `${postgres.pid}`], { encoding: 'utf8' }).trim();
    expect(owner).not.toBe('root');
  });

  test('listens on loopback alone', async () => {
    expect(await postgres.query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await postgres.query('show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  });

  test('holds several databases, each made from what the seed left', async () => {
    const urls = [await postgres.createDatabase('shop'), await postgres.createDatabase('O\'Hara "Söhne" 5%')];
    for (const url of urls) {
      const { rows } = await ask(
        url,
        "select array_agg(rolname::text order by 1) as roles from pg_roles where rolname !~ '^pg_'",
      );
      expect(rows).toEqual([{ roles: expect.arrayContaining(['anon', 'authenticated', 'migrator', 'service_role']) }]);
    }
    expect((await ask(urls[1] ?? '', 'select current_database() as name')).rows[0].name).toBe('O\'Hara "Söhne" 5%');
  });

  test('copies a database with what is in it', async () => {
    const url = await postgres.createDatabase('original');
    await ask(url, 'create table kept (id int); insert into kept values (7)');
    const copy = await postgres.createDatabase('copy', { template: 'original', owner: 'migrator' });
    expect((await ask(copy, 'select id from kept')).rows).toEqual([{ id: 7 }]);
  });

  test('drops a database that is in use, and one that is not there', async () => {
    const client = new pg.Client({ connectionString: await postgres.createDatabase('doomed') });
    const ended = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await postgres.dropDatabase('doomed');
    await postgres.dropDatabase('doomed');
    expect(await ended).toMatchObject({ code: '57P01' });
    await expect(ask(postgres.url('doomed'), 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  test('has a login that owns its schema and is no superuser, as on Supabase', async () => {
    await postgres.createDatabase('project', { owner: 'migrator' });
    const url = postgres.url('project', 'migrator');
    await ask(url, 'create table note (id int); create role reader; create extension pgcrypto schema extensions');
    await expect(ask(url, 'create table auth.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(url, 'alter system set fsync = on')).rejects.toMatchObject({ code: '42501' });
    const { rows } = await ask(url, "select has_table_privilege('anon', 'note', 'select') as may");
    expect(rows).toEqual([{ may: true }]);
  });

  test('keeps the log of what it was asked', async () => {
    await postgres.query('select 4242 as asked');
    expect(postgres.log).toContain('select 4242 as asked');
  });

  test('tells in one line what a bad setting is', async () => {
    await using other = new Scope();
    const start = startPostgres(other, { settings: { log_statements: 'all' } });
    await expect(start).rejects.toThrow(InputError);
    await expect(start).rejects.toThrow(
      /^PostgreSQL refuses a setting: .*unrecognized configuration parameter "log_statements"$/,
    );
  });
});

describe('a stop', () => {
  const scope = new Scope();
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(scope);
    await postgres.query('create table kept (how text)');
  });
  afterAll(() => scope[Symbol.asyncDispose]());

  test.each([
    ['fast', () => postgres.stop('fast'), '57P01'],
    ['immediate', () => postgres.stop('immediate'), undefined],
    ['kill', () => postgres.kill(), undefined],
  ])('%s ends connections, refuses new ones, and keeps what was committed', async (how, end, code) => {
    const client = new pg.Client({ connectionString: postgres.url() });
    const ended = new Promise<Error & { code?: string }>((resolve) => client.on('error', resolve));
    await client.connect();
    await client.query('begin');
    await client.query("insert into kept values ('not committed')");
    await postgres.query('insert into kept values ($1)', [how]);
    const port = postgres.port;
    await end();
    const error = await ended;
    if (code !== undefined) expect(error.code).toBe(code);
    expect(postgres.pid).toBeUndefined();
    await expect(ask(postgres.url(), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await postgres.start();
    expect(postgres.port).toBe(port);
    expect(await postgres.query("select how from kept where how in ($1, 'not committed')", [how])).toEqual([{ how }]);
  });

  test('kill takes a backend with it that computes and would not notice', async () => {
    ask(postgres.url(), 'do $$ begin loop null; end loop; end $$').catch(() => undefined);
    const look = "select pid from pg_stat_activity where query like 'do $$%' and pid <> pg_backend_pid()";
    let busy: { pid: number }[] = [];
    while (busy.length === 0) busy = await postgres.query(look);
    await postgres.kill();
    await postgres.start();
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', `${busy[0]?.pid}`], { encoding: 'utf8' });
    expect(stdout.trim()).toMatch(/^(Z.*)?$/);
    expect(await postgres.query('select 1 as up')).toEqual([{ up: 1 }]);
  });
});

test('a killed server that is not started again leaves no shared memory behind', async () => {
  if (process.platform !== 'linux') return;
  // Of this very server: others start and end on the machine at any time. The fifth column is who made it.
  const segmentsOf = (server: string) =>
    readFileSync('/proc/sysvipc/shm', 'utf8')
      .split('\n')
      .filter((line) => line.trim().split(/\s+/)[4] === server);
  await using scope = new Scope();
  const postgres = await startPostgres(scope);
  const [row] = await postgres.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  );
  const server = row?.pid ?? '';
  expect(segmentsOf(server)).toHaveLength(1);
  await postgres.kill();
  await scope[Symbol.asyncDispose]();
  expect(segmentsOf(server)).toHaveLength(0);
});

const versions: [PostgresVersion, string][] = [
  [15, '15'],
  ...systemVersions().map((major): [PostgresVersion, string] => [`system-${major}`, `${major}`]),
];
test.each(versions)('version %s starts', async (version, major) => {
  await using scope = new Scope();
  const postgres = await startPostgres(scope, { version });
  const [row] = await postgres.query<{ server_version: string }>('show server_version');
  expect(row?.server_version.split('.')[0]).toBe(major);
});

describe('a password', () => {
  test('is asked of everybody', async () => {
    await using scope = new Scope();
    const password = 'p@ss/w:rd %41';
    const postgres = await startPostgres(scope, { password });
    expect((await ask(postgres.url(), 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    const wrong = postgres.url().replace(encodeURIComponent(password), 'wrong');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});

describe('TLS', () => {
  const scope = new Scope();
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(scope, { tls: { required: true, hosts: ['127.0.0.1'] } });
  });
  afterAll(() => scope[Symbol.asyncDispose]());

  test('is required where it was asked for', async () => {
    await expect(ask(postgres.url(), 'select 1')).rejects.toMatchObject({ code: '28000' });
    const { rows } = await ask(postgres.url(), 'select ssl from pg_stat_ssl where pid = pg_backend_pid()', {
      ssl: { ca: postgres.certificate },
    } as pg.ClientConfig);
    expect(rows).toEqual([{ ssl: true }]);
  });

  test('is not trusted by a client that does not know the certificate', async () => {
    await expect(ask(postgres.url(), 'select 1', { ssl: true })).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test('is not trusted under a name that the certificate does not have', async () => {
    const url = postgres.url().replace('127.0.0.1', 'localhost');
    const ssl = { ca: postgres.certificate } as pg.ClientConfig['ssl'];
    await expect(ask(url, 'select 1', { ssl } as pg.ClientConfig)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('can be offered without being required', async () => {
    await using other = new Scope();
    const offers = await startPostgres(other, { tls: {} });
    expect((await ask(offers.url(), 'show ssl')).rows).toEqual([{ ssl: 'on' }]);
  });
});

test('a port that is taken is passed over, and none at all is one line', async () => {
  await using scope = new Scope();
  const { port } = await startPostgres(scope);
  await expect(freePort([port, port + 1])).rejects.toThrow(
    `no free port on 127.0.0.1 from ${port} to ${port}; end another proving ground and try again`,
  );
});
