import { describe } from '@lockstep/base';
import type { Access } from './access.ts';
import { openSession, type Session } from './session.ts';

const LOOK_EVERY_MS = 40;

/**
 * Looks from a second connection who stands in the way of a session while `work` runs. Returns the last ones seen:
 * when the lock timeout has struck, nobody waits any more and nothing can be seen.
 */
export class BlockerWatch {
  readonly #access: Access;
  #second: Session | undefined;
  #seen: readonly string[] = [];

  constructor(access: Access) {
    this.#access = access;
  }

  /** Each as one line: backend, application, user, state, age of its transaction. Never its query: that holds data. */
  get seen(): readonly string[] {
    return this.#seen;
  }

  async during<T>(session: Session, work: () => Promise<T>): Promise<T> {
    let over = false;
    const watching = this.#watch(session.pid, () => over).catch((error: unknown) => {
      this.#access.log.debug(`the sessions that hold the lock could not be read: ${describe(error)}`);
    });
    try {
      return await work();
    } finally {
      over = true;
      await watching;
    }
  }

  async #watch(pid: number, isOver: () => boolean): Promise<void> {
    this.#second ??= await openSession(this.#access.target, {
      log: this.#access.log,
      signal: undefined,
      applicationName: 'lockstep watch',
    });
    while (!isOver()) {
      const rows = await this.#second.rows(
        `select a.pid, a.application_name, a.usename, a.state, extract(epoch from now() - a.xact_start)::int
           from pg_catalog.pg_stat_activity a where a.pid = any(pg_catalog.pg_blocking_pids(${pid}))`,
      );
      if (rows.length > 0) this.#seen = rows.map(line);
      await this.#access.clock.sleep(LOOK_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    await this.#second?.close();
  }
}

function line([pid, name, user, state, seconds]: readonly (string | null)[]): string {
  const who = `backend ${pid} (${name || 'no name'}, user ${user ?? '?'})`;
  return seconds === null || seconds === undefined
    ? `${who}, ${state ?? '?'}`
    : `${who}, ${state ?? '?'}, transaction open for ${seconds} s`;
}
