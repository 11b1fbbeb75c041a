import type { Rows, State } from './state.ts';

/**
 * The state, and the state before the latest write. A write is what one caller did in one go (an API call, a person in
 * the dashboard): whoever reads stale sees nothing of it, nor of what it set in motion.
 */
export class Store {
  #now: State = { deployments: new Map(), aliases: new Map(), projects: new Map() };
  #before: State = this.#now;
  #latest = 0;

  get now(): State {
    return this.#now;
  }

  get beforeLatestWrite(): State {
    return this.#before;
  }

  /** Milliseconds since the epoch, never the same twice: pages are cut by time. */
  stamp(): number {
    this.#latest = Math.max(Date.now(), this.#latest + 1);
    return this.#latest;
  }

  async write<T>(work: () => T | Promise<T>): Promise<T> {
    const before = this.#now;
    try {
      return await work();
    } finally {
      if (this.#now !== before) this.#before = before;
    }
  }

  /** The same at once, for what waits for nothing. */
  writeNow(work: () => void): void {
    const before = this.#now;
    work();
    if (this.#now !== before) this.#before = before;
  }

  put<Table extends keyof Rows>(table: Table, key: string, row: Rows[Table]): void {
    const rows = new Map<string, Rows[Table]>(this.#now[table] as ReadonlyMap<string, Rows[Table]>);
    this.#now = { ...this.#now, [table]: rows.set(key, row) };
  }

  /** Changes some members of a row. Throws where there is no such row: a fault of the stand-in. */
  patch<Table extends keyof Rows>(table: Table, key: string, changes: Partial<Rows[Table]>): Rows[Table] {
    const row = this.#now[table].get(key) as Rows[Table] | undefined;
    if (row === undefined) throw new Error(`the stand-in has no ${table} ${key}`);
    const next = { ...row, ...changes };
    this.put(table, key, next);
    return next;
  }

  drop(table: keyof Rows, key: string): void {
    const rows = new Map<string, Rows[typeof table]>(this.#now[table]);
    rows.delete(key);
    this.#now = { ...this.#now, [table]: rows };
  }
}
