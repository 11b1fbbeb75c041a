import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, type Server, STOP_WITHIN_MS, type Start } from './start.ts';

const START_WITHIN_S = 60;

/**
 * The server by pg_ctl, as Windows needs it: there an administrator, as everyone is on GitHub's runners, may not run
 * `postgres`, and pg_ctl gives up those rights before it does; and no signal reaches it, so that it could end in order.
 */
export const startByControl: Start = (place): Server => {
  const { as, data } = place;
  const log = join(as.cwd, 'server.log');
  let ended: string | undefined;
  const wait = ['-w', '-t', String(START_WITHIN_S)];
  // It goes on to hold what it is given: no pipe of ours.
  const started = control(place, ['start', '-D', data, '-l', log, ...wait]).then((problem) => {
    if (problem !== undefined) ended = [problem, lastLine(log)].filter(Boolean).join(': ');
  });
  return {
    ended: () => ended,
    stop: async () => {
      await started;
      // Of a server that is gone already there is nothing to end.
      const wait = ['-w', '-t', String(STOP_WITHIN_MS / 1_000)];
      await control(place, ['stop', '-D', data, '-m', 'immediate', ...wait]);
      const pid = pidOf(data);
      // The file outlives a server that was killed, and its number is then given to another process.
      if (pid !== undefined && (await control(place, ['status', '-D', data])) === undefined) kill(pid);
    },
  };
};

/** Runs pg_ctl to its end; why it failed, undefined where it did not. */
function control({ as, bin }: Place, args: readonly string[]): Promise<string | undefined> {
  const child = spawn(join(bin, 'pg_ctl'), args, { ...as, stdio: 'ignore', windowsHide: true });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(code === 0 ? undefined : `pg_ctl ended with code ${code}`));
  });
}

/** The process of a server that still has the data folder. */
function pidOf(data: string): number | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split(/\r?\n/)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function lastLine(log: string): string {
  return existsSync(log) ? (readFileSync(log, 'utf8').trim().split(/\r?\n/).at(-1) ?? '') : '';
}
