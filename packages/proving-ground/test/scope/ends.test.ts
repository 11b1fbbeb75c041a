import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { sampleOf } from '../../../../test/faults/matrix.ts';

const program = fileURLToPath(new URL('ground.mjs', import.meta.url));
const isRoot = process.getuid?.() === 0;
let temp = '';

beforeEach(() => {
  temp = mkdtempSync(path.join(tmpdir(), 'ends-'));
  chmodSync(temp, 0o777);
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

interface Ground {
  readonly pid: number;
  /** Resolves with what it printed, once all its output is there and it has ended. */
  readonly ended: Promise<{ code: number | null; signal: string | null; output: string }>;
  signal(name: NodeJS.Signals): void;
}

/** Starts the program in a process group of its own, and waits until it says that it is up. */
async function start(args: readonly string[], as: { uid?: number; gid?: number } = {}, waitUp = true): Promise<Ground> {
  const env = { PATH: process.env['PATH'] ?? '', TMPDIR: temp };
  const child = spawn(process.execPath, [program, ...args], {
    ...as,
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const closed = once(child, 'close');
  const up = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('up\n')) resolve();
    });
    child.once('exit', () => (output.includes('up\n') ? resolve() : reject(new Error(`never came up: ${errors}`))));
  });
  if (waitUp) await up;
  else up.catch(() => undefined);
  const pid = child.pid ?? 0;
  // As a terminal does it on Ctrl-C: to the whole foreground group.
  const signal = (name: NodeJS.Signals) => void process.kill(-pid, name);
  return { pid, signal, ended: closed.then(([code, name]) => ({ code, signal: name, output })) };
}

/** Whatever is left of a ground: its reaper, its files, and every process that runs in its folder or names it. */
function leftOf(ground: { readonly pid: number }): string[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,stat=,args='], { encoding: 'utf8' });
  const processes = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , state]) => state !== undefined && !state.startsWith('Z'))
    .filter(([, pid, , args]) => args?.includes(temp) || args?.includes(`of ${ground.pid}`) || runsIn(pid));
  return [...processes.map(([line]) => `process ${line}`), ...readdirSync(temp).map((name) => `file ${name}`)];
}

function runsIn(pid: string | undefined): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).includes(temp);
  } catch {
    return false;
  }
}

async function expectNothingLeft(ground: { readonly pid: number }, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (leftOf(ground).length > 0 && Date.now() < deadline) await sleep(50);
  expect(leftOf(ground)).toEqual([]);
}

describe('a ground under any end', () => {
  test('is seen while it is up: server, reaper, folder', async () => {
    const ground = await start(['wait']);
    const left = leftOf(ground).join('\n');
    expect(left).toContain('postgres -D');
    expect(left).toContain('reaper.mjs');
    expect(left).toContain('file lockstep-postgres-');
    ground.signal('SIGKILL');
    await expectNothingLeft(ground);
  });

  test.each(sampleOf('signals to a ground', ['SIGINT', 'SIGTERM', 'SIGHUP'] as const, 1))(
    '%s ends it in order, then the program',
    async (name) => {
      const ground = await start(['wait']);
      ground.signal(name);
      expect(await ground.ended).toMatchObject({ signal: name, output: 'up\nended in order\n' });
      await expectNothingLeft(ground, 0);
    },
  );

  test('a second Ctrl-C does not wait for what hangs', async () => {
    const ground = await start(['hang']);
    let over = false;
    const ended = ground.ended.finally(() => {
      over = true;
    });
    // Two that come close together are one to the system: again until it has heard a second one.
    for (; !over; await sleep(100)) {
      try {
        ground.signal('SIGINT');
      } catch {
        break; // It is gone.
      }
    }
    expect(await ended).toMatchObject({ signal: 'SIGINT', output: 'up\n' });
    await expectNothingLeft(ground);
  });

  test.each([
    ['the end of its program', 'return', 0, 'up\nended in order\n'],
    ['an error nobody caught', 'throw', 1, 'up\n'],
    ['process.exit', 'exit', 3, 'up\n'],
  ])('%s leaves nothing', async (_, end, code, output) => {
    const ground = await start([end]);
    expect(await ground.ended).toMatchObject({ code, output });
    await expectNothingLeft(ground);
  });

  test.each([
    ['a backend that computes', 'wait-busy'],
    ['a process that is deaf to SIGTERM, and its child', 'wait-deaf'],
  ])('SIGKILL leaves nothing, not even %s', async (_, end) => {
    const ground = await start([end]);
    ground.signal('SIGKILL');
    expect(await ground.ended).toMatchObject({ signal: 'SIGKILL' });
    await expectNothingLeft(ground, 10_000);
  });

  test('a process that is deaf to SIGTERM is killed after its grace', async () => {
    const ground = await start(['wait-deaf']);
    ground.signal('SIGINT');
    expect(await ground.ended).toMatchObject({ signal: 'SIGINT', output: 'up\nended in order\n' });
    await expectNothingLeft(ground, 0);
  });

  test.each(sampleOf('moments of a start', [5, 60, 150, 300, 450], 2))(
    'SIGKILL %d ms into the start leaves nothing',
    async (ms) => {
      const ground = await start(['while-starting', `${ms}`], {}, false);
      await ground.ended;
      await expectNothingLeft(ground);
    },
  );

  (isRoot ? test : test.skip)('works for a user without rights, too', async () => {
    const ground = await start(['wait'], { uid: 65_534, gid: 65_534 });
    ground.signal('SIGTERM');
    expect(await ground.ended).toMatchObject({ signal: 'SIGTERM', output: 'up\nended in order\n' });
    await expectNothingLeft(ground, 0);
  });

  test('leaves nothing where it cannot come up, and says in one line what to do', async () => {
    const place = path.join(temp, 'none');
    const run = spawnSync(process.execPath, [program, 'return'], { env: { TMPDIR: place }, encoding: 'utf8' });
    expect(run.stderr).toContain(
      `InputError: cannot make a folder in ${place} (ENOENT); set TMPDIR to a folder you can write\n`,
    );
    await expectNothingLeft(run);
  });

  (isRoot ? test : test.skip)('says so where the user of the server cannot enter the temp folder', async () => {
    chmodSync(temp, 0o700);
    const run = spawnSync(process.execPath, [program, 'return'], { env: { TMPDIR: temp }, encoding: 'utf8' });
    expect(run.stderr).toContain(
      `InputError: PostgreSQL runs as user 65534 here and cannot enter ${temp}; set TMPDIR to a folder open to all users`,
    );
    await expectNothingLeft(run);
  });
});
