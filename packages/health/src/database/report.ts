import { type Check, count, formatDuration, type NotVerified } from '@lockstep/base';
import { compareStatements } from './compare-statements.ts';
import type { DatabaseFacts } from './facts.ts';
import type { StatementSnapshot } from './statements.ts';

/** What is too much. */
export interface DatabaseLimits {
  /** Mean time of a statement. */
  readonly slowMs: number;
  /** Statements that were called less often are not judged. */
  readonly minCalls: number;
  /** How many times its earlier mean time a statement may take. */
  readonly heavier: number;
  /** Share of the time that a new statement may take. */
  readonly newShare: number;
  /** Share of the rows of a table that may be dead. */
  readonly deadShare: number;
  /** How long a transaction may be open. */
  readonly openMs: number;
}

export const usualLimits: DatabaseLimits = {
  slowMs: 500,
  minCalls: 50,
  heavier: 2,
  newShare: 0.25,
  deadShare: 0.2,
  openMs: 300_000,
};

/** Smaller tables and indexes are read and cleaned in no time. */
const MANY_ROWS = 10_000;
const LARGE_BYTES = 1_000_000;
/** An index is unused only once there was a week in which it could have been used. */
const WEEK_MS = 7 * 86_400_000;
/** Of each kind the worst are named; the others are counted. */
const NAMED = 10;

export interface DatabaseReport {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

interface Found {
  readonly what: string;
  readonly measured: string;
}

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly remedy: string;
}

/** What the facts mean. `earlier` is the snapshot of the report before; without it nothing is new and nothing heavier. */
export function judgeDatabase(
  facts: DatabaseFacts,
  earlier: StatementSnapshot | undefined,
  limits: DatabaseLimits,
  nowMs: number,
): DatabaseReport {
  const parts = [
    ofStatements(facts, limits),
    ofChanges(facts, earlier, limits),
    ofIndexes(facts, nowMs),
    checked(
      RULES.missing,
      facts.tables
        .filter(lacksIndex)
        .map((one) => ({ what: one.table, measured: `${count(one.scans, 'read')} of all its ${one.liveRows} rows` })),
    ),
    checked(
      { ...RULES.bloat, expected: `less than ${percent(limits.deadShare)} dead rows` },
      facts.tables
        .filter((one) => one.deadRows >= MANY_ROWS && one.deadRows > limits.deadShare * (one.liveRows + one.deadRows))
        .map((one) => ({ what: one.table, measured: `${one.deadRows} dead of ${one.liveRows + one.deadRows} rows` })),
    ),
    checked(
      { ...RULES.transactions, expected: `at most ${formatDuration(limits.openMs)}` },
      facts.sessions
        .filter(({ openMs }) => openMs > limits.openMs)
        .map(({ pid, state, openMs }) => ({
          what: `session ${pid}`,
          measured: `${state}, open for ${formatDuration(openMs)}`,
        })),
    ),
  ];
  return {
    checks: parts.flatMap(({ checks }) => checks),
    notVerified: parts.flatMap(({ notVerified }) => notVerified),
  };
}

function ofStatements({ statements }: DatabaseFacts, limits: DatabaseLimits): DatabaseReport {
  if (statements.kind === 'not-available') return unread(RULES.slow, statements.what);
  const slow = [...statements.snapshot.statements.values()]
    .filter(({ calls, totalMs }) => calls >= limits.minCalls && totalMs / calls > limits.slowMs)
    .sort((a, b) => b.totalMs - a.totalMs)
    .map(({ id, calls, totalMs }) => ({
      what: `statement ${id}`,
      measured: `${Math.round(totalMs / calls)} ms on average in ${count(calls, 'call')}`,
    }));
  return checked({ ...RULES.slow, expected: `at most ${limits.slowMs} ms on average` }, slow);
}

