import { stripVTControlCharacters } from 'node:util';
import { afterAll, test as always, beforeAll, describe, expect } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { unpackCommand } from '../packed.ts';
import { asking, lines, project } from './lines.ts';
import { contents, KEYS, lay, type Typing, walk } from './walker.ts';

const ESCAPE = '\u001b';
const [HIDE, SHOW] = ['\u001b[?25l', '\u001b[?25h'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const COLOUR = /\u001b\[[\d;]*m/;
const scope = new Scope();
let program: string;
beforeAll(() => {
  program = unpackCommand(scope.folder('lockstep-prompts-'));
});
afterAll(() => scope[Symbol.asyncDispose]());

/** All that `lockstep init` asks, up to the last question. */
const answered: readonly Typing[] = [
  { at: 'Environments', keys: KEYS.enter },
  { at: 'Who lets a release happen', keys: KEYS.enter },
  { at: 'How users get a release', keys: KEYS.enter },
  { at: 'What installs packages', keys: KEYS.enter },
  { at: 'Vercel project', keys: `shop${KEYS.enter}` },
  { at: 'Vercel team', keys: KEYS.enter },
  { at: 'Address of the app', keys: `https://shop.example${KEYS.enter}` },
];

interface Asking {
  readonly args: readonly string[];
  readonly before: readonly Typing[];
  readonly at: string;
}
const init = ['init', '--branch', 'main'];

/** A question of each kind, what was answered before it, and where it is asked. */
const questions: Readonly<Record<string, Asking>> = {
  'a choice': { args: init, before: [], at: 'Environments' },
  'a question for a text': { args: init, before: answered.slice(0, 4), at: 'Vercel project' },
  'a yes or no': { args: init, before: answered, at: 'Write 9 files?' },
  'the URL of a database': { args: ['status'], before: [], at: 'URL of the database' },
  'a token': { args: ['releases', '--repository', 'acme/shop'], before: [], at: 'Token for GitHub' },
};

const ends = [
  ['Ctrl-C', KEYS.interrupt, { code: 130, signal: null }],
  ['Ctrl-C after a part of the answer', `hunter2${KEYS.interrupt}`, { code: 130, signal: null }],
  ['SIGTERM', { signal: 'SIGTERM' }, { code: 143, signal: null }],
  ['SIGHUP', { signal: 'SIGHUP' }, { code: 129, signal: null }],
  ['Ctrl-D', KEYS.end, { code: 64, signal: null }],
] as const;

const terminals = [
  ['a terminal', { TERM: 'xterm-256color' }],
  ['a terminal without colours', { TERM: 'xterm-256color', NO_COLOR: '1' }],
  ['a terminal that cannot move its cursor', { TERM: 'dumb' }],
] as const;

describe.each(terminals)('on %s', (_terminal, env) => {
  describe.each(Object.entries(questions))('at %s', (_name, { args, at, before }) => {
    test.each(ends)('%s ends it, and nothing is written', async (_how, keys, expected) => {
      const cwd = lay(scope.folder('lockstep-prompts-'), project);
      const there = contents(cwd);
      const ended = await walk(program, args, { cwd, env, typing: [...before, { at, keys }] });
      const shown = stripVTControlCharacters(ended.err);
      expect({ ...ended, shown }).toMatchObject(expected);
      // What a shell says next begins a line of its own.
      expect(shown).toMatch(expected.code === 64 ? /\nerror: \S[^\n]*\n$/ : /\n$/);
      expect(shown).not.toMatch(/a fault of lockstep|^ {4}at /m);
      expect(ended.out).not.toContain(at);
      // A cursor that was hidden is shown again.
      expect(ended.err.lastIndexOf(HIDE)).toBeLessThanOrEqual(ended.err.lastIndexOf(SHOW));
      if ('NO_COLOR' in env) expect(ended.err).not.toMatch(COLOUR);
      if (env.TERM === 'dumb') expect(ended.err).not.toContain(ESCAPE);
      expect(contents(cwd)).toEqual(there);
    });
  });

  test('what is typed at the terminal is what is done', async () => {
    const cwd = lay(scope.folder('lockstep-prompts-'), project);
    const typing = [...answered, { at: 'Write 9 files?', keys: KEYS.enter }];
    const ended = await walk(program, init, { cwd, env, typing });
    expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/wrote 9 files/) });
    expect(contents(cwd)['.github/workflows/lockstep-release.yml']).toContain('https://shop.example');
  });

  test('an answer that will not do is asked for again', async () => {
    const cwd = lay(scope.folder('lockstep-prompts-'), project);
    const typing = [
      ...answered.slice(0, 6),
      { at: 'Address of the app', keys: `shop.example${KEYS.enter}` },
      // On a terminal that can move its cursor, what was typed is there to be corrected.
      { at: 'expected an address', keys: `${env.TERM === 'dumb' ? '' : KEYS.clear}https://shop.example${KEYS.enter}` },
      { at: 'Write 9 files?', keys: `n${KEYS.enter}` },
    ];
    const ended = await walk(program, init, { cwd, env, typing });
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining('nothing was written') });
    expect(contents(cwd)['.github/workflows/lockstep-release.yml']).toBeUndefined();
  });

  test.each(['status', 'releases'])('a secret is not shown while it is typed: %s', async (name) => {
    const { args, at } = name === 'status' ? asked('the URL of a database') : asked('a token');
    const secret = name === 'status' ? 'postgresql://walker:hunter2hunter2@127.0.0.1:1/shop' : 'ghp_hunter2hunter2';
    const ended = await walk(program, args, {
      cwd: lay(scope.folder('lockstep-prompts-'), project),
      env: { ...env, GITHUB_API_URL: 'http://127.0.0.1:1' },
      // The library could show it at Ctrl-T.
      typing: [{ at, keys: `${secret}${env.TERM === 'dumb' ? '' : '\u0014'}${KEYS.enter}` }],
    });
    expect(ended).toMatchObject({ code: 2, err: expect.stringMatching(/error: .*(no answer|ECONNREFUSED)/) });
    expect(ended.out + ended.err).not.toContain('hunter2');
  });
});

