import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { memoryFolder } from '../../scripts/memory-folder.mjs';

const MEMORY = '/dev/shm';
const folders: string[] = [];
let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'memory-'));
  folders.push(own);
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('a folder that other users can enter, where memory has room', () => {
  const folder = memoryFolder();
  if (folder === undefined)
    return expect(process.platform === 'linux' && existsSync(MEMORY) ? 'small' : 'none').toBeTruthy();
  folders.push(folder);
  expect(folder.startsWith(`${MEMORY}/lockstep-test-${process.pid}-`)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o755);
});

test('none on a disk, in a place that is not there, or where memory is short or unknown', () => {
  expect(memoryFolder('/proc')).toBeUndefined();
  expect(memoryFolder(join(own, 'not-there'))).toBeUndefined();
  const meminfo = join(own, 'meminfo');
  for (const text of ['MemTotal:       24684092 kB\nMemAvailable:    1048576 kB\n', 'MemTotal: 1 kB\n']) {
    writeFileSync(meminfo, text);
    expect(memoryFolder(MEMORY, meminfo)).toBeUndefined();
  }
});

test('what a run that was killed left is removed; what one that goes on has is not', () => {
  const { pid: gone } = spawnSync('true');
  const [left, others, current] = [`lockstep-test-${gone}-a`, `other-${gone}-a`, `lockstep-test-${process.pid}-a`].map(
    (name) => join(own, name),
  ) as [string, string, string];
  for (const folder of [left, others, current]) mkdirSync(folder);
  memoryFolder(own);
  expect([left, others, current].map(existsSync)).toEqual([false, true, true]);
});
