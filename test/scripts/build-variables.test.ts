import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { parseVariables } from '@lockstep/base';
import { parse } from 'yaml';
import { thinned as test } from '../e2e/sampled.ts';

const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Every step that runs a command of the caller's, by its workflow. */
const steps = ['release', 'preview', 'quality'].flatMap((name) => {
  const { jobs } = parse(readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
  };
  const all = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return all.filter(({ run = '' }) => /-c "\$(BUILD|INSTALL)_COMMAND"/.test(run)).map((step) => ({ name, step }));
});

/** The function that reads variables, out of a step's script. */
const giveOf = ({ run = '' }: Step) => /^give\(\) \{\n[\s\S]*?^\}\n/m.exec(run)?.[0] ?? '';

test('every command of the caller’s gets its variables and secrets in one way', () => {
  expect(steps.map(({ name }) => name)).toEqual(['release', 'release', 'preview', 'quality']);
  expect(new Set(steps.map(({ step }) => giveOf(step))).size).toBe(1);
  for (const { step } of steps) {
    expect(giveOf(step)).not.toBe('');
    expect(step.run).toContain(
      `give build-env "$BUILD_VARIABLES" ''\ngive BUILD_ENV "$BUILD_ENV" mask\nunset BUILD_VARIABLES BUILD_ENV\n`,
    );
    expect(step.env).toMatchObject({
      BUILD_VARIABLES: '${{ inputs.build-env }}',
      BUILD_ENV: '${{ secrets.BUILD_ENV }}',
      NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}',
      NPM_TOKEN: '${{ secrets.NPM_TOKEN }}',
    });
  }
});

test('a backup gets its own in the same way', () => {
  const { jobs } = parse(readFileSync(join(root, '.github/workflows/contract.yml'), 'utf8'));
  const backup: Step = jobs.contract.steps.find(({ env }: Step) => env?.['BACKUP_ENV'] !== undefined);
  expect(giveOf(backup)).toBe(giveOf(steps[0]?.step ?? {}));
  expect(backup.run).toContain(
    'give BACKUP_ENV "$BACKUP_ENV" mask\nunset BACKUP_ENV\nbash -euo pipefail -c "$BACKUP_COMMAND"',
  );
});

const [first] = steps;
const give = first === undefined ? '' : giveOf(first.step);
const NAMES = ['A', 'B', 'C', 'KEY', 'a', 'AB'];

/** What a command would find, and what the step wrote. */
function given(text: string): { readonly ok: boolean; readonly found: Record<string, string>; readonly said: string } {
  const show = `exec node -e 'console.log("FOUND" + JSON.stringify(process.env))'`;
  const { status, stdout } = spawnSync(
    'bash',
    ['-e', '-o', 'pipefail', '-c', `${give}\ngive BUILD_ENV "$TEXT" mask\n${show}`],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TEXT: text },
    },
  );
  const [said = '', json = '{}'] = stdout.split('FOUND');
  const env = JSON.parse(json) as Record<string, string>;
  const found = Object.fromEntries(NAMES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  return { ok: status === 0, found, said };
}

const pem = '-----BEGIN KEY-----\nMII=\n\n  indented\\n\n-----END KEY-----';

describe('the step reads variables as vercel-deploy does', () => {
  test.each([
    '',
    'A=1\nB=two words',
    'A=\nB=1',
    `A=b=c "d" 'e' #f $HOME \`h\` $(id) \\ !x %25 *`,
    'A="x"\nB="',
    'A=1\r\nB<<E\r\nx\r\ny\r\nE\r\n',
    '\n# A=0\n  A=  1  \n\t\n',
    `KEY<<END\n${pem}\nEND\nB=1`,
    'A<<E\nB=1\n# c\nC<<E2\nE',
    'A<<E\nE',
    'A<<E\n\nE',
    'A<<  E F \nx\n  E F\nB=1',
    'A=last without an end of line',
    'A=ünï→\u202e',
    'A=::error::x\nB=%0A::warning::y',
    'A=1\na=2\nB=3\nAB=4',
  ])('%j', (text) => {
    const { values, problems } = parseVariables(text);
    expect(problems).toEqual([]);
    expect(given(text)).toMatchObject({ ok: true, found: Object.fromEntries(values) });
  });

  const REFUSED = [
    'hunter22',
    'A=1\n2B=hunter22',
    'A<<E\nhunter22',
    'A<<\nhunter22',
    `KEY=${pem}`,
    'export A=hunter22',
  ];
  // Two values of one name: which of them is meant, nobody can say.
  const TWICE = [
    'A=1\nA=hunter22',
    'A=hunter22\nB=2\nA=hunter22',
    'A<<E\nhunter22\nE\nA=1',
    'A=1\nA<<E\nhunter22\nE',
    'A=\nA=',
  ];
  test.each([...REFUSED, ...TWICE])('and refuses %j, by its line and never its text', (text) => {
    expect(parseVariables(text).problems).not.toEqual([]);
    const { ok, said } = given(text);
    expect(ok).toBe(false);
    expect(said).toMatch(/^::error title=BUILD_ENV::/m);
    expect(said.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/hunter|BEGIN/);
  });

  test('what is secret is masked line by line, but for lines that would blank out the log', () => {
    expect(given('A=hunter%22\nB=1\nC<<E\nfirst line\n}\nE').said).toBe(
      '::add-mask::hunter%2522\n::add-mask::first line\n',
    );
  });
});
