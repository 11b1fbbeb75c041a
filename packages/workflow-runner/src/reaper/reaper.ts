import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Note =
  | { readonly kind: 'group'; readonly id: number; readonly signal: NodeJS.Signals }
  | { readonly kind: 'group-gone'; readonly id: number }
  | { readonly kind: 'folder' | 'folder-gone'; readonly path: string };

/** One process for everybody here: it starts with the first note, and ends when the last who noted something has closed. */
let shared: { readonly process: ChildProcess; readonly users: Set<Reaper> } | undefined;

/**
 * Our end of the reaper (reaper.mjs): whatever it was told of, and not told to be gone, ends with us, also where we are
 * killed. Notes are on their way before the call returns: the pipe keeps them.
 */
export class Reaper {
  readonly #left = new Map<string, Note>();

  note(note: Note): void {
    shared ??= { process: start(), users: new Set() };
    shared.users.add(this);
    send(shared.process, note);
    if (note.kind === 'group') this.#left.set(`${note.id}`, note);
    else if (note.kind === 'folder') this.#left.set(note.path, note);
    else this.#left.delete(note.kind === 'group-gone' ? `${note.id}` : note.path);
  }

  /** Ends and removes what is still on its list, and waits until that is done. */
  async close(): Promise<void> {
    if (this.#left.size > 0) await this.#reap([...this.#left.values()]);
    shared?.users.delete(this);
    if (shared?.users.size !== 0) return;
    const { process } = shared;
    shared = undefined;
    await ended(process);
  }

  /** By a process of its own: the one of everybody goes on. */
  async #reap(left: readonly Note[]): Promise<void> {
    const own = start();
    for (const note of left) send(own, note);
    await ended(own);
    for (const note of left) {
      if (note.kind === 'group') this.note({ kind: 'group-gone', id: note.id });
      if (note.kind === 'folder') this.note({ kind: 'folder-gone', path: note.path });
    }
  }
}

function send(reaper: ChildProcess, note: Note): void {
  reaper.stdin?.write(`${JSON.stringify(note)}\n`);
}

async function ended(reaper: ChildProcess): Promise<void> {
  if (reaper.exitCode !== null || reaper.signalCode !== null) return;
  reaper.ref();
  const exit = once(reaper, 'exit');
  reaper.stdin?.end();
  await exit;
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
