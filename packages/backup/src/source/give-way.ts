import { type Clock, describe, type Logger } from '@lockstep/base';
import { MIGRATION_LOCK, type Session } from '@lockstep/postgres';

/** Why a backup ended early: others come first. */
export class GaveWay extends Error {
  override readonly name = 'GaveWay';
  readonly to: 'lock' | 'release' | 'time';

  constructor(to: 'lock' | 'release' | 'time', message: string) {
    super(message);
    this.to = to;
  }
}

const LOOK_EVERY_MS = 500;

export interface WatchOptions {
  /** Another session than those it watches. */
  readonly session: Session;
  readonly clock: Clock;
  readonly log: Logger;
  readonly maxDurationMs: number;
}

/**
 * Looks from a session of its own whether another transaction waits for a lock that the backup holds, or a migration has
 * begun, or the time is up; then it ends the backup's sessions on the server, so that the locks are free at once.
 */
export class GiveWay {
  readonly #options: WatchOptions;
  readonly #startedMs: number;
  readonly #stop = new AbortController();
  readonly #gaveWay = new AbortController();
  readonly #pids = new Set<number>();
  #looking: Promise<void> = Promise.resolve();

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#startedMs = options.clock.now();
  }

  /** Aborts with GaveWay. */
  get signal(): AbortSignal {
    return this.#gaveWay.signal;
  }

  watch(session: Session): void {
    this.#pids.add(session.pid);
  }

  start(): void {
    // A look that hangs is no look.
    void this.#options.session.send("set statement_timeout = '10s'");
    this.#looking = this.#look().catch((error: unknown) => {
      // Without a look nobody would see who waits: then the backup must not go on holding locks.
      if (!this.#stop.signal.aborted)
        this.#yield(new GaveWay('lock', `whether someone waits for the backup could not be seen: ${describe(error)}`));
    });
  }

  /** Throws GaveWay where a migration runs already. */
  async refuseRelease(): Promise<void> {
    const reason = await this.#release();
    if (reason !== undefined) throw reason;
  }

  /** Ends what is still there of the sessions, on the server too, and the looking. */
  async end(): Promise<void> {
    this.#stop.abort();
    await this.#looking;
    await this.#terminate();
  }

  async #look(): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      const reason = this.#late() ?? (await this.#waiter()) ?? (await this.#release());
      if (reason !== undefined) {
        this.#yield(reason);
        await this.#terminate();
        return;
      }
      try {
        await clock.sleep(LOOK_EVERY_MS, this.#stop.signal);
      } catch {
        return;
      }
    }
  }

  #yield(reason: GaveWay): void {
    this.#gaveWay.abort(reason);
  }

  #late(): GaveWay | undefined {
    const passed = this.#options.clock.now() - this.#startedMs;
    if (passed <= this.#options.maxDurationMs) return undefined;
    return new GaveWay('time', `it took longer than ${Math.round(this.#options.maxDurationMs / 1_000)} s`);
  }

  async #waiter(): Promise<GaveWay | undefined> {
    if (this.#pids.size === 0) return undefined;
    const ours = `array[${[...this.#pids].join(',')}]::int[]`;
    const [row] = await this.#options.session.rows(
      `select l.pid, a.application_name from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
        where not l.granted and l.pid <> all (${ours}) and pg_catalog.pg_blocking_pids(l.pid) && ${ours} limit 1`,
    );
    if (row === undefined) return undefined;
    return new GaveWay('lock', `backend ${row[0]} (${row[1] || 'no name'}) waits for a table that the backup reads`);
  }

  async #release(): Promise<GaveWay | undefined> {
    const key = MIGRATION_LOCK;
    const [row] = await this.#options.session.rows(
      `select l.pid from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.classid::bigint = (${key}::bigint >> 32) & 4294967295 and l.objid::bigint = ${key}::bigint & 4294967295
          and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()) limit 1`,
    );
    return row === undefined ? undefined : new GaveWay('release', `a migration runs (backend ${row[0]})`);
  }

  async #terminate(): Promise<void> {
    const { session, log } = this.#options;
    if (this.#pids.size === 0 || session.lost) return;
    const result = await session.send(
      `select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
        where a.pid = any (array[${[...this.#pids].join(',')}]::int[]) and a.usename = session_user
          and a.application_name = 'lockstep backup'`,
    );
    if (!result.ok) log.warning(`the backup's sessions could not be ended on the server: ${describe(result.error)}`);
  }
}