function ofChanges(
  { statements }: DatabaseFacts,
  earlier: StatementSnapshot | undefined,
  limits: DatabaseLimits,
): DatabaseReport {
  const both = (because: string, chosen = false) => ({
    checks: [],
    notVerified: [RULES.heavier, RULES.fresh].map(({ id }) => ({
      id,
      what: 'statements',
      because,
      remedy: RERUN,
      chosen,
    })),
  });
  if (statements.kind === 'not-available') return both(statements.what);
  if (earlier === undefined) return both('no snapshot of an earlier report was given', true);
  const compared = compareStatements(earlier, statements.snapshot, limits.minCalls);
  if (compared === 'reset') return both('the statistics were reset since the earlier report');
  if (compared === 'evicted') return both('statements were evicted since the earlier report (pg_stat_statements.max)');
  const heavier = compared.slower
    .filter(({ ratio }) => ratio >= limits.heavier)
    .map(({ id, beforeMs, afterMs }) => ({
      what: `statement ${id}`,
      measured: `${afterMs.toFixed(1)} ms, was ${beforeMs.toFixed(1)} ms`,
    }));
  const fresh = compared.fresh
    .filter(({ share, calls }) => share >= limits.newShare && calls >= limits.minCalls)
    .map(({ id, share, meanMs }) => ({
      what: `statement ${id}`,
      measured: `${percent(share)} of the time, ${meanMs.toFixed(1)} ms on average`,
    }));
  const rules = [
    checked({ ...RULES.heavier, expected: `less than ${limits.heavier} times its earlier time` }, heavier),
    checked({ ...RULES.fresh, expected: `less than ${percent(limits.newShare)} of the time` }, fresh),
  ];
  return { checks: rules.flatMap(({ checks }) => checks), notVerified: [] };
}

const RERUN = 'Write a snapshot with each report, and give it to the next one.';

function ofIndexes({ countedSinceMs, indexes }: DatabaseFacts, nowMs: number): DatabaseReport {
  if (countedSinceMs !== null && nowMs - countedSinceMs < WEEK_MS)
    return unread(RULES.unused, 'reads of indexes are counted since less than a week');
  const unused = indexes
    .filter(({ bytes, guards, reads }) => reads === 0 && !guards && bytes >= LARGE_BYTES)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ index, bytes, table }) => ({
      what: index,
      measured: `no read, ${Math.round(bytes / 1e6)} MB, on ${table}`,
    }));
  return checked(RULES.unused, unused);
}

/** Large, and read as a whole more often than by an index. */
function lacksIndex({ indexReads, liveRows, scannedRows, scans }: DatabaseFacts['tables'][number]): boolean {
  return liveRows >= MANY_ROWS && scans >= 100 && scans > indexReads && scannedRows >= 10 * liveRows;
}

const RULES = {
  slow: {
    id: 'slow-statements',
    title: 'No statement is slow',
    expected: '',
    remedy:
      'Read its text with "select query from pg_stat_statements where queryid = …" and its plan with EXPLAIN (ANALYZE, BUFFERS).',
  },
  heavier: {
    id: 'heavier-statements',
    title: 'No statement became heavier',
    expected: '',
    remedy: 'Compare its plan with what was released since the earlier report.',
  },
  fresh: {
    id: 'new-statements',
    title: 'No new statement is heavy',
    expected: '',
    remedy: 'Read its text in pg_stat_statements by its queryid; it came after the earlier report.',
  },
  unused: {
    id: 'unused-indexes',
    title: 'Every index is used',
    expected: 'at least one read',
    remedy: 'Drop it with a contract migration, unless a rare job or a replica needs it.',
  },
  missing: {
    id: 'missing-indexes',
    title: 'Large tables are read by an index',
    expected: 'more reads by an index than of the whole table',
    remedy: 'Look at the statements that read this table, and create an index concurrently for their conditions.',
  },
  bloat: {
    id: 'bloat',
    title: 'Dead rows are cleaned up',
    expected: '',
    remedy:
      'Look for a transaction or a replication slot that keeps them, then at the settings of autovacuum for this table.',
  },
  transactions: {
    id: 'long-transactions',
    title: 'No transaction is open for long',
    expected: '',
    remedy: 'Find what opened it by its process id in pg_stat_activity; set idle_in_transaction_session_timeout.',
  },
} as const satisfies Readonly<Record<string, Rule>>;

function checked(rule: Rule, found: readonly Found[]): DatabaseReport {
  const { id, title, expected, remedy } = rule;
  if (found.length === 0)
    return {
      checks: [
        {
          id,
          title,
          verdict: 'pass',
          reason: 'within-limits',
          what: 'the database',
          measured: 'none',
          expected,
          remedy: '',
        },
      ],
      notVerified: [],
    };
  const failed = (one: Found): Check => ({
    id,
    title,
    verdict: 'fail',
    reason: 'over-limit',
    expected,
    remedy,
    ...one,
  });
  const more = found.length - NAMED;
  const rest = more > 0 ? [failed({ what: count(more, 'other'), measured: 'over the limit as well' })] : [];
  return { checks: [...found.slice(0, NAMED).map(failed), ...rest], notVerified: [] };
}

function unread({ id }: Rule, because: string): DatabaseReport {
  return {
    checks: [],
    notVerified: [
      { id, what: 'the database', because, remedy: 'See what it needs, and run the report again.', chosen: false },
    ],
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
