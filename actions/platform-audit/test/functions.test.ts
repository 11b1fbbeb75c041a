import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { NOW } from '../../../packages/platform/test/world/names.ts';
import { type Stage, stage } from './spawn.ts';

const HOUR_MS = 3_600_000;
const POLICY = 'supabase:\n  functions-current: [send-mail]\n';

/** Commits files into the checkout of the stage, so many hours before now. */
function commit(at: Stage, hoursAgo: number, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at.folder, path)), { recursive: true });
    writeFileSync(join(at.folder, path), text);
  }
  const date = new Date(NOW - hoursAgo * HOUR_MS).toISOString();
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'd@example.com', GIT_AUTHOR_DATE: date };
  const by = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'd@example.com', GIT_COMMITTER_DATE: date };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: at.folder, encoding: 'utf8', env: { ...process.env, ...who, ...by } }).trim();
  git('init', '-q', '.');
  git('add', '--', ...Object.keys(files));
  git('commit', '-q', '-m', 'Change');
  return git('rev-parse', 'HEAD');
}

async function look(at: Stage, sha: string) {
  const step = await at.run({ commit: sha, lines: 'release-settings', 'on-unknown': 'warn' });
  const { checks } = JSON.parse(readFileSync(join(at.folder, 'report/checks.json'), 'utf8'));
  return [step.status, ...checks.map(({ reason }: { readonly reason: string }) => reason)];
}

// Deployed an hour before now, as the good world has it.
const CODE = { 'supabase/functions/send-mail/index.ts': 'import "../_shared/mail.ts"' };
const SHARED = { 'supabase/functions/_shared/mail.ts': '' };

test('a function is as old as the last change of its code, or of the code that it shares', async () => {
  await using at = await stage(POLICY);
  expect(await look(at, commit(at, 5, { ...CODE, ...SHARED }))).toEqual([0, 'as-expected']);
  // A commit that does not touch it asks for no new deployment.
  expect(await look(at, commit(at, 0, { 'README.md': '' }))).toEqual([0, 'as-expected']);
  expect(await look(at, commit(at, 0, { 'supabase/functions/_shared/mail.ts': 'export {}' }))).toEqual([
    1,
    'older-than-commit',
  ]);
});

test('without the history nothing is claimed of an older function', async () => {
  await using at = await stage(POLICY);
  commit(at, 5, CODE);
  const sha = commit(at, 0, { 'README.md': '' });
  // As a checkout of depth 1 has it; GitHub knows no such commit here.
  writeFileSync(join(at.folder, '.git/shallow'), `${sha}\n`);
  expect(await look(at, sha)).toEqual([0, 'history-unknown']);
  expect(at.world.github.exchanges.map(({ path }) => path).join('\n')).toContain('/repos/acme/shop/commits');
});
