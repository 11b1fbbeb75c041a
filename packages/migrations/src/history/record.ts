import type { Session } from '@lockstep/postgres';
import { type Facts, readFacts } from '../facts/facts.ts';
import { compareVersions, type Order, ordersDiffer, VERSION } from '../files/migration.ts';
import { hintsFromText, type SplitHints } from '../sql/split-hints.ts';
import type { Tables } from './tables.ts';

/** What the side table knows of a version. */
export interface SideRecord {
  readonly name: string;
  readonly checksum: string;
  readonly phase: 'expand' | 'contract';
  /** `partial`: some of its segments are done. `reverting`: some segments of its down migration are. */
  readonly state: 'applied' | 'partial' | 'reverting';
  readonly downSql: string | undefined;
  readonly downDigest: string | undefined;
  readonly release: string;
  readonly commit: string;
  readonly actor: string;
  readonly run: string;
  readonly step: string;
  readonly attempt: string;
  readonly segments: number;
  /** Digests of the segments that are done, first to last. */
  readonly segmentDigests: readonly string[];
  /** The next segment was begun, and nobody saw its end. */
  readonly segmentBegun: boolean;
  readonly hints: SplitHints;
  /** Undefined where nobody observed it. */
  readonly facts: Facts | undefined;
  readonly xminHorizon: string | undefined;
  readonly cluster: string | undefined;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | undefined;
}

/** What the database says of one version. */
export interface HistoryRecord {
  readonly version: string;
  /** In Supabase's table: its schema change is there, whoever made it. */
  readonly applied: boolean;
  /** The name in Supabase's table; '' where it has none. */
  readonly name: string;
  /** Undefined for what others applied. */
  readonly side: SideRecord | undefined;
}

/** All versions that the database knows, in order. */
export async function readHistory(session: Session, tables: Tables): Promise<HistoryRecord[]> {
  if (!tables.supabase.exists && !tables.side.exists) return [];
  const supabase = tables.supabase.exists
    ? 'select version, name from supabase_migrations.schema_migrations'
    : 'select null::text as version, null::text as name where false';
  const time = (column: string, digits: 'MS' | 'US') =>
    `pg_catalog.to_char(m.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
  const side = tables.side.exists
    ? 'select * from lockstep.migrations'
    : `select null::text as version, null::text as name, null::text as checksum, null::text as phase, null::text as state,
        null::text as down_sql, null::text as down_digest, null::text as release, null::text as commit_sha, null::text as actor,
        null::text as run, null::text as step, null::text as attempt, null::int as segments, null::text[] as segment_digests,
        null::boolean as segment_begun, null::text as lessons, null::xid8 as xmin_horizon, null::text as cluster,
        null::timestamptz as started_at, null::timestamptz as finished_at where false`;
  const facts = tables.side.hasFacts ? 'm.facts' : 'null';
  const rows = await session.rows(`
    select coalesce(h.version, m.version), h.version is not null, coalesce(h.name, ''), m.version is not null,
           m.name, m.checksum, m.phase, m.state, m.down_sql, m.down_digest, m.release, m.commit_sha, m.actor, m.run, m.step,
           m.attempt, m.segments, pg_catalog.array_to_string(m.segment_digests, ','), m.segment_begun,
           ${facts}, m.xmin_horizon::text, m.cluster, ${time('started_at', 'US')}, ${time('finished_at', 'MS')}, m.lessons
      from (${supabase}) h full join (${side}) m on m.version = h.version`);
  return inOrder(
    rows
      .map(
        (row): HistoryRecord => ({
          version: row[0] ?? '',
          applied: row[1] === 't',
          name: row[2] ?? '',
          side: row[3] === 't' ? sideRecord(row) : undefined,
        }),
      )
      .filter((record) => VERSION.test(record.version)),
  );
}

/**
 * By number; but where the orders of numbers and of text differ, by text if that is how they were applied: the Supabase
 * CLI does so, and so do we in its folders.
 */
export function inOrder(records: readonly HistoryRecord[]): HistoryRecord[] {
  const sorted = (order: Order) => records.toSorted((a, b) => compareVersions(a.version, b.version, order));
  if (ordersDiffer(records.map(({ version }) => version)) === undefined) return sorted('number');
  const byText = sorted('text');
  const times = byText.flatMap(({ side }) => (side === undefined ? [] : [side.startedAt]));
  return times.every((time, nth) => nth === 0 || time >= (times[nth - 1] ?? '')) ? byText : sorted('number');
}

function sideRecord(row: readonly (string | null)[]): SideRecord {
  const text = (at: number) => row[at] ?? '';
  const maybe = (at: number) => row[at] ?? undefined;
  return {
    name: text(4),
    checksum: text(5),
    phase: text(6) === 'contract' ? 'contract' : 'expand',
    state: text(7) === 'partial' || text(7) === 'reverting' ? (text(7) as 'partial' | 'reverting') : 'applied',
    downSql: maybe(8),
    downDigest: maybe(9),
    release: text(10),
    commit: text(11),
    actor: text(12),
    run: text(13),
    step: text(14),
    attempt: text(15),
    segments: Number(text(16)),
    segmentDigests: text(17) === '' ? [] : text(17).split(','),
    segmentBegun: row[18] === 't',
    facts: row[19] === null || row[19] === undefined ? undefined : readFacts(row[19]),
    xminHorizon: maybe(20),
    cluster: maybe(21),
    startedAt: text(22),
    finishedAt: maybe(23),
    hints: hintsFromText(text(24)),
  };
}
