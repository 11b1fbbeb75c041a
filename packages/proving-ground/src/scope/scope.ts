import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CancelledError, count, describe, InputError, systemClock, withDeadline } from '@lockstep/base';
import { Reaper } from '@lockstep/workflow-runner/reaper';
import { type OwnedOptions, type OwnedProcess, startProcess } from './owned-process.ts';

interface Entry {
  readonly what: string;
  readonly release: () => unknown;
  readonly deadlineMs: number;
}

/** What a scope made that would outlive it if its end went wrong. */
export type Made = { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'group'; readonly id: number };

/** A server's folder holds thousands of files for each of its databases. */
const FOLDER_GONE_MS = 60_000;

/**
 * Owns whatever the proving ground starts: processes, temp folders, servers. Ends them in reverse order, each within
 * its deadline, all of them whatever the others do: `await using scope = new Scope()`. What it spawned and the folders
 * it made are gone even when this process is killed: a reaper beside it sees to that.
 */
export class Scope implements AsyncDisposable {
  readonly #entries = new Set<Entry>();
  readonly #reaper = new Reaper();
  readonly #abort = new AbortController();
  readonly #made: Made[] = [];
  #ending: Promise<void> | undefined;

  /** Aborts when the scope begins to end. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Every folder and process group of it, also those that are gone: for a look at what is left after its end. */
  get made(): readonly Made[] {
    return this.#made;
  }

  /**
   * Has `release` called at the end, within `deadlineMs` (10 s). Returns a function that forgets it again, for what
   * has ended by itself. Throws where the scope is ending already.
   */
  defer(what: string, release: () => unknown, deadlineMs = 10_000): () => void {
    if (this.#abort.signal.aborted) throw new CancelledError(`${what}: the proving ground is being stopped`);
    const entry = { what, release, deadlineMs };
    this.#entries.add(entry);
    return () => this.#entries.delete(entry);
  }

  /** Makes a temp folder that only we can enter. Throws InputError where the temp folder cannot be written. */
  folder(prefix = 'lockstep-'): string {
    let made: string | undefined;
    const forget = this.defer(
      'temp folder',
      async () => {
        if (made === undefined) return;
        await rm(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
        this.#reaper.note({ kind: 'folder-gone', path: made });
      },
      FOLDER_GONE_MS,
    );
    try {
      made = mkdtempSync(path.join(tmpdir(), prefix));
    } catch (cause) {
      forget();
      const code = (cause as NodeJS.ErrnoException).code;
      throw new InputError(`cannot make a folder in ${tmpdir()} (${code}); set TMPDIR to a folder you can write`, {
        cause,
      });
    }
    this.#reaper.note({ kind: 'folder', path: made });
    this.#made.push({ kind: 'folder', path: made });
    return made;
  }

  /** Starts a process that does not outlive the scope. Throws a one-line error where it cannot be started. */
  async spawn(command: string, args: readonly string[], options: OwnedOptions = {}): Promise<OwnedProcess> {
    let owned: OwnedProcess | undefined;
    const forget = this.defer(path.basename(command), () => owned?.stop());
    try {
      owned = await startProcess(command, args, options, (id) =>
        this.#reaper.note({ kind: 'group', id, signal: options.stopSignal ?? 'SIGTERM' }),
      );
    } catch (error) {
      forget();
      throw error;
    }
    const { pid } = owned;
    this.#made.push({ kind: 'group', id: pid });
    void owned.ended.then(() => {
      this.#reaper.note({ kind: 'group-gone', id: pid });
      forget();
    });
    return owned;
  }

  /** Ends everything, once. Throws AggregateError with all that went wrong, in one line. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<void> {
    this.#abort.abort(new CancelledError('the proving ground is being stopped'));
    const errors: unknown[] = [];
    for (const { what, release, deadlineMs } of [...this.#entries].reverse())
      await withDeadline(`ending ${what}`, deadlineMs, async () => release(), { clock: systemClock }).catch(
        (error: unknown) => errors.push(error),
      );
    this.#entries.clear();
    await withDeadline('the reaper', 15_000, () => this.#reaper.close(), { clock: systemClock }).catch(
      (error: unknown) => errors.push(error),
    );
    if (errors.length > 0)
      throw new AggregateError(
        errors,
        `${count(errors.length, 'thing')} did not end: ${errors.map(describe).join('; ')}`,
      );
  }
}
