import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { InputError, silent } from '@lockstep/base';
import { openSession, readDatabaseUrl, type Session } from '@lockstep/postgres';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { nativeDumps } from '../../../../test/judges/pg-dump.ts';
import { nativeDump } from '../../src/schema/native-dump.ts';
import { wasmDump } from '../../src/schema/wasm-dump.ts';
import { everything } from '../everything.ts';
import { everythingElse } from '../everything-else.ts';
import { type Ground, startGround, trouble } from '../ground.ts';

const dumps = nativeDumps();
/** Of the major version that ours is of. */
const judge = dumps.find(({ major }) => major === 18);

describe.each([15, 17] as const)('on PostgreSQL %i', (version) => {
  let ground: Ground;
  let url: string;
  beforeAll(async () => {
    if (dumps.length === 0) return;
    ground = await startGround(version);
    url = await ground.database(everything);
    await ground.source.query(everythingElse, [], decodeURIComponent(new URL(url).pathname.slice(1)));
  });
  afterAll(() => ground?.end());

  const skipped = judge === undefined ? ' (LOCKSTEP_PG_DUMP names no pg_dump 18)' : '';
  (judge === undefined ? test.skip : test)(
    `ours writes what the native one of its version writes${skipped}`,
    async () => {
      const { path } = judge as { path: string };
      const target = readDatabaseUrl(url);
      for (const section of ['pre-data', 'post-data']) {
        const args = [`--section=${section}`, '--encoding=UTF8'];
        const [ours, theirs] = await Promise.all([
          wasmDump(target, args, undefined),
          nativeDump(path, target, args, undefined),
        ]);
        expect(withoutKey(ours)).toBe(withoutKey(theirs));
        expect(ours.length).toBeGreaterThan(4_000);
      }
    },
  );

  const fitting = dumps.filter(({ major }) => major >= version);
  (fitting.length === 0 ? test.skip.each(['of any version']) : test.each(fitting.map(({ major }) => major)))(
    'a backup with a native pg_dump %s is restored as it was',
    async (major) => {
      const pgDumpPath = fitting.find((each) => each.major === major)?.path;
      const folder = ground.folder();
      const made = await ground.create(url, folder, { pgDumpPath });
      expect(made).toMatchObject({ kind: 'backed-up' });
      expect(trouble(await ground.drill(folder))).toEqual([]);
    },
  );
});

/** Each run has a key of its own in its first and last lines, and the programs differ in their minor version. */
function withoutKey(sql: Uint8Array): string {
  const text = Buffer.from(sql).toString('latin1');
  const key = /^\\restrict (\w+)$/m.exec(text)?.[1] ?? 'none';
  return text.replaceAll(key, 'KEY').replace(/^-- Dumped by pg_dump version 18\..*$/m, '-- Dumped by');
}

describe('a pg_dump of the caller', () => {
  let ground: Ground;
  let session: Session;
  afterAll(() => ground?.end());

  test('is refused where it is older than the server, or cannot be run, before anything is locked or stored', async () => {
    ground = await startGround(17);
    const url = await ground.database('create table public.t (id int)');
    const folder = ground.folder();
    const older = dumps.find(({ major }) => major < 17)?.path ?? script('echo "pg_dump (PostgreSQL) 14.2"');
    const none = [older, '/nowhere/pg_dump', folder, script('exit 3'), script('echo "psql (PostgreSQL) 17.1"')];
    for (const pgDumpPath of none) {
      await expect(ground.create(url, folder, { pgDumpPath })).rejects.toThrow(InputError);
    }
    session = await openSession(readDatabaseUrl(url), { log: silent, signal: undefined, applicationName: 'test' });
    await session.rows('begin; lock table public.t');
    await expect(ground.create(url, folder, { pgDumpPath: older })).rejects.toThrow(InputError);
    await session.close();
  });

  function script(line: string): string {
    const path = join(ground.folder(), 'pg_dump');
    writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    return path;
  }
});
