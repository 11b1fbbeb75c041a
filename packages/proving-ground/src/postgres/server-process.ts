import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { DeadlineError, InputError } from '@lockstep/base';
import type { OwnedProcess } from '../scope/owned-process.ts';
import type { Scope } from '../scope/scope.ts';
import type { Cluster } from './cluster.ts';

const START_WITHIN_MS = 30_000;

/** How a start ended. `port-taken` and `still-leaving` (of a killed predecessor) are worth another try. */
export type Start =
  | { readonly kind: 'up'; readonly server: OwnedProcess }
  | { readonly kind: 'port-taken' | 'still-leaving' };

/** Starts `postgres` and waits until it takes connections; its log goes to `onLog`. Throws where it gives up. */
export async function startServer(
  scope: Scope,
  cluster: Cluster,
  { port, settings }: { readonly port: number; readonly settings: Readonly<Record<string, string>> },
  onLog: (text: string) => void,
): Promise<Start> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = await scope.spawn(
    path.join(cluster.bin, 'postgres'),
    ['-D', cluster.data, '-p', `${port}`, ...flags],
    {
      ...cluster.as,
      // Immediate: it ends every backend, also one that computes, and nobody needs the data again.
      stopSignal: 'SIGQUIT',
    },
  );
  server.child.stdout?.resume();
  let log = '';
  const ready = new Promise<'up' | 'late'>((resolve) => {
    const timer = setTimeout(() => resolve('late'), START_WITHIN_MS);
    server.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      onLog(text);
      if (log.length < 1_000_000) log += text;
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      resolve('up');
    });
    void server.ended.then(() => clearTimeout(timer));
  });
  const outcome = await Promise.race([ready, server.ended]);
  if (outcome === 'up') return { kind: 'up', server };
  if (outcome === 'late') {
    await server.stop();
    throw new DeadlineError(`PostgreSQL did not start within ${START_WITHIN_MS / 1_000} s: ${lastWords(log)}`);
  }
  if (/could not bind/.test(log)) return { kind: 'port-taken' };
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log)) {
    return { kind: 'still-leaving' };
  }
  if (/unrecognized configuration parameter|invalid value for parameter/.test(log)) {
    throw new InputError(`PostgreSQL refuses a setting: ${lastWords(log)}`);
  }
  throw new Error(`PostgreSQL did not start: ${lastWords(log)}`);
}

/** SIGKILL to the server and all its backends. */
export async function killServer(server: OwnedProcess): Promise<void> {
  // Stopped first, so that it starts no backend that would be missed.
  server.kill('SIGSTOP');
  for (const pid of childrenOf(server.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  server.kill('SIGKILL');
  await server.ended;
}

/** A killed server leaves a System V segment behind, which its next run, here without a port, takes away. */
export function freeSharedMemory({ bin, data, as }: Cluster): void {
  const options = { ...as, stdio: 'pipe', input: '', timeout: 5_000 } as const;
  spawnSync(path.join(bin, 'postgres'), ['--single', '-D', data, 'template1'], options);
}

/** Each backend leads a session of its own: a signal to the server's group does not reach them. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)]
    .filter(([, , parent]) => Number(parent) === pid)
    .map(([, child]) => Number(child));
}

function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  return lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? 'it said nothing';
}