function asked(name: string): Asking {
  const found = questions[name];
  if (found === undefined) throw new Error(`there is no question ${name}`);
  return found;
}

test('arrow keys choose', async () => {
  const cwd = lay(scope.folder('lockstep-prompts-'), project);
  const [, , ...rest] = answered;
  const typing = [
    { at: 'Environments', keys: `${KEYS.down}${KEYS.enter}` },
    { at: 'Who lets a release happen', keys: `${KEYS.down}${KEYS.down}${KEYS.up}${KEYS.enter}` },
    ...rest,
    { at: 'Write', keys: KEYS.enter },
  ];
  expect(await walk(program, init, { cwd, typing })).toMatchObject({ code: 0 });
  const written = contents(cwd);
  expect(written['.github/workflows/lockstep-release-staging.yml']).toContain('environment: staging');
  expect(written['.github/workflows/lockstep-promote-production.yml']).toContain('approval-environment: production');
});

test('nothing is asked where no one is there', async () => {
  const cwd = lay(scope.folder('lockstep-prompts-'), project);
  expect(await walk(program, init, { cwd })).toMatchObject({
    code: 0,
    err: expect.not.stringContaining('Environments'),
  });
  expect(await walk(program, ['status'], { cwd })).toMatchObject({
    ...{ code: 64, out: '' },
    err: expect.stringMatching(/^error: no database: set LOCKSTEP_DATABASE_URL/),
  });
});

describe('colours on a terminal', () => {
  const play = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    walk(program, args, { cwd: lay(scope.folder('lockstep-prompts-'), project), env, typing: [] });

  always('are there where they are shown', async () => {
    expect((await play(['app-audit'], { TERM: 'xterm-256color' })).out).toContain(ESCAPE);
  });

  // GitHub is asked again and again before it counts as absent.
  const quick = Object.entries(lines).filter(
    ([name, { github, server }]) => !github && !server && !/^(verify|new from)/.test(name),
  );
  test.each(quick)('%s has none with NO_COLOR, and none on a terminal without them', async (_name, line) => {
    const env = asking(line, 'postgresql://walker@127.0.0.1:1/shop', 'http://127.0.0.1:1');
    for (const none of [{ NO_COLOR: '1', TERM: 'xterm-256color' }, { TERM: 'dumb' }]) {
      const { code, err, out } = await play(line.args, { ...env, ...none });
      expect([0, 1, 2, 64]).toContain(code);
      expect(out + err).not.toContain(ESCAPE);
    }
  });
});
