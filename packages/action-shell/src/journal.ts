import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { type Clock, InputError, redactData } from '@lockstep/base';
import {
  foldJournal,
  type JournalEntry,
  type JournalRelease,
  type JournalState,
  type UndoResult,
} from './journal-state.ts';

/** The environment variable that names the journal of the job's open release. */
export const JOURNAL_VARIABLE = 'LOCKSTEP_JOURNAL';

type Fact = JournalEntry extends infer E
  ? E extends JournalEntry
    ? Omit<E, 'at' | 'action' | 'instance'>
    : never
  : never;

/**
 * The journal of a job's release: a file of JSON lines in RUNNER_TEMP, appended and synced before the world is
 * touched. Post steps decide by it alone, so it must survive a kill of its writer at any byte: a torn last line is
 * not an entry.
 */
export class Journal {
  readonly path: string;
  readonly #action: string;
  readonly #instance: string;
  readonly #clock: Clock;

  constructor(path: string, writer: { readonly action: string; readonly instance: string; readonly clock: Clock }) {
    this.path = path;
    this.#action = writer.action;
    this.#instance = writer.instance;
    this.#clock = writer.clock;
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  /** Throws InputError when the file is gone or holds no release: somebody removed it, so nothing can be decided. */
  read(): JournalState {
    const state = foldJournal(readEntries(this.path));
    if (state === undefined)
      throw new InputError(`release journal ${this.path}: holds no release; run "release begin" first`);
    return state;
  }

  /**
   * Opens the release. Throws InputError when there is a journal already. It appears under its name with its first line
   * in it: there is no moment at which it is empty.
   */
  open(release: JournalRelease): void {
    if (existsSync(this.path))
      throw new InputError(`release journal ${this.path}: is there already; one job, one release`);
    const draft = `${this.path}.draft`;
    writeFileSync(draft, this.#line({ kind: 'release', release }, this.#action), { mode: 0o600, flush: true });
    renameSync(draft, this.path);
  }

  began(action: string, detail?: object): void {
    this.#append({ kind: 'began', ...(detail === undefined ? {} : { detail }) }, action);
  }

  finished(action: string, detail?: object): void {
    this.#append({ kind: 'finished', ...(detail === undefined ? {} : { detail }) }, action);
  }

  /** `reached` is written before users may be sent to the candidate, `restored` after every host was read back. */
  traffic(traffic: 'reached' | 'restored' | 'unconfirmed', detail?: object): void {
    this.#append({ kind: 'traffic', traffic, ...(detail === undefined ? {} : { detail }) });
  }

  /** From here on nothing is undone; a person ends the release with commit or rollback. */
  held(reason: string): void {
    this.#append({ kind: 'held', reason });
  }

  /** The commit point: from here on nothing is undone, whatever fails later. */
  committed(): void {
    this.#append({ kind: 'committed' });
  }

  undoStarted(): void {
    this.#append({ kind: 'undo-started' });
  }

  /** The shell writes the outcome of each undo here; an action need not. */
  undone(action: string, result: Omit<UndoResult, 'action' | 'kept'> & { readonly kept?: boolean }): void {
    this.#append({ kind: 'undone', result: { action, kept: false, ...result } }, action);
  }

  note(note: string, detail: object): void {
    this.#append({ kind: 'note', note, detail });
  }

  #append(fact: Fact, action = this.#action): void {
    const line = this.#line(fact, action);
    const file = openSync(this.path, 'a+');
    try {
      // Unlike writeSync it writes all of it, or throws.
      writeFileSync(file, endsInMidLine(file) ? `\n${line}` : line);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  #line(fact: Fact, action: string): string {
    const at = new Date(this.#clock.now()).toISOString();
    return `${JSON.stringify({ at, action, instance: this.#instance, ...redactData(fact) })}\n`;
  }
}

function endsInMidLine(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}

function readEntries(path: string): JournalEntry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(
      `release journal ${path}: cannot be read; ${JOURNAL_VARIABLE} must not be changed within a job`,
      { cause },
    );
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as JournalEntry];
    } catch {
      return [];
    }
  });
}
