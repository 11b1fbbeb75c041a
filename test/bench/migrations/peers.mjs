#!/usr/bin/env node
/**
 * The tools that migrations are measured against. None is installed with the repository:
 *
 *   node test/bench/migrations/peers.mjs      installs them under .cache/peers (about 200 MB)
 *
 * psql is taken from the system.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(root, '.cache', 'peers');
const versions = { dbmate: '2.36.0', 'node-pg-migrate': '9.0.0', pg: '8.23.1', supabase: '3.1.0' };

/** How each tool that is there applies everything: `(url, folder, checkout) => [command, args, environment]`. */
export function peers() {
  const bin = (name) => join(folder, 'node_modules', '.bin', name);
  const all = {
    dbmate: (url, files) => [
      bin('dbmate'),
      ['--url', `${url}?sslmode=disable`, '--migrations-dir', files, '--no-dump-schema', 'up'],
      {},
    ],
    'node-pg-migrate': (url, files) => [
      bin('node-pg-migrate'),
      ['up', '--migrations-dir', files, '--no-verbose', '--check-order', 'false'],
      { DATABASE_URL: url },
    ],
    supabase: (url, _files, checkout) => [
      bin('supabase'),
      ['db', 'push', '--db-url', `${url}?sslmode=disable`, '--yes', '--workdir', checkout],
      { HOME: checkout, SUPABASE_TELEMETRY_DISABLED: '1' },
    ],
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => existsSync(bin(name))));
}

export const hasPsql = spawnSync('psql', ['--version']).status === 0;

function install() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`,
  );
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: folder,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
