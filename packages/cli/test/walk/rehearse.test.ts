import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { inCi as test } from '../../../../test/e2e/sampled.ts';
import { unpackCommand, unpackRehearse } from '../packed.ts';
import { contents, type Ended, lay, walk } from './walker.ts';

const page = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'first-release.md');
const scope = new Scope();
let program: string;
let shop: string;
beforeAll(async () => {
  const folder = scope.folder('lockstep-walk-');
  program = unpackCommand(folder);
  unpackRehearse(folder);
  shop = await madeShop();
}, 300_000);
afterAll(() => scope[Symbol.asyncDispose]());

/** The repository of the first release, as its page has it, with the first commit. */
async function madeShop(): Promise<string> {
  const text = readFileSync(page, 'utf8').split('\n### Break it')[0] ?? '';
  const files = [...text.matchAll(/^`shop\/([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)];
  const cwd = lay(
    scope.folder('lockstep-shop-'),
    Object.fromEntries([...files.map(([, path = '', text = '']) => [path, text]), ['.gitignore', '.vercel\n']]),
  );
  const place = ['--vercel-project', 'shop', '--vercel-team', 'acme', '--production-url', 'https://shop.example'];
  expect(await walk(program, ['init', 'release', '--branch', 'main', ...place], { cwd })).toMatchObject({ code: 0 });
  const who = ['-c', 'user.name=Dana', '-c', 'user.email=dana@shop.example', '-c', 'gc.auto=0'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '.'],
    ['commit', '--quiet', '-m', '1'],
  ])
    expect(spawnSync('git', [...who, ...args], { cwd })).toMatchObject({ status: 0 });
  // As another editor leaves it: git knows only after a look that nothing changed, and would note that in its index.
  utimesSync(join(cwd, 'app.cjs'), new Date(), new Date(0));
  return cwd;
}

const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = Object.keys(ENDS) as readonly (keyof typeof ENDS)[];

/** What there is of a rehearsal once it has come that far. */
const points: Readonly<Record<string, (temp: string, out: string) => boolean>> = {
  'once it has read the repository': (temp) => readdirSync(temp).some((name) => name.startsWith('lockstep-guard-')),
  'once PostgreSQL starts': (temp) => readdirSync(temp).some((name) => name.startsWith('lockstep-postgres-')),
  'once steps of the workflow run': (_temp, out) => /^ +ok /m.test(out),
};

/** Rehearses in a folder for temporary files of its own, and sends the signal at that point. */
async function interrupted(
  signal: NodeJS.Signals,
  point: (temp: string, out: string) => boolean,
  ...more: readonly string[]
): Promise<Ended & { readonly temp: string }> {
  const temp = lay(scope.folder('lockstep-temp-'), {});
  let sent: Promise<unknown> = Promise.resolve();
  const ended = await walk(program, ['rehearse', ...more], {
    ...{ cwd: shop, env: { TMPDIR: temp, HOME: home() } },
    running: (child) => {
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece));
      sent = until(() => point(temp, said) || child.exitCode !== null).then(() => child.kill(signal));
    },
  });
  await sent;
  return { ...ended, temp };
}

/** npm and git write into it. */
const home = () => scope.folder('lockstep-home-');

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await sleep(20);
}

/** The processes that have to do with a folder: by their command line, or by their environment. */
function processesOf(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => ['cmdline', 'environ'].some((name) => textOf(`/proc/${pid}/${name}`).includes(folder)))
    .map((pid) => textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
}

/** Of a process that has ended in between there is none. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

const sees = existsSync('/proc/self/environ') ? processesOf : () => [];

describe.each(Object.entries(points))('a rehearsal %s', (_what, point) => {
  test.each(signals)('ended by %s leaves nothing behind', async (signal) => {
    const before = contents(shop);
    const { temp, ...ended } = await interrupted(signal, point);
    expect(ended).toMatchObject({ code: ENDS[signal], signal: null });
    expect(ended.err).not.toMatch(/a fault of lockstep|^ {4}at /m);
    expect({ files: readdirSync(temp), processes: sees(temp) }).toEqual({ files: [], processes: [] });
    expect(contents(shop)).toEqual(before);
  });

  test('killed leaves nothing behind either', async () => {
    const before = contents(shop);
    const { temp, ...ended } = await interrupted('SIGKILL', point);
    expect(ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    // Something else than the command itself has to see to that, and does so a moment later.
    await until(() => readdirSync(temp).length === 0 && sees(temp).length === 0);
    expect(contents(shop)).toEqual(before);
  });
});

test('with --json the answer says that it was interrupted', async () => {
  const { code, out } = await interrupted('SIGINT', points['once steps of the workflow run'] ?? (() => true), '--json');
  expect({ code, answer: JSON.parse(out) }).toMatchObject({
    ...{ code: 130, answer: { command: 'rehearse', verdict: 'unknown', reason: 'cancelled' } },
  });
});

test('after one that was killed the next one works', async () => {
  const before = contents(shop);
  await interrupted('SIGKILL', points['once steps of the workflow run'] ?? (() => true));
  const temp = lay(scope.folder('lockstep-temp-'), {});
  const ended = await walk(program, ['rehearse'], { cwd: shop, env: { TMPDIR: temp, HOME: home() } });
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('pass rehearse (rehearsed)') });
  expect({ files: readdirSync(temp), processes: sees(temp) }).toEqual({ files: [], processes: [] });
  expect(contents(shop)).toEqual(before);
});
