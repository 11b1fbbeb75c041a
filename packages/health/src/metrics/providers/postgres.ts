import { type Fields, formatDuration, InputError, RemoteError } from '@lockstep/base';
import { ConnectionLost, type Session, SqlError } from '@lockstep/postgres';
import { type ComparedStatements, compareStatements } from '../../database/compare-statements.ts';
import { OWN, readStatements, type StatementSnapshot } from '../../database/statements.ts';
import { word } from '../../fields.ts';
import { showNumber } from '../judge-reading.ts';
import type { Measurement, MetricSource } from '../metric.ts';
import type { MetricProvider, MetricsSurroundings } from '../provider.ts';

/** Backends hand in their statistics once a second. */
const USUAL_DELAY_MS = 1_000;

/** What can be asked, as `query` names it. */
const queries = ['slower-statements', 'new-statements', 'waiting-locks', 'connections', 'cache-hits'] as const;
type PostgresQuery = (typeof queries)[number];

/** Fields that only some of them have. */
const onlyOf: Readonly<Record<string, readonly PostgresQuery[]>> = {
  'min-calls': ['slower-statements', 'new-statements'],
  'waiting-longer': ['waiting-locks'],
};

/**
 * What the database itself says of its work: how its statements changed since the swap, and how it is now. It cannot tell
 * builds apart, so a metric of it is always about the window.
 */
export const postgres: MetricProvider = {
  type: 'postgres',
  connect(connection, surroundings) {
    connection?.refuseAll('the database is that of the input "database-url"');
    const database = new SharedDatabase(surroundings);
    return (metric) => {
      const query = metric.needed('query', queries);
      const settings = { minCalls: minCalls(metric), waitingMs: metric.duration('waiting-longer', 1_000) };
      for (const [field, only] of Object.entries(onlyOf))
        if (query !== undefined && metric.any(field) !== undefined && !only.includes(query))
          metric.complain(field, `has no effect on ${query}; it belongs to ${only.join(' and ')}`);
      if (surroundings.openDatabase === undefined) metric.complain('provider', 'needs the input "database-url"');
      return query === undefined ? undefined : sourceOf(query, settings, database);
    };
  },
};

function minCalls(metric: Fields): number {
  return metric.number('min-calls', { min: 1, max: 1e9, isWhole: true }) ?? 50;
}

interface Settings {
  /** Of a statement, before and after. */
  readonly minCalls: number;
  /** Locks that are waited for less long are nothing. */
  readonly waitingMs: number;
}

function sourceOf(query: PostgresQuery, settings: Settings, database: SharedDatabase): MetricSource {
  const ask = readers[query];
  let before: Before | undefined;
  return {
    names: [],
    looksBack: false,
    ownBaseline: query === 'cache-hits',
    counts: false,
    countsSamples: query !== 'waiting-locks' && query !== 'connections',
    isShare: query !== 'slower-statements' && query !== 'waiting-locks',
    asksWindow: false,
    leastMs: 0,
    reachMs: 0,
    usualDelayMs: USUAL_DELAY_MS,
    begin: async (signal) => {
      before = (await database.use(beforeOf, signal)).found;
    },
    measure: async (_span, _build, signal) => {
      const { found, what } = await database.use(async (session) => await ask(session, settings, before), signal);
      // What could not be read at the beginning is compared from now on.
      before ??= (await database.use(beforeOf, signal)).found;
      return found ?? { kind: 'error', what };
    },
    close: () => database.close(),
  };
}

/** What was counted when the watch began. */
interface Before {
  readonly statements: StatementSnapshot | undefined;
  readonly hits: number;
  readonly reads: number;
}

async function beforeOf(session: Session): Promise<Before> {
  const read = await readStatements(session);
  const { hits, reads } = await blocksOf(session);
  return { statements: read.kind === 'read' ? read.snapshot : undefined, hits, reads };
}

type Reader = (session: Session, settings: Settings, before: Before | undefined) => Promise<Measurement>;

const NO_BEFORE: Measurement = { kind: 'error', what: 'the database could not be read when the watch began' };

