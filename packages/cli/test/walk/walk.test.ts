import { chmodSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, test as always, beforeAll, describe, expect } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { rare as test } from '../../../../test/e2e/sampled.ts';
import { commands } from '../../src/commands.ts';
import { unpackCommand } from '../packed.ts';
import { asking, type Line, lines, project } from './lines.ts';
import { contents, type Ended, expectHonest, lay, walk } from './walker.ts';

const scope = new Scope();
const REFUSED = 'postgresql://walker:hunter2hunter2@127.0.0.1:1/shop';
let program: string;
let postgres: Postgres;
beforeAll(async () => {
  const folder = scope.folder('lockstep-walk-');
  program = unpackCommand(folder);
  for (const path of ['.', 'installed']) chmodSync(join(folder, path), 0o755);
  postgres = await borrowPostgres(scope, { password: 'correct horse battery' });
});
afterAll(() => scope[Symbol.asyncDispose]());

const empty = () => lay(scope.folder('lockstep-walk-'), {});
const filled = () => lay(scope.folder('lockstep-walk-'), project);
const all = Object.entries(lines);
const those = (has: (line: Line) => unknown) => all.filter(([, line]) => has(line));

always('every command is walked', () => {
  const walked = new Set(all.map(([, { args }]) => args[0]));
  expect(commands.map(({ name }) => name).filter((name) => !walked.has(name))).toEqual([]);
});

describe('in an empty folder, with nothing set', () => {
  test.each(those(({ server }) => !server))('%s', async (_name, { args }) => {
    const cwd = empty();
    const before = contents(cwd);
    const ended = await walk(program, [...args, '--json'], { cwd });
    expectHonest(ended, true);
    if (ended.code === 64) expect(contents(cwd)).toEqual(before);
  });
});

describe('where the port of the database is refused', () => {
  test.each(those(({ database }) => database))('%s', async (_name, line) => {
    const cwd = filled();
    const before = contents(cwd);
    const ended = await walk(program, [...line.args, '--json'], { cwd, env: asking(line, REFUSED, '') });
    expectHonest(ended, true);
    expect(ended.code).toBe(2);
    const { reason, verdict } = JSON.parse(ended.out);
    // A list of checks says it in a check of its own.
    if (reason !== undefined) expect({ reason, verdict }).toEqual({ reason: 'remote-error', verdict: 'unknown' });
    expect(ended.out + ended.err).toMatch(
      /cannot be reached \(ECONNREFUSED\); start it, or correct host and port in [A-Z_]+_URL/,
    );
    expect(ended.out + ended.err).not.toContain('hunter2');
    expect(contents(cwd)).toEqual(before);
  });
});

describe('with a wrong password', () => {
  test.each(those(({ database }) => database))('%s', async (_name, line) => {
    const url = postgres.url('postgres').replace('correct', 'wrong');
    const ended = await walk(program, line.args, { cwd: filled(), env: asking(line, url, '') });
    expectHonest(ended);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(
      /^error: database \S+: the login was refused \(28P01\); check user and password in [A-Z_]+_URL/,
    );
    expect(ended.err).not.toContain('battery');
  });
});

describe('where GitHub is not there', () => {
  test.each(those(({ github }) => github))('%s', async (_name, line) => {
    const server = await listen(createServer((socket) => socket.destroy()));
    const cwd = filled();
    const before = contents(cwd);
    const env = asking(line, '', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const ended = await walk(program, line.args, { cwd, env });
    expectHonest(ended);
    expect(ended.code).toBe(2);
    expect(ended.out + ended.err).toMatch(/GitHub/);
    expect(ended.out + ended.err).not.toContain('ghp_walk');
    if (line.partial === undefined) expect(contents(cwd)).toEqual(before);
  });
});

test('releases asks a GitHub that stays silent once, and not again and again', async () => {
  let asked = 0;
  const server = await listen(
    createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => asked++);
    }),
  );
  const env = asking({ args: [], github: true }, '', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ended = await walk(program, ['releases'], { cwd: filled(), env });
  expectHonest(ended);
  expect({ ...ended, asked }).toMatchObject({
    code: 2,
    asked: 1,
    err: expect.stringMatching(/GitHub: GET \S+: no answer/),
  });
});

