import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BuiltinContext } from './builtin-action.ts';

/**
 * actions/checkout of the repository that the workflow runs for: a clone where its folder is a git repository, else a
 * copy of its files. Other repositories are refused.
 */
export async function checkout(context: BuiltinContext): Promise<void> {
  const { repository } = context;
  const wanted = context.input('repository') || repository.name;
  if (wanted !== repository.name)
    throw new Error(`checkout is modelled here for ${repository.name} alone, not for ${wanted}`);
  // A submodule is another repository, which nobody here may ask for.
  if (!['', 'false'].includes(context.input('submodules') ?? '') && existsSync(join(repository.root, '.gitmodules')))
    throw new Error('submodules are not modelled here: set submodules to false, and commit what a build needs of them');
  const into = resolve(context.workspace, context.input('path') || '.');
  mkdirSync(into, { recursive: true });
  if (existsSync(join(repository.root, '.git'))) await clone(context, into);
  else cpSync(repository.root, into, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  context.setOutput('ref', context.input('ref') || repository.ref);
  context.setOutput('commit', repository.sha);
}

async function clone(context: BuiltinContext, into: string): Promise<void> {
  const { repository, signal } = context;
  const git = async (...args: readonly string[]) => {
    const env = { PATH: process.env['PATH'], HOME: context.temp, GIT_CONFIG_NOSYSTEM: '1' };
    const { stdout } = await promisify(execFile)('git', [...args], { cwd: into, env, signal });
    return stdout.trim();
  };
  const depth = context.input('fetch-depth') ?? '1';
  await git('init', '--quiet');
  await git('remote', 'add', 'origin', `file://${repository.root}`);
  const ref = context.input('ref') || repository.sha;
  await git('fetch', '--quiet', ...(depth === '0' ? ['--tags'] : ['--depth', depth]), 'origin', ref);
  await git('checkout', '--quiet', '--force', 'FETCH_HEAD');
  context.log(`HEAD is now at ${await git('rev-parse', 'HEAD')}`);
}
