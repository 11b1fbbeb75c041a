import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { unpackCommand } from '../packed.ts';
import { asking, lines, project } from './lines.ts';
import { contents, lay, walk } from './walker.ts';

const scope = new Scope();
let program: string;
beforeAll(() => {
  program = unpackCommand(scope.folder('lockstep-walk-'));
});
afterAll(() => scope[Symbol.asyncDispose]());

const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = Object.keys(ENDS) as readonly (keyof typeof ENDS)[];

/** A service that takes connections and never answers, and calls for each. */
async function silent(connected: () => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', connected);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer('a silent service', () => new Promise<void>((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

const waiting = Object.entries(lines).filter(([, { database, github }]) => database !== undefined || github === true);

describe('ended while it waits for an answer', () => {
  test.each(waiting.map(([name, line], index) => [name, signals[index % 3] ?? 'SIGINT', line] as const))(
    '%s, by %s',
    async (_name, signal, line) => {
      let end: () => void = () => undefined;
      const port = await silent(() => end());
      const cwd = lay(scope.folder('lockstep-walk-'), project);
      const before = contents(cwd);
      const ended = await walk(program, [...line.args, '--json'], {
        cwd,
        env: asking(line, `postgresql://walker:hunter2hunter2@127.0.0.1:${port}/shop`, `http://127.0.0.1:${port}`),
        running: (child) => {
          end = () => child.kill(signal);
        },
      });
      expect(ended).toMatchObject({ code: ENDS[signal], signal: null, err: '' });
      expect(JSON.parse(ended.out)).toMatchObject({ verdict: 'unknown', reason: 'cancelled' });
      expect(contents(cwd)).toEqual(before);
    },
  );
});

/** Looks until there is something. */
async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(20);
  }
}

/** The one file that is to be there, once all of it is. */
const lineOf = (path: string) => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text.endsWith('\n') ? text.trim() : undefined;
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('lockstep db', () => {
  test.each(signals)('ended by %s while it starts leaves no server and no file', async (signal) => {
    const [cwd, temp] = ['', ''].map(() => lay(scope.folder('lockstep-walk-'), {}));
    let sent: Promise<unknown> = Promise.resolve();
    const ended = await walk(program, ['db'], {
      ...{ cwd: cwd ?? '', env: { TMPDIR: temp ?? '' } },
      running: (child) => {
        sent = until(() => readdirSync(temp ?? '').find((name) => name.startsWith('lockstep-postgres-'))).then(() =>
          child.kill(signal),
        );
      },
    });
    await sent;
    expect(ended).toMatchObject({ code: ENDS[signal], signal: null, out: '' });
    expect(readdirSync(temp ?? '')).toEqual([]);
  });

  test.each(signals)('ended by %s while its command runs ends both', async (signal) => {
    const [cwd = '', temp = ''] = ['', ''].map(() => lay(scope.folder('lockstep-walk-'), {}));
    const script = `require('fs').writeFileSync('seen', process.pid + ' ' + process.env.DATABASE_URL + '\\n'); setInterval(() => {}, 1000)`;
    lay(cwd, { 'wait.cjs': script });
    let sent: Promise<unknown> = Promise.resolve();
    const ended = await walk(program, ['db', '--plain', '--run', `exec "${process.execPath}" wait.cjs`], {
      ...{ cwd, env: { TMPDIR: temp } },
      running: (child) => {
        sent = until(() => lineOf(join(cwd, 'seen'))).then(() => child.kill(signal));
      },
    });
    await sent;
    expect(ended).toMatchObject({ code: ENDS[signal], signal: null });
    const [pid, url = ''] = (lineOf(join(cwd, 'seen')) ?? '').split(' ');
    expect(isAlive(Number(pid))).toBe(false);
    expect(readdirSync(temp)).toEqual([]);
    expect((await walk(program, ['status'], { cwd: lay(cwd, project), env: { DATABASE_URL: url } })).err).toContain(
      'ECONNREFUSED',
    );
  });
});
