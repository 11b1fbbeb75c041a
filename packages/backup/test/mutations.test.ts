import { cpSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateIdentity } from 'age-encryption';
import { sampleOf } from '../../../test/faults/matrix.ts';
import type { DrillOptions } from '../src/drill/drill.ts';
import { type Ground, startGround, trouble } from './ground.ts';
import { mutations, schema } from './mutations.ts';
import { Tampering } from './tamper.ts';

let ground: Ground;
let plain: string;
let sealed: string;
beforeAll(async () => {
  ground = await startGround();
  const url = await ground.database(schema);
  plain = ground.folder();
  sealed = ground.folder();
  expect(await ground.create(url, plain, { encryption: { kind: 'none' } })).toMatchObject({ kind: 'backed-up' });
  expect(await ground.create(url, sealed)).toMatchObject({ kind: 'backed-up' });
});
afterAll(() => ground.end());

/** What a drill finds in a copy of a backup that was changed. */
async function found(
  of: 'plain' | 'sealed',
  change: (backup: Tampering) => void,
  options: Partial<DrillOptions> = {},
): Promise<readonly string[]> {
  const folder = ground.folder();
  cpSync(of === 'plain' ? plain : sealed, folder, { recursive: true });
  change(new Tampering(folder));
  const drilled = await ground.drill(folder, options);
  const [left] = await ground.scratch.query("select count(*)::int as many from pg_database where datname ~ 'drill'");
  expect(left).toEqual({ many: 0 });
  return trouble(drilled).map((line) => line.replace(/ daily\/\S+$/, ' BACKUP'));
}

test.each(['plain', 'sealed'] as const)('what was not changed is green: %s', async (of) => {
  expect(await found(of, () => undefined)).toEqual([]);
});

describe('each of these turns the drill red', () => {
  test.each(sampleOf('changed backups', mutations, mutations.length))('%s', async (_what, of, change, expected) => {
    expect(await found(of, change)).toEqual(expected);
  });

  test('the wrong key', async () => {
    const identities = [await generateIdentity()];
    expect(await found('sealed', () => undefined, { identities })).toEqual(['backup-whole cannot-decrypt BACKUP']);
  });

  test('a latest backup that is old', async () => {
    const clock = { now: () => Date.now() + 27 * 3_600_000, sleep: async () => undefined };
    const limits = { clock, maxAgeMs: 26 * 3_600_000 };
    expect(await found('plain', () => undefined, limits)).toEqual(['data-age too-old BACKUP']);
  });

  test('a restore that takes too long', async () => {
    let now = Date.now();
    const clock = { now: () => (now += 60_000), sleep: async () => undefined };
    const slow = await found('plain', () => undefined, { clock, maxRestoreMs: 60_000 });
    expect(slow).toEqual(['restore-time too-slow from the first byte to the last constraint']);
  });
});

test('the source, and a database that is used, are not restored into', async () => {
  const { readDatabaseUrl } = await import('@lockstep/postgres');
  const source = { scratch: readDatabaseUrl(ground.source.url()) };
  expect(trouble(await ground.drill(plain, source))).toEqual(['refused is-the-source']);
  const url = await ground.scratch.createDatabase('used');
  await ground.scratch.query('create table mine (id int)', [], 'used');
  expect(trouble(await ground.drill(plain, { scratch: readDatabaseUrl(url) }))).toEqual(['refused not-empty']);
});

test('what is restored does not act on the world', async () => {
  const log: string[] = [];
  const drilled = await ground.drill(plain, {
    afterRestore: 'delete from public.people where id = 7; insert into public.people (name) values (1);',
    probe: async (target) => {
      const rows = await ground.scratch.query(
        'select tgenabled from pg_trigger where not tgisinternal',
        [],
        target.database,
      );
      log.push(JSON.stringify(rows));
      return [];
    },
  });
  expect(trouble(drilled)).toEqual([]);
  expect(log).toEqual(['[{"tgenabled":"D"}]']);
  expect(drilled).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ id: 'after-restore', verdict: 'pass' })]),
  });
});

test('the rows of a backup are in nothing that is not encrypted', () => {
  const manifest = readFileSync(new Tampering(sealed).path('manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/people|notes|reader/);
});

test('what needs an extension that the scratch server does not have is unknown, by name', async () => {
  const url =
    await ground.database(`create extension citext; create table public.mails (id serial primary key, mail citext);
    insert into public.mails (mail) values ('a'); create index mails_mail on public.mails (mail);
    create table public.others (id serial primary key); insert into public.others default values;`);
  const folder = ground.folder();
  await ground.create(url, folder, { encryption: { kind: 'none' } });
  const backup = new Tampering(folder);
  for (const name of ['before.sql.gz', 'contents.json.gz'])
    backup.script(name, (text) => text.replaceAll('citext', 'nowhere'));
  const drilled = await ground.drill(folder);
  expect(trouble(drilled)).toEqual([]);
  const gaps = drilled.kind === 'drilled' ? drilled.notVerified.filter(({ chosen }) => !chosen) : [];
  expect(gaps.map(({ id, what }) => `${id} ${what}`)).toEqual(
    expect.arrayContaining([
      'backup-restores extension nowhere',
      'backup-restores table public.mails',
      'rows-equal public.mails',
      'schema-equal extension nowhere',
      'schema-equal table public.mails',
    ]),
  );
  expect(gaps.filter(({ what }) => what.includes('others'))).toEqual([]);
});