const readers: Readonly<Record<PostgresQuery, Reader>> = {
  'slower-statements': (session, settings, before) => statements(session, settings, before, slowestOf),
  'new-statements': (session, settings, before) => statements(session, settings, before, heaviestOf),
  'waiting-locks': async (session, { waitingMs }) => {
    // waitstart came with 14; before it, the beginning of the statement is the nearest there is.
    const began = session.version >= 140_000 ? 'coalesce(l.waitstart, a.query_start)' : 'a.query_start';
    const [row] = await session.rows(
      `select ${OWN} count(distinct l.pid)::text from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database() and clock_timestamp() - ${began} > interval '${waitingMs} ms'`,
    );
    return {
      kind: 'value',
      value: Number(row?.[0]),
      detail: `sessions that wait for a lock longer than ${formatDuration(waitingMs)}`,
    };
  },
  connections: async (session) => {
    const reserved = session.version >= 160_000 ? "current_setting('reserved_connections')::int" : '0';
    const [row] = await session.rows(
      `select ${OWN} (select count(*) from pg_stat_activity where backend_type = 'client backend')::text,
              (current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int - ${reserved})::text`,
    );
    const [used, most] = [Number(row?.[0]), Number(row?.[1])];
    return { kind: 'value', value: used / most, detail: `${used} of ${most} connections` };
  },
  'cache-hits': async (session, _settings, before) => {
    if (before === undefined) return NO_BEFORE;
    const now = await blocksOf(session);
    const [hits, reads] = [now.hits - before.hits, now.reads - before.reads];
    if (hits < 0 || reads < 0) return RESET;
    if (hits + reads === 0) return { kind: 'empty', what: 'no block was read since the swap' };
    const earlier = before.hits + before.reads;
    return {
      kind: 'value',
      value: hits / (hits + reads),
      samples: hits + reads,
      baseline: earlier === 0 ? undefined : before.hits / earlier,
    };
  },
};

const RESET: Measurement = {
  kind: 'error',
  what: 'the statistics were reset since the swap, so that nothing can be compared',
};

async function blocksOf(session: Session): Promise<{ readonly hits: number; readonly reads: number }> {
  const [row] = await session.rows(
    `select ${OWN} blks_hit::text, blks_read::text from pg_stat_database where datname = current_database()`,
  );
  return { hits: Number(row?.[0]), reads: Number(row?.[1]) };
}

async function statements(
  session: Session,
  { minCalls: fewest }: Settings,
  before: Before | undefined,
  pick: (compared: ComparedStatements, fewest: number) => Measurement,
): Promise<Measurement> {
  if (before === undefined) return NO_BEFORE;
  const read = await readStatements(session);
  if (read.kind === 'not-available') return read;
  if (before.statements === undefined) return NO_BEFORE;
  const compared = compareStatements(before.statements, read.snapshot, fewest);
  if (compared === 'reset') return RESET;
  if (compared === 'evicted')
    return {
      kind: 'error',
      what: 'pg_stat_statements evicted statements since the swap; raise pg_stat_statements.max',
    };
  return pick(compared, fewest);
}

function slowestOf({ calls, compared, slower }: ComparedStatements, fewest: number): Measurement {
  if (compared === 0)
    return { kind: 'empty', what: `no statement was called ${fewest} times both before and after the swap` };
  const [worst] = slower;
  if (worst === undefined)
    return { kind: 'value', value: 1, samples: calls, detail: `none of ${compared} statements is slower` };
  const { afterMs, beforeMs, id, ratio } = worst;
  const detail = `statement ${id} takes ${showNumber(afterMs)} ms, was ${showNumber(beforeMs)} ms`;
  return { kind: 'value', value: ratio, samples: calls, detail };
}

function heaviestOf({ allCalls, fresh }: ComparedStatements): Measurement {
  const [heaviest] = fresh;
  if (allCalls === 0) return { kind: 'empty', what: 'no statement was called since the swap' };
  if (heaviest === undefined) return { kind: 'value', value: 0, samples: allCalls, detail: 'no new statement' };
  const { calls, id, meanMs, share } = heaviest;
  const detail = `new statement ${id} takes ${showNumber(meanMs)} ms in ${calls} calls`;
  return { kind: 'value', value: share, samples: allCalls, detail };
}

/** One connection for all metrics of the database. It is opened again where it was lost. */
class SharedDatabase {
  readonly #surroundings: MetricsSurroundings;
  #session: Promise<Session> | undefined;

  constructor(surroundings: MetricsSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Nothing found where the database did not serve, and why. */
  async use<T>(
    work: (session: Session) => Promise<T>,
    signal: AbortSignal,
  ): Promise<{ readonly found: T | undefined; readonly what: string }> {
    const open = this.#surroundings.openDatabase;
    if (open === undefined) return { found: undefined, what: 'no database was given' };
    try {
      this.#session ??= open(signal);
      const session = await this.#session;
      if (session.lost) throw new ConnectionLost(undefined);
      return { found: await work(session), what: '' };
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error instanceof SqlError)) this.#session = undefined;
      return { found: undefined, what: whyNot(error) };
    }
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    await session?.close();
  }
}

/** In our own words: a server's may quote rows. */
function whyNot(error: unknown): string {
  if (error instanceof SqlError)
    return error.server.code === '57014'
      ? 'the database took longer than it may to say how it is'
      : `the database refused to say how it is (SQLSTATE ${word(error.server.code)})`;
  if (error instanceof ConnectionLost) return 'the connection to the database was lost';
  // What keeps a login from succeeding is said by what opens it: where, and what to do.
  if (error instanceof RemoteError) return [error.message, error.hint].filter((part) => part !== undefined).join('; ');
  return error instanceof InputError ? error.message : 'the database did not answer';
}
