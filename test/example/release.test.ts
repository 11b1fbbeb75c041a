import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildCommandFor, builtNow, example, isBuilt, isGiven, SECRET } from './built.ts';

const root = join(import.meta.dirname, '..', '..');
const judged = isBuilt ? test : test.skip;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'example-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[]) {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  const options = { cwd: folder, encoding: 'utf8', env: { ...env, ...who, ...committer } } as const;
  const { status, stdout, stderr } = spawnSync(program, [...args], options);
  return { status, said: stdout + stderr };
}

judged(
  'the example is installed, built and released with its schema, and its contract migration waits',
  () => {
    // Within a larger repository, as it is here.
    run('git', ['init', '--quiet', '--initial-branch=main']);
    const skip = /\/(?:node_modules|\.next)$/;
    const to = join(folder, 'examples/prescriptions');
    cpSync(example, to, { recursive: true, filter: (path) => !skip.test(path) });
    symlinkSync(root, join(folder, 'lockstep'));
    run('git', ['add', 'examples']);
    run('git', ['commit', '--quiet', '--message=Prescriptions']);
    const args = [
      'lockstep/packages/cli/lib/main.js',
      'rehearse',
      'examples/prescriptions',
      '--env',
      `SUPABASE_JWT_SECRET=${SECRET}`,
    ];
    // What a page takes here says more of the machine than of the app: running.test.ts asks it, without a limit.
    args.push('--with', 'test-config=');
    // With a build that is there already it is a prebuilt deployment; else Vercel's stand-in installs and builds it.
    if (isGiven) {
      const command = buildCommandFor([builtNow()], join(folder, 'build'));
      args.push('--with', `build-command=${command}`, '--with', 'install-command=');
    }
    const { status, said } = run(process.execPath, args);
    for (const line of [
      'Expand the schema: pass (applied): 8 migrations applied, none to 20260218090000',
      'Health check (candidate): pass (passed)',
      'the run       success',
      'users get     200 a page',
      ', 20260216090000, 20260218090000\n',
      '1 contract migration waits',
    ])
      expect(said).toContain(line);
    expect(status).toBe(0);
  },
  900_000,
);
