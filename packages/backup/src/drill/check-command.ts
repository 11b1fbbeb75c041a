import { spawn } from 'node:child_process';
import type { Check, Clock } from '@lockstep/base';
import type { Target } from '@lockstep/postgres';

export interface CheckCommand {
  readonly command: string;
  readonly folder: string;
  readonly withinMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** What it prints, for the log: never for a report. */
  readonly onOutput: (text: string) => void;
}

/** Its variables: not the job's, which may lead to production. */
const KEPT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'CI'];
export const SCRATCH_URL = 'LOCKSTEP_SCRATCH_URL';
const GRACE_MS = 5_000;

/** Runs the caller's command against the restored database; it passes where it ends with 0. */
export async function runCheckCommand(of: CheckCommand, target: Target): Promise<readonly Check[]> {
  const { command, folder, withinMs, clock, signal, onOutput } = of;
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const env = { ...Object.fromEntries(kept), [SCRATCH_URL]: urlOf(target) };
  // A group of its own, so that all that it starts ends with it.
  const run = spawn('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  const kill = (how: NodeJS.Signals) => {
    try {
      if (run.pid !== undefined) process.kill(-run.pid, how);
    } catch {
      // It has ended by itself.
    }
  };
  const over = new AbortController();
  const ended = new Promise<string>((resolve) => {
    run.once('error', (error) => resolve(error.message));
    // Not when its output ends: what it started in the background, such as the app, still has that.
    run.once('exit', (code, killed) => resolve(code === 0 ? '' : `it ended with ${killed ?? code}`));
  });
  const closed = new Promise<void>((resolve) => {
    run.once('error', () => resolve());
    run.once('close', () => resolve());
  });
  const late = clock.sleep(withinMs, over.signal).then(
    () => 'it took too long',
    () => new Promise<string>(() => undefined),
  );
  const cancelled = new Promise<string>((resolve) => {
    signal?.addEventListener('abort', () => resolve('it was cancelled'), { once: true, signal: over.signal });
  });
  const first = await Promise.race([ended, late, cancelled]);
  kill('SIGTERM');
  await Promise.race([closed, clock.sleep(GRACE_MS, over.signal).catch(() => undefined)]);
  kill('SIGKILL');
  over.abort();
  return [checkOf(first)];
}

function checkOf(trouble: string): Check {
  const passed = trouble === '';
  return {
    id: 'check-command',
    title: "The caller's own check passes",
    verdict: passed ? 'pass' : 'fail',
    reason: passed ? 'command-passed' : 'command-failed',
    what: 'check-command',
    measured: passed ? 'it ended with 0' : trouble,
    expected: 'it ends with 0',
    remedy: passed ? '' : 'read what it printed in the log of the step',
  };
}

/** As a URL, for programs that read one. */
function urlOf({ user, password, host, port, database, tls }: Target): string {
  const login = `${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}`;
  const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
  const where = host.includes(':') ? `[${host}]` : host;
  return `postgresql://${login}@${where}:${port}/${encodeURIComponent(database)}?sslmode=${mode}`;
}
