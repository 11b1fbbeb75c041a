/**
 * Where tests keep their temp files: in memory, where this machine has a folder there with room. On a disk, the three
 * hundred files of each new database cost several times as much as all that is then done in it.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'lockstep-test-';
const TMPFS = 0x01_02_19_94;
const GIB = 2 ** 30;
/** What a whole run holds at once is under one of these. */
const ROOM = 4 * GIB;

/**
 * Makes a folder in `parent` that any user can enter: a server of PostgreSQL must not be root. Undefined where that is no
 * memory, has too little room, or does not let programs run. What runs that were killed left there is removed first.
 * @param {string} parent
 * @returns {string | undefined}
 */
export function memoryFolder(parent = '/dev/shm', meminfo = '/proc/meminfo') {
  let folder;
  try {
    removeLeftOver(parent);
    const { bavail, bsize, type } = statfsSync(parent);
    if (type !== TMPFS || bavail * bsize < ROOM || available(readFileSync(meminfo, 'utf8')) < ROOM) return undefined;
    folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
    chmodSync(folder, 0o755);
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\nexit 7\n', { mode: 0o755 });
    if (spawnSync(program).status === 7) return folder;
  } catch {
    // No such folder, or none for us.
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** Bytes that programs can still have; none where it is not known. */
function available(/** @type {string} */ meminfo) {
  return Number(/^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1] ?? 0) * 1_024;
}

function removeLeftOver(/** @type {string} */ parent) {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
