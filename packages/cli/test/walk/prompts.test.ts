import { afterAll, test as always, beforeAll, describe, expect } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { unpackCommand } from '../packed.ts';
import { asking, lines, project } from './lines.ts';
import { contents, KEYS, lay, type Typing, walk } from './walker.ts';

const scope = new Scope();
let program: string;
beforeAll(() => {
  program = unpackCommand(scope.folder('lockstep-prompts-'));
});
afterAll(() => scope[Symbol.asyncDispose]());

/** All that `lockstep init` asks, up to the last question. */
const answered: readonly Typing[] = [
  { at: 'Who lets a release happen', keys: KEYS.enter },
  { at: 'Vercel project', keys: `shop${KEYS.enter}` },
  { at: 'Vercel team', keys: KEYS.enter },
  { at: 'Address of the app', keys: `https://shop.example${KEYS.enter}` },
];

/** A question of each kind, what was answered before it, and where it is asked. */
const questions: Readonly<
  Record<string, { readonly args: readonly string[]; readonly before: readonly Typing[]; readonly at: string }>
> = {
  'the first question of init': { args: ['init', '--branch', 'main'], before: [], at: 'Who lets a release happen' },
  'the last question of init': { args: ['init', '--branch', 'main'], before: answered, at: '[Y/n]' },
  'the URL of a database': { args: ['status'], before: [], at: 'URL of the database' },
  'a token': { args: ['releases', '--repository', 'acme/shop'], before: [], at: 'Token for GitHub' },
};

const ends = [
  ['Ctrl-C', KEYS.interrupt, { code: 130, signal: null }],
  ['Ctrl-C after a part of the answer', `hunter2${KEYS.interrupt}`, { code: 130, signal: null }],
  ['SIGTERM', { signal: 'SIGTERM' }, { code: 143, signal: null }],
  ['Ctrl-D', KEYS.end, { code: 64, signal: null, err: expect.stringMatching(/\nerror: \S[^\n]*\n$/) }],
] as const;

describe.each(Object.entries(questions))('at %s', (_name, { args, at, before }) => {
  test.each(ends)('%s ends it, and nothing is written', async (_how, keys, expected) => {
    const cwd = lay(scope.folder('lockstep-prompts-'), project);
    const there = contents(cwd);
    const ended = await walk(program, args, { cwd, typing: [...before, { at, keys }] });
    expect(ended).toMatchObject(expected);
    // What a shell says next begins a line of its own.
    expect(ended.err).toMatch(/\n$/);
    expect(ended.err).not.toMatch(/a fault of lockstep|^ {4}at /m);
    expect(contents(cwd)).toEqual(there);
  });
});

test('what is typed at the terminal is what is done', async () => {
  const cwd = lay(scope.folder('lockstep-prompts-'), project);
  const typing = [...answered, { at: '[Y/n]', keys: KEYS.enter }];
  const ended = await walk(program, ['init', '--branch', 'main'], { cwd, typing });
  expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/wrote 9 files/) });
  expect(contents(cwd)['.github/workflows/lockstep-release.yml']).toContain('https://shop.example');
});

test('a secret is not shown while it is typed', async () => {
  const url = 'postgresql://walker:hunter2hunter2@127.0.0.1:1/shop';
  const typing = [{ at: 'URL of the database', keys: `${url}${KEYS.enter}` }];
  const ended = await walk(program, ['status'], { cwd: lay(scope.folder('lockstep-prompts-'), project), typing });
  expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('ECONNREFUSED') });
  expect(ended.out + ended.err).not.toContain('hunter2');
});

describe('colours on a terminal', () => {
  const ESCAPE = '\u001b';
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
