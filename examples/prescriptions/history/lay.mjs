#!/usr/bin/env node
/**
 * Lays the files of a release of this example into a folder, or makes a git repository of all of them:
 *
 *   node history/lay.mjs 3 FOLDER       the files of release 3, over an empty folder
 *   node history/lay.mjs all FOLDER     a repository with a commit for each release; rehearse it from a clone of Lockstep:
 *                                       npm run rehearse -- FOLDER --last 8 --env SUPABASE_JWT_SECRET=…
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOT_COMMITTED = ['node_modules', '.next', '.vercel', 'history', 'reports', 'test-results', 'next-env.d.ts'];

/** What each release adds, the oldest first. */
export const releases = JSON.parse(readFileSync(join(home, 'history/releases.json'), 'utf8'));

/** Writes the files of a release (1 is the first) to a folder; `.git` stays, and everything else is replaced. */
export function layRelease(number, folder) {
  const release = releases[number - 1];
  if (release === undefined) throw new Error(`there is no release ${number}; there are ${releases.length}`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name !== '.git') rmSync(join(folder, name), { recursive: true });
  for (const name of readdirSync(home)) {
    if (!NOT_COMMITTED.includes(name)) cpSync(join(home, name), join(folder, name), { recursive: true });
  }
  const applied = new Set(releases.slice(0, number).flatMap(({ migrations }) => migrations));
  for (const part of ['migrations', 'rollbacks']) {
    const there = join(folder, 'supabase', part);
    for (const file of readdirSync(there)) if (!applied.has(file.replace(/\.sql$/, ''))) rmSync(join(there, file));
  }
  if (release.code !== 'now') {
    const code = join(home, 'history', release.code);
    const removed = JSON.parse(readFileSync(join(code, 'removed.json'), 'utf8'));
    for (const path of removed) rmSync(join(folder, path), { recursive: true });
    for (const name of readdirSync(code))
      if (name !== 'removed.json') cpSync(join(code, name), join(folder, name), { recursive: true });
  }
  // The policies of the audits come with the last release.
  if (number < releases.length)
    for (const name of ['tenants.yml', 'tenants-accept.yml', 'contract-examples.yml', 'erasures.sql', 'platform.yml'])
      rmSync(join(folder, '.lockstep', name), { force: true });
}

function makeRepository(folder) {
  if (existsSync(join(folder, '.git'))) throw new Error(`${folder} is a repository already`);
  mkdirSync(folder, { recursive: true });
  const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '--initial-branch=main');
  for (const [at, { title }] of releases.entries()) {
    layRelease(at + 1, folder);
    git('add', '--all');
    git('-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', 'commit', `--message=${title}`);
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [which, folder] = process.argv.slice(2);
  if (which === undefined || folder === undefined)
    throw new Error('expected the number of a release, or all, and a folder');
  if (which === 'all') makeRepository(folder);
  else layRelease(Number(which), folder);
}
