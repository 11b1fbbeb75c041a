import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { lookAtBackups } from '../src/backup/look-at-backups.ts';
import { entryOf } from '../src/evidence/entry.ts';
import { startByControl } from '../src/local-server/starts/by-control.ts';
import { readSqlFiles } from '../src/tenants/sql-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is no migration, or cannot be read, is left out of those that made the policies', () => {
  mkdirSync(join(folder, 'migrations/1_folder.sql'), { recursive: true });
  writeFileSync(join(folder, 'migrations/2_own.sql'), 'select 2;');
  writeFileSync(join(folder, 'migrations/.3_hidden.sql'), 'select 3;');
  symlinkSync('jane@laptop.1234', join(folder, 'migrations/.#2_own.sql'));
  symlinkSync('gone.sql', join(folder, 'migrations/4_gone.sql'));
  expect(readSqlFiles('migrations', folder)).toEqual([{ file: 'migrations/2_own.sql', text: 'select 2;' }]);
});

test.each(['1e3', '0x10', '007', ' 7', '7.0', '1234567890123456', 'jane'])('%s is no id of a person', (id) => {
  const values = {
    ...{ event: 'access-change', subject: 'repository', 'event-result': 'pass' as const, 'event-code': '' },
    ...{ 'event-id': '', 'happened-at': '', files: [] },
  };
  const place = { run: null, nowMs: 0, workspace: folder };
  expect(() => entryOf({ ...values, 'actor-id': id }, place)).toThrow(/input "actor-id"/);
  expect(entryOf({ ...values, 'actor-id': '1000' }, place).actor).toBe(1000);
});

const posix = process.platform === 'win32' ? test.skip : test;
posix.each([
  ['stale', 3, true],
  ['of a server that runs', 0, false],
])('a file with the process of a server that is %s', async (_what, status, survives) => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const ended = once(other, 'exit');
  writeFileSync(join(folder, 'pg_ctl'), `#!/bin/sh\ncase "$1" in status) exit ${status};; esac\n`);
  chmodSync(join(folder, 'pg_ctl'), 0o755);
  writeFileSync(join(folder, 'postmaster.pid'), `${other.pid}\n`);
  try {
    await startByControl({ bin: folder, data: folder, as: { cwd: folder }, clock: systemClock }).stop();
    // A signal that was sent comes before one that is sent later.
    other.kill('SIGTERM');
    expect(await ended).toEqual([null, survives ? 'SIGTERM' : 'SIGKILL']);
  } finally {
    other.kill('SIGKILL');
  }
});

test.each([
  ['s3://b/shop/', 'shop/daily/'],
  ['s3://b', '"daily/'],
  ['backups', undefined],
])('the lifecycle rules that a policy asks for are there to be shown: %s', async (to, expected) => {
  const place = { name: to, async *list() {} } as never;
  const looks = {
    ...{ to, everyMs: 1, runs: 1, maxAgeMs: 1, maxDrillAgeMs: undefined, tiers: [], lockedForMs: undefined },
    ...{ keep: [{ name: 'daily' as const, days: 7 }], policy: undefined, document: undefined },
  };
  const { rules } = await lookAtBackups(place, looks, { now: () => 0, signal: new AbortController().signal });
  if (expected === undefined) expect(rules).toBeUndefined();
  else expect(rules).toContain(expected);
});
