import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent } from '@lockstep/base';
import { compareSchemas, openSession, readDatabaseUrl, readSchema, type Schema } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { type Ground, onlyBackup, startGround, trouble } from './ground.ts';

let ground: Ground;
let url: string;
let folder: string;
beforeAll(async () => {
  ground = await startGround();
  url = await ground.database();
  folder = ground.folder();
});
afterAll(() => ground.end());

test('one of everything is backed up, and what it does not contain is said', async () => {
  const made = await ground.create(url, folder);
  expect(made).toMatchObject({
    kind: 'backed-up',
    manifest: { tier: 'daily', totals: { tables: 14, rows: 2021 }, source: { database: 'shop 1' } },
    notContained: [{ what: 'rows of public.scratchpad', why: 'the table is unlogged' }],
  });
  expect(onlyBackup(folder)).toMatch(/^daily\/\d{8}T\d{6}Z-[0-9a-f]{8}$/);
});

test('it is restored as it was, and nothing is left on the scratch server', async () => {
  const drilled = await ground.drill(folder);
  expect(trouble(drilled)).toEqual([]);
  expect(drilled).toMatchObject({ kind: 'drilled', notVerified: [{ id: 'contained', chosen: true }] });
  const left = await ground.scratch.query(
    `select datname as name from pg_database where datname ~ 'drill' union all
       select rolname from pg_roles where rolname in ('Night Nurse', 'app_reader')`,
  );
  expect(left).toEqual([]);
});

/** Without the roles, which both servers have, and with what is in the tables that a text could differ in. */
async function schemaOf(url: string): Promise<Schema> {
  const session = await openSession(readDatabaseUrl(url), { log: silent, signal: undefined, applicationName: 'test' });
  try {
    return await readSchema(session);
  } finally {
    await session.close();
  }
}

const tools = ['bash', 'psql', 'gzip', 'sha256sum'];
const hasTools = tools.every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);

/** A folder with an `age` that calls the library by its author, where the program is not installed. */
function ageProgram(): string {
  const bin = ground.folder();
  const library = createRequire(import.meta.url).resolve('age-encryption');
  writeFileSync(
    join(bin, 'age'),
    `#!/usr/bin/env node
const [decrypt, identity, key, file] = process.argv.slice(2);
if (decrypt !== '--decrypt' || identity !== '--identity') process.exit(2);
import('node:fs').then(async ({ readFileSync }) => {
  const { Decrypter } = await import(${JSON.stringify(library)});
  const decrypter = new Decrypter();
  decrypter.addIdentity(readFileSync(key, 'utf8').trim());
  process.stdout.write(await decrypter.decrypt(readFileSync(file)));
});
`,
    { mode: 0o755 },
  );
  return bin;
}

(hasTools ? test.each : test.skip.each)(['age', 'none'] as const)(
  'psql alone restores it: encrypted with %s',
  async (kind) => {
    const place = kind === 'age' ? folder : ground.folder();
    if (kind === 'none') await ground.create(url, place, { encryption: { kind } });
    const key = join(ground.folder(), 'key.txt');
    writeFileSync(key, `${ground.identity}\n`);
    const script = join(place, onlyBackup(place), 'restore.sh');
    const target = await ground.scratch.createDatabase(`by hand ${kind}`);
    const env = { ...process.env, PATH: `${process.env['PATH']}:${ageProgram()}` };
    const run = (...args: readonly string[]) => spawnSync('bash', [script, ...args], { encoding: 'utf8', env });
    expect(run(target, key)).toMatchObject({ stdout: 'restored\n', status: 0 });
    expect(compareSchemas(await schemaOf(url), await schemaOf(target))).toEqual([]);
    const jobs = await ground.scratch.query('select active from cron.job', [], `by hand ${kind}`);
    expect(jobs).toEqual([{ active: false }]);
  },
);

(hasTools ? test : test.skip)('psql restores nothing of a backup of which a byte was changed', async () => {
  const place = ground.folder();
  await ground.create(url, place, { encryption: { kind: 'none' } });
  const backup = join(place, onlyBackup(place));
  const target = await ground.scratch.createDatabase('by hand changed');
  const restore = () => spawnSync('bash', [join(backup, 'restore.sh'), target], { encoding: 'utf8' });
  const after = readFileSync(join(backup, 'after.sql.gz'));
  const changed = (bytes: Buffer) => writeFileSync(join(backup, 'after.sql.gz'), bytes);
  changed(after.subarray(0, -9));
  expect(restore().status).not.toBe(0);
  // Also where the sums say nothing: what is cut is never committed.
  const others = readFileSync(join(backup, 'SHA256SUMS'), 'utf8').replace(/^.*after\.sql\.gz\n/m, '');
  writeFileSync(join(backup, 'SHA256SUMS'), others);
  const sums = restore();
  expect(sums.status).not.toBe(0);
  const [there] = await ground.scratch.query("select to_regclass('public.visits') as name", [], 'by hand changed');
  expect(there).toEqual({ name: null });
});