describe('without git', () => {
  test.each(those(({ git }) => git))('%s', async (_name, { args }) => {
    const cwd = filled();
    const ended = await walk(program, args, { cwd, env: { PATH: empty() } });
    expectHonest(ended);
    expect(ended).toMatchObject({ code: 64, err: expect.stringContaining('git is not installed, or not on the PATH') });
  });

  test.each(those(({ git, server }) => !git && !server).filter(([name]) => !/^(verify|new from)/.test(name)))(
    '%s needs none',
    async (_name, line) => {
      const ended = await walk(program, line.args, { cwd: filled(), env: { PATH: empty() } });
      expectHonest(ended);
      expect(ended.err).not.toContain('git is not installed');
    },
  );
});

test.each([
  ['rehearse', ['rehearse'], /^error: bash is not on the PATH: a rehearsal runs .*; install it .*\nerror: git is not/],
  [
    'backup drill',
    ['backup', 'drill', '--to', 'kept', '--check-command', 'npm test'],
    /^error: --check-command: it is run by bash, which is not on the PATH: install it, or leave it out\n$/,
  ],
])('%s says at once that it needs bash', async (_name, args, told) => {
  const ended = await walk(program, args, { cwd: filled(), env: { PATH: empty() } });
  expectHonest(ended);
  expect(ended).toMatchObject({ code: 64, err: expect.stringMatching(told) });
});

test('rehearse says what is wrong with a file of variables, and warns of secrets in it', async () => {
  const files = { '.env.bad': 'geheim\n', '.env.live': 'STRIPE_KEY=sk_live_geheimgeheim\nREGION=fra1\n' };
  const cwd = lay(filled(), files);
  const bad = await walk(program, ['rehearse', '--env', '.env.none', '--env', '.env.bad'], { cwd });
  expect(bad).toMatchObject({ code: 64, out: '' });
  expect(bad.err).toMatch(
    /--env: \.env\.none cannot be read: it is not there; .*\n.*--env: \.env\.bad:1: expected NAME=VALUE\n$/,
  );
  const live = await walk(program, ['rehearse', '--env', '.env.live'], { cwd });
  expect(live.err).toMatch(/^warning: --env: STRIPE_KEY: look like secrets that are in use; /);
  expect(bad.err + live.err).not.toContain('geheim');
});

describe('a folder', () => {
  test.each(those(({ folder }) => folder))('that may not be read: %s', async (_name, { args, folder = '' }) => {
    const cwd = empty();
    const closed = join(cwd, 'closed');
    mkdirSync(closed, { mode: 0o000 });
    const given = args.includes(folder)
      ? args.map((one, at) => (args[at - 1] === folder ? 'closed' : one))
      : [...args, folder, 'closed'];
    const ended = await walk(program, given, { cwd, asOther: true });
    chmodSync(closed, 0o755);
    expectHonest(ended);
    expect(ended.code).toBe(64);
    expect(ended.err).not.toMatch(/call stack|ENOENT/i);
    expect(contents(cwd)).toEqual({ closed: '' });
  });

  test.each(those(({ writes }) => writes))('that may not be written: %s', async (name, line) => {
    const cwd =
      name.startsWith('init') || name.startsWith('evidence record') || name.startsWith('platform') ? empty() : filled();
    const before = contents(cwd);
    for (const path of ['.', ...Object.keys(before)]) chmodSync(join(cwd, path), 0o555);
    const ended = await walk(program, line.args, {
      cwd,
      asOther: true,
      env: asking(line, REFUSED, 'http://127.0.0.1:1'),
    });
    expectHonest(ended);
    expect(ended.code).toBe(64);
    expect(contents(cwd)).toEqual(before);
  });

  test.each(those(({ file }) => file))('where a file is expected: %s', async (_name, { args, file = '', ...line }) => {
    const cwd = filled();
    mkdirSync(join(cwd, 'folder'));
    const given = args.map((one) => (one === file ? 'folder' : one));
    const ended = await walk(program, given, { cwd, env: asking({ args, ...line }, REFUSED, '') });
    expectHonest(ended);
    expect(ended.code).toBe(64);
    expect(ended.err).toMatch(/folder/);
  });
});

