import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Note =
  | { readonly kind: 'group'; readonly id: number; readonly signal: NodeJS.Signals }
  | { readonly kind: 'group-gone'; readonly id: number }
  | { readonly kind: 'folder' | 'folder-gone'; readonly path: string };

/**
 * Our end of the reaper (reaper.mjs): whatever it was told of, and not told to be gone, ends with us, also where we are
 * killed. It starts with the first note. Notes are on their way before the call returns: the pipe keeps them.
 */
export class Reaper {
  #process: ChildProcess | undefined;

  note(note: Note): void {
    this.#process ??= start();
    this.#process.stdin?.write(`${JSON.stringify(note)}\n`);
  }

  /** Lets it remove what is still on its list, and waits until it has ended. */
  async close(): Promise<void> {
    const reaper = this.#process;
    if (reaper === undefined || reaper.exitCode !== null || reaper.signalCode !== null) return;
    reaper.ref();
    const ended = once(reaper, 'exit');
    reaper.stdin?.end();
    await ended;
  }
}

function start(): ChildProcess {
  // The path holds from src/reaper and from lib/reaper.
  const script = fileURLToPath(new URL('../../src/reaper/reaper.mjs', import.meta.url));
  const reaper = spawn(process.execPath, [script, `of ${process.pid}`], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Somebody may have killed it. Then its net is lost, not its order.
  reaper.on('error', () => undefined);
  reaper.stdin?.on('error', () => undefined);
  reaper.unref();
  if (reaper.stdin !== null && 'unref' in reaper.stdin) (reaper.stdin as unknown as { unref(): void }).unref();
  return reaper;
}
