import { posix, win32 } from 'node:path';
import { expect, test } from '@jest/globals';
import { isProgram, repositoryFolder, repositoryPath, withSlashes } from '../src/paths.ts';

test.each([
  [win32, '.\\apps\\web\\', 'apps/web'],
  [win32, './apps/web', 'apps/web'],
  [win32, 'apps/web/', 'apps/web'],
  [posix, './apps/web/', 'apps/web'],
  // A name may hold one there.
  [posix, 'apps\\web', 'apps\\web'],
])('a folder of the repository (%#)', (system, given, expected) => {
  expect(repositoryFolder(given, system)).toBe(expected);
});

test.each([
  [win32, '.lockstep\\platform.yml', '.lockstep/platform.yml'],
  [win32, '.\\a\\..\\platform.yml', 'platform.yml'],
  [win32, 'C:\\Users\\me\\platform.yml', undefined],
  [win32, '\\\\server\\share\\platform.yml', undefined],
  [win32, '..\\platform.yml', undefined],
  [posix, './.lockstep/platform.yml', '.lockstep/platform.yml'],
  [posix, '/etc/platform.yml', undefined],
  [posix, '../platform.yml', undefined],
  [posix, '..hidden/platform.yml', '..hidden/platform.yml'],
])('where a finding points to (%#)', (system, given, expected) => {
  expect(repositoryPath(given, system)).toBe(expected);
});

test('paths of this system are written with slashes', () => {
  expect(withSlashes('a\\b\\c.sql', win32)).toBe('a/b/c.sql');
  expect(withSlashes('a/b/c.sql', posix)).toBe('a/b/c.sql');
});

test('a program is found by its name and what the system puts behind it', () => {
  const there = ['C:\\Git\\bin\\bash.exe', '/opt/bin/bash'];
  const search = { isThere: (file: string) => there.includes(file), endings: ['.com', '.exe'] };
  expect(isProgram('bash', { ...search, path: 'C:\\Windows;C:\\Git\\bin' }, win32)).toBe(true);
  expect(isProgram('bash', { ...search, path: 'C:\\Windows' }, win32)).toBe(false);
  expect(isProgram('bash', { ...search, endings: [''], path: '/usr/bin:/opt/bin' }, posix)).toBe(true);
  expect(isProgram('bash', { ...search, endings: [''], path: '' }, posix)).toBe(false);
});