describe('a file', () => {
  const text = those(({ file }) => file !== undefined && file !== 'proof.txt');
  test.each(text)('that is not UTF-8: %s', async (_name, { args, file = '', ...line }) => {
    const cwd = lay(filled(), { [file]: Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]) });
    const before = contents(cwd);
    const ended = await walk(program, args, { cwd, env: asking({ args, ...line }, REFUSED, '') });
    expectHonest(ended);
    expect(ended.code).toBe(64);
    expect(ended.err).toMatch(/not UTF-8/);
    expect(contents(cwd)).toEqual(before);
  });

  test.each(text)('as editors on Windows write it is as any other: %s', async (_name, { args, file = '', ...line }) => {
    const way = { cwd: filled(), env: asking({ args, ...line }, REFUSED, '') };
    const other = lay(filled(), { [file]: `\ufeff${project[file]?.replaceAll('\n', '\r\n')}` });
    const [one, two] = [await walk(program, args, way), await walk(program, args, { ...way, cwd: other })];
    const steady = ({ code, err, out }: Ended) => ({ code, said: `${err}${out}`.replace(/\d{14}/g, '') });
    expect(steady(two)).toEqual(steady(one));
  });

  test.each(those(({ file }) => file))('whose name is too long: %s', async (_name, { args, file = '', ...line }) => {
    const given = args.map((one) => (one === file ? 'x'.repeat(5_000) : one));
    const ended = await walk(program, given, { cwd: filled(), env: asking({ args, ...line }, REFUSED, '') });
    expectHonest(ended);
    expect(ended.code).toBe(64);
  });
});

describe('a wrong command line', () => {
  test.each(all)('%s', async (_name, { args }) => {
    const command = commands.find(({ name }) => name === args[0]);
    const valued = command?.options.find(({ many, value }) => value !== undefined && many !== true);
    const wrong = [
      ['--no-such-option'],
      ...(valued === undefined
        ? []
        : [
            [`--${valued.name}`],
            [`--${valued.name}`, '--json'],
            [`--${valued.name}=${valued.choices?.[0] ?? 'a'}`, `--${valued.name}=${valued.choices?.[0] ?? 'b'}`],
          ]),
    ];
    for (const more of wrong) {
      const cwd = empty();
      const ended = await walk(program, [...args, ...more], { cwd });
      expectHonest(ended, more.includes('--json'));
      expect(ended.code).toBe(64);
      expect(contents(cwd)).toEqual({});
    }
  });
});

describe('the streams', () => {
  test.each(those(({ server }) => !server).filter(([name]) => !/^(verify|new from)/.test(name)))(
    '%s: no input, nobody who reads, no colours',
    async (_name, { args }) => {
      const colours = { FORCE_COLOR: '1', TERM: 'xterm-256color' };
      const plain = await walk(program, args, { cwd: filled(), env: colours });
      expectHonest(plain);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must not be there
      expect(plain.out + plain.err).not.toMatch(/\u001b/);
      for (const streams of ['<&-', '| head -c 1', '>/dev/full']) {
        const ended = await walk(program, args, { cwd: filled(), streams });
        expectHonest({ ...ended, code: streams.startsWith('|') ? plain.code : ended.code });
        // An answer that did not arrive is no pass.
        if (streams === '>/dev/full' && plain.out !== '')
          expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') });
        else if (!streams.startsWith('|')) expect(ended.code).toBe(plain.code);
      }
    },
  );
});

test.each([
  [['backup', 'create', '--to', 's3://key:geheimgeheim@bucket/x'], '--to'],
  [['edge-audit', 'https://me:geheimgeheim@127.0.0.1:1'], 'an argument'],
  [['releases', '--token', 'ghp_geheimgeheim'], '--token'],
  [['releases', '--token=ghp_geheimgeheim'], '--token'],
  [['rehearse', '--secret', 'DATABASE=postgresql://me:geheimgeheim@db.example/x'], '--secret'],
])('a secret in %j is warned of, and said nowhere', async (args, name) => {
  const { err, out } = await walk(program, args, { cwd: empty() });
  expect(err).toMatch(new RegExp(`^warning: ${name}: other users of this machine can see the secret in it`));
  expect(out + err).not.toContain('geheimgeheim');
});

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer('a server', () => new Promise<void>((resolve) => server.close(() => resolve())));
  return server;
}
