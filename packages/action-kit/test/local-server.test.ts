import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { findBinaries } from '@lockstep/action-kit/local-server/binaries';
import { withLocalServer } from '@lockstep/action-kit/local-server/local-server';
import { startByControl } from '@lockstep/action-kit/local-server/starts/by-control';
import { startDirectly } from '@lockstep/action-kit/local-server/starts/direct';
import { silent, systemClock } from '@lockstep/base';
import { openSession, readDatabaseUrl } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const signal = new AbortController().signal;
const waits = { clock: systemClock, log: silent, signal };
const workspace = join(import.meta.dirname, '../../proving-ground');
const bin = findBinaries({ workspace })?.bin ?? '';

let temp: string;
const before = process.env['TMPDIR'];
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'of its own-'));
  chmodSync(temp, 0o755);
  process.env['TMPDIR'] = temp;
});
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(temp, { recursive: true, force: true });
});

async function rows(url: string, sql: string) {
  const session = await openSession(readDatabaseUrl(url), { log: silent, signal, applicationName: 'a test' });
  try {
    return await session.rows(sql);
  } finally {
    await session.close();
  }
}

/** Windows has the second one; it runs everywhere. */
describe.each([
  ['directly', startDirectly],
  ['by pg_ctl', startByControl],
])('a server that is started %s', (_how, start) => {
  test('is as Supabase has it, and ends with the work, with all its files', async () => {
    let found = '';
    const result = await withLocalServer(
      bin,
      waits,
      async (url) => {
        found = url;
        return await rows(url, `select current_setting('search_path'), current_setting('wal_level')`);
      },
      start,
    );
    expect(result).toEqual({ kind: 'ran', value: [['"$user", public, extensions', 'logical']] });
    await expect(rows(found, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(readdirSync(temp)).toEqual([]);
  });

  test('ends where the work fails', async () => {
    let found = '';
    const work = async (url: string) => {
      found = url;
      throw new Error('no work');
    };
    await expect(withLocalServer(bin, waits, work, start)).rejects.toThrow('no work');
    await expect(rows(found, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(readdirSync(temp)).toEqual([]);
  });

  test('says why it does not start', async () => {
    const refusing: typeof start = (place) => {
      appendFileSync(join(place.data, 'postgresql.conf'), 'no_such_setting = on\n');
      return start(place);
    };
    const result = await withLocalServer(bin, waits, async () => 1, refusing);
    expect(result).toMatchObject({ kind: 'no-server', message: expect.stringMatching(/did not start: \S/) });
    expect(readdirSync(temp)).toEqual([]);
  });

  test('says which program is not there', async () => {
    const half = join(temp, 'half', 'bin');
    mkdirSync(half, { recursive: true });
    const result = await withLocalServer(half, waits, async () => 1, start);
    expect(result).toMatchObject({ kind: 'no-server', message: expect.stringContaining('initdb') });
    rmSync(join(temp, 'half'), { recursive: true });
    expect(existsSync(temp) && readdirSync(temp)).toEqual([]);
  });
});

describe('a folder for temporary files', () => {
  const started = () => withLocalServer(bin, waits, async () => 1);
  const within = async (folder: string) => {
    process.env['TMPDIR'] = folder;
    try {
      return await started();
    } finally {
      process.env['TMPDIR'] = temp;
    }
  };

  test.each(['none', 'file'])('that is no folder is said to be none: %s', async (name) => {
    const folder = join(temp, name);
    if (name === 'file') {
      writeFileSync(folder, '');
      chmodSync(folder, 0o777);
    }
    const message = expect.stringMatching(/^no folder can be made in .*; name another in TMPDIR$/);
    expect(await within(folder)).toEqual({ kind: 'no-server', message });
    rmSync(folder, { force: true });
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('that only root may enter is said to be closed', async () => {
    const folder = join(temp, 'closed');
    mkdirSync(folder, { mode: 0o700 });
    expect(await within(folder)).toEqual({
      kind: 'no-server',
      message: expect.stringMatching(
        /^it cannot run as root, and others may not enter .*closed, .*; name another in TMPDIR$/,
      ),
    });
    rmSync(folder, { recursive: true });
  });
});
