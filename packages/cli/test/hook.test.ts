import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { lint } from '../src/commands/lint.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** The command that makes the hook, as people copy it from a text. */
function commandIn(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith('hook='));
  const last = lines.findIndex((line, nth) => nth > first && line.includes('chmod +x'));
  return lines.slice(first, last + 1).join('\n');
}

const page = readFileSync(join(import.meta.dirname, '../../../docs/local-work.md'), 'utf8');

test('the help and the page have the same command', () => {
  expect(commandIn(lint.details)).toMatch(/^hook=.*\n.*chmod \+x "\$hook"$/s);
  expect(commandIn(page)).toBe(commandIn(lint.details));
});

/** Runs it in a new repository. `hooks`: where git is set to look for hooks, if anywhere else than by default. */
function install(hooks: string | undefined, before?: string) {
  const cwd = scope.folder('lockstep-hook-');
  const env = { PATH: process.env['PATH'], HOME: cwd };
  execFileSync('git', ['init', '--quiet', '--template='], { cwd, env });
  if (hooks !== undefined) execFileSync('git', ['config', 'core.hooksPath', hooks], { cwd, env });
  const hook = join(cwd, hooks ?? '.git/hooks', 'pre-commit');
  if (before !== undefined) {
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, before, { mode: 0o755 });
  }
  const { status } = spawnSync('sh', ['-c', commandIn(page)], { cwd, env });
  return { hook, status };
}

test.each([undefined, '.githooks'])('it makes a hook that git runs, where hooks are in %s', (hooks) => {
  const { hook, status } = install(hooks);
  expect(status).toBe(0);
  expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nexec npx @lockstep-ci/cli lint --staged\n');
  accessSync(hook, constants.X_OK);
});

test.each([undefined, '.githooks', '.husky/_'])('it keeps a hook that is there, where hooks are in %s', (hooks) => {
  const own = '#!/bin/sh\nexec our-checks\n';
  const { hook, status } = install(hooks, own);
  expect(status).not.toBe(0);
  expect(existsSync(hook) && readFileSync(hook, 'utf8')).toBe(own);
});
