import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { together } from '../../../test/e2e/sampled.ts';
import { sourcesIn } from '../../starters/src/index.ts';
import { initCommand } from '../src/commands/init.ts';
import type { Person } from '../src/person/person.ts';
import { runProgram } from '../src/program.ts';
import type { Terminal } from '../src/terminal.ts';
import { unpackCommand } from './packed.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const WORKFLOWS = '.github/workflows';
const PLACE = ['--vercel-project', 'shop', '--vercel-team', 'acme', '--production-url', 'https://shop.example'];

/** Packed once, and only where a test needs it. */
let packed: string | undefined;
let program: string | undefined;
function packedProgram(): string {
  packed ??= mkdtempSync(join(tmpdir(), 'lockstep-packed-'));
  program ??= unpackCommand(packed);
  return program;
}
afterAll(() => {
  if (packed !== undefined) rmSync(packed, { recursive: true, force: true });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  expect(spawnSync('git', args, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
}

function lockstep(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [packedProgram(), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const written = () => (existsSync(join(folder, WORKFLOWS)) ? readdirSync(join(folder, WORKFLOWS)) : []);
const read = (name: string) => readFileSync(join(folder, WORKFLOWS, name), 'utf8');

describe('the packed command, in an empty repository', () => {
  beforeEach(() => git('init', '--quiet', '--initial-branch=trunk'));

  together('writes what it shows, and says what is next', () => {
    const { code, out, err } = lockstep(['init', 'release,rollback', ...PLACE]);
    expect({ code, written: written() }).toEqual({
      code: 0,
      written: ['lockstep-release.yml', 'lockstep-rollback.yml'],
    });
    expect(out).toContain(`new      ${WORKFLOWS}/lockstep-release.yml`);
    expect(out).toContain('wrote 2 files; the workflows release the branch trunk');
    expect(err).toContain('lockstep doctor');
    expect(parse(read('lockstep-release.yml'))).toMatchObject({
      on: { push: { branches: ['trunk'] } },
      jobs: { release: { with: { 'vercel-project': 'shop', 'production-url': 'https://shop.example' } } },
    });
    expect(lockstep(['init', 'release,rollback', ...PLACE])).toMatchObject({
      code: 0,
      out: 'everything is there already\n',
    });
  });

  together('a dry run shows everything and writes nothing; JSON is one document', () => {
    const { code, out } = lockstep(['init', 'release', '--dry-run', '--vercel-project', 'shop']);
    expect(code).toBe(0);
    expect(out).toContain('+      vercel-project: shop');
    const json = lockstep(['init', 'release', '--dry-run', '--json', '--vercel-project', 'shop']);
    expect(JSON.parse(json.out)).toMatchObject({
      ...{ branch: 'trunk', written: false },
      files: [{ path: `${WORKFLOWS}/lockstep-release.yml`, change: 'new' }],
      missing: [expect.stringContaining('vercel-team is still YOUR-VERCEL-TEAM'), expect.any(String)],
    });
    expect(written()).toEqual([]);
  });

  together('a workflow that somebody changed is kept, with all others, unless it is to be replaced', () => {
    lockstep(['init', 'release', ...PLACE]);
    const mine = `${read('lockstep-release.yml')}# mine\n`;
    writeFileSync(join(folder, WORKFLOWS, 'lockstep-release.yml'), mine);
    const refused = lockstep(['init', 'release,recover', ...PLACE]);
    expect(refused).toMatchObject({
      code: 64,
      err: expect.stringMatching(/lockstep-release\.yml: there already, and different; nothing was written/),
    });
    expect(refused.out).toContain('-# mine');
    expect({ written: written(), text: read('lockstep-release.yml') }).toEqual({
      written: ['lockstep-release.yml'],
      text: mine,
    });
    // What was given once is not asked again.
    expect(lockstep(['init', 'release,recover', '--force'])).toMatchObject({ code: 0 });
    expect(read('lockstep-release.yml')).toBe(mine.replace('# mine\n', ''));
    expect(read('lockstep-recover.yml')).toContain('vercel-project: shop');
  });

  together('plain steps, and an older server of your own', () => {
    const ref = ['--ref', 'v1.2.3', '--mirror', 'acme/lockstep', '--older-server', '--plain-steps'];
    expect(lockstep(['init', 'release', ...ref, ...PLACE])).toMatchObject({ code: 0 });
    expect(read('lockstep-release.yml')).toMatch(/uses: acme\/lockstep\/actions\/release@v1\.2\.3/);
    expect(read('lockstep-release.yml')).not.toMatch(/queue:|lockstep-ci\/lockstep\//);
  });

  together('sees the project, the apps and the package manager of a monorepo', () => {
    for (const name of ['web', 'admin']) mkdirSync(join(folder, 'apps', name), { recursive: true });
    const app = JSON.stringify({ dependencies: { next: '16' } });
    for (const name of ['web', 'admin']) writeFileSync(join(folder, 'apps', name, 'package.json'), app);
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'packages: [apps/*]\n');
    writeFileSync(join(folder, 'pnpm-lock.yaml'), '');
    const { err } = lockstep(['init', 'release', '--dry-run']);
    expect(err).toContain('--apps admin=apps/admin,web=apps/web releases each on its own');
    const scoped = ['web', 'admin'].flatMap((name) => ['--with', `${name}:vercel-project=${name}`]);
    const made = lockstep(['init', 'release,pull-request', '--apps', 'web=apps/web,admin=apps/admin', ...scoped]);
    expect(made).toMatchObject({ code: 0 });
    expect(written().sort()).toEqual([
      'lockstep-pull-request.yml',
      'lockstep-release-admin.yml',
      'lockstep-release-web.yml',
    ]);
    expect(read('lockstep-pull-request.yml')).toContain('install-command: pnpm install --frozen-lockfile');
    expect(read('lockstep-release-admin.yml')).toContain('migrations-directory: none');
  });
});

describe('where it cannot write, it says so in a line and writes nothing', () => {
  together.each<[string, readonly string[], RegExp]>([
    ['no repository', ['init'], /^error: \.: git: .*not a git repository.*run "git init" first/],
    [
      'no folder',
      ['init', '--into', 'nowhere'],
      /^error: --into: expected the folder of your repository, got "nowhere"$/m,
    ],
    ['no starter', ['init', 'relase', '--branch', 'main'], /^error: there is no starter "relase"; expected one of /],
    [
      'no input',
      ['init', '--branch', 'main', '--with', 'bake-tme=1m'],
      /^error: --with: no called workflow has an input bake-tme; there is bake-time/,
    ],
    ['no pair', ['init', '--with', 'shop'], /^error: --with: expected INPUT=VALUE, got "shop"$/m],
  ])('%s', (_what, args, said) => {
    const { code, out, err } = lockstep(args);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 64, out: '', lines: 1 });
    expect(err.trim()).toMatch(said);
    expect(written()).toEqual([]);
  });

  together('no git', () => {
    expect(lockstep(['init'], { PATH: join(folder, 'none') })).toMatchObject({
      code: 64,
      err: expect.stringMatching(/^error: \.: git is not installed, or not on the PATH; .*--branch\n$/),
    });
  });

  together('a folder below the top of the repository', () => {
    git('init', '--quiet');
    mkdirSync(join(folder, 'web'));
    expect(lockstep(['init', '--into', 'web'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('not the top of its git repository'),
    });
  });

  together('a file or a link in the way: what was begun is removed', () => {
    mkdirSync(join(folder, WORKFLOWS), { recursive: true });
    writeFileSync(join(folder, 'elsewhere.yml'), 'theirs');
    symlinkSync(join(folder, 'elsewhere.yml'), join(folder, WORKFLOWS, 'lockstep-rollback.yml'));
    const linked = lockstep(['init', 'release,rollback', '--branch', 'main', '--force', ...PLACE]);
    expect(linked).toMatchObject({
      code: 64,
      err: expect.stringContaining('lockstep-rollback.yml is a symbolic link'),
    });
    expect(written()).toEqual(['lockstep-rollback.yml']);
    rmSync(join(folder, '.github'), { recursive: true });
    writeFileSync(join(folder, '.github'), '');
    expect(lockstep(['init', 'release', '--branch', 'main'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('.github is no folder'),
    });
  });

  together('a folder that is read-only', () => {
    chmodSync(folder, 0o555);
    // Nothing is read-only to root.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const file = packedProgram();
    const closed = dirname(dirname(dirname(file)));
    if ('uid' in user) for (const path of [closed, join(closed, 'installed')]) chmodSync(path, 0o755);
    try {
      const line = ['init', 'release', '--branch', 'main'];
      const { status, stderr } = spawnSync(process.execPath, [file, ...line], {
        cwd: folder,
        encoding: 'utf8',
        ...user,
      });
      expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 64, lines: 1 });
      expect(stderr).toMatch(/cannot be written, nothing was: EACCES/);
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});

describe('on a terminal', () => {
  /** Somebody who answers by what is asked, and what was asked, with what an empty answer means. */
  async function answering(answers: Readonly<Record<string, string | readonly string[]>>, ...line: readonly string[]) {
    const asked: string[] = [];
    const left = new Map(Object.entries(answers).map(([question, answer]) => [question, [answer].flat()]));
    let said = '';
    const say = (text: string) => {
      said += text;
    };
    const answerTo = (question: string, usual: string) => {
      asked.push(`${question} [${usual}]`);
      const [, queue] = [...left].find(([start]) => question.startsWith(start)) ?? [];
      return queue?.shift() || usual;
    };
    const person: Person = {
      async text({ question, usual, problem = () => undefined }) {
        for (;;) {
          const answer = answerTo(question, usual);
          const wrong = problem(answer);
          if (wrong === undefined) return answer;
          say(`${wrong}\n`);
        }
      },
      async choose({ question, choices, usual }) {
        const answer = answerTo(question, usual);
        const chosen = choices.find(({ value }) => value === answer);
        if (chosen === undefined) throw new Error(`"${question}" has no ${answer}`);
        return chosen.value;
      },
      confirm: async (question) => answerTo(question, 'yes') === 'yes',
      secret: async (question) => answerTo(question, ''),
    };
    const terminal: Terminal = {
      ...{ stdin: process.stdin, write: say, writeSecret: say, tell: say, debug: true },
      ...{ paint: (_verdict, word) => word, onInterrupt: () => () => undefined, person: async () => person },
    };
    const code = await runProgram(['init', '--into', folder, ...line], [initCommand(sourcesIn(root))], terminal);
    return { code, asked, said };
  }
  beforeEach(() => git('init', '--quiet', '--initial-branch=main'));

  test('asks for what is not given, until the answer will do, and writes after a yes', async () => {
    const answers = {
      'Vercel project': ['', 'shop'],
      'Address of the app': ['shop', 'https://shop.example'],
      'Who lets': 'reviewers',
    };
    const { code, asked, said } = await answering(answers, 'release');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('expected the name of a project') });
    expect(asked).toEqual([
      ...['Environments [one]', 'Who lets a release happen [none]', 'How users get a release [promote]'],
      ...['Vercel project []', 'Vercel project []', 'Vercel team, empty for a personal account []'],
      ...['Address of the app []', 'Address of the app []', 'Write 1 file? [yes]'],
    ]);
    expect(read('lockstep-release.yml')).toMatch(
      /vercel-project: shop\n +vercel-team: ""\n +production-url: https:\/\/shop\.example\n +approval-environment: production-approval/,
    );
  });

  test('by stages: the release says so, and what the project needs for it', async () => {
    const place = ['--vercel-project', 'shop', '--production-url', 'https://shop.example', '--yes'];
    const { code, said } = await answering({}, 'release', ...place, '--strategy', 'rolling');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('note: strategy: rolling needs') });
    expect(parse(read('lockstep-release.yml'))).toMatchObject({ jobs: { release: { with: { strategy: 'rolling' } } } });
    expect(await answering({}, 'release', ...place, '--force')).toMatchObject({ code: 0 });
    expect(read('lockstep-release.yml')).not.toContain('strategy');
    expect((await answering({}, 'release', ...place, '--strategy', 'slowly')).code).toBe(64);
  });

  test('a no writes nothing', async () => {
    const answers = { 'Vercel project': 'shop', 'Address of the app': 'https://shop.example', Write: 'no' };
    expect(await answering(answers, 'release')).toMatchObject({
      code: 0,
      said: expect.stringContaining('nothing was written'),
    });
    expect(written()).toEqual([]);
  });

  test('proposes what the repository says', async () => {
    mkdirSync(join(folder, '.vercel'));
    writeFileSync(join(folder, '.vercel/project.json'), JSON.stringify({ projectName: 'shop', orgId: 'team_1' }));
    const { asked } = await answering({ 'Address of the app': 'https://shop.example' }, 'release');
    expect(asked).toEqual(expect.arrayContaining(['Vercel project [shop]', expect.stringContaining('[team_1]')]));
    expect(read('lockstep-release.yml')).toContain('vercel-team: team_1');
  });

  test('environments of your own, a rolling release, and what installs packages where no lock file says it', async () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    const answers = {
      ...{ Environments: 'others', 'Names of': ['?', 'qa,live'], 'How users': 'rolling', 'No lock file': 'yarn' },
      ...{ 'Vercel project': 'shop', 'Address of the app': 'https://shop.example' },
    };
    const { code, said } = await answering(answers, 'release,pull-request');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('expected names, got "?"') });
    expect(written().sort()).toEqual([
      'lockstep-promote-live.yml',
      'lockstep-pull-request.yml',
      'lockstep-release-qa.yml',
    ]);
    expect(read('lockstep-promote-live.yml')).toContain('strategy: rolling');
    expect(read('lockstep-pull-request.yml')).toContain('install-command: yarn install --immutable');
  });

  test('asks about releases only where a workflow releases, and about packages only where no lock file is', async () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'pnpm-lock.yaml'), '');
    const answers = { 'Vercel project': 'shop', 'Address of the app': 'https://shop.example' };
    const { asked } = await answering(answers, 'pull-request,rollback');
    expect(asked.filter((question) => !/^(Vercel|Address|Write)/.test(question))).toEqual([]);
  });

  test('asks nothing with --yes', async () => {
    expect((await answering({}, 'release', '--yes')).asked).toEqual([]);
    expect(written()).toEqual(['lockstep-release.yml']);
  });
});
