import { createHash } from 'node:crypto';
import { redactData } from '@lockstep/base';
import { literal, optional, textArray } from '@lockstep/postgres';
import type { Provenance } from '../engine/engine.ts';
import { OBSERVED } from '../facts/capture.ts';
import type { Migration } from '../files/migration.ts';
import type { Script } from '../sql/inspect.ts';
import { hintsToText, type SplitHints } from '../sql/split-hints.ts';
import type { Tables } from './tables.ts';

/** A migration as it is about to be applied, with all that is written beside it. */
export interface Entry {
  readonly migration: Migration;
  readonly phase: 'expand' | 'contract';
  readonly provenance: Provenance;
  /** Unique to this try: after a lost connection it tells whether the row is ours. */
  readonly attempt: string;
  readonly segments: number;
  readonly hints: SplitHints;
  /** Others ran it: many are recorded in one transaction, and their order must show. */
  readonly isRecorded?: true;
}

/** SHA-256 in hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The down migration as it is stored: all of it, exactly as it would be sent. */
export function downText(script: Script | undefined): string | undefined {
  return script?.source.read(0, script.source.size).toString('utf8');
}

/** Puts a migration into Supabase's table, like the CLI does; without ON CONFLICT, because nobody else may be there. */
export function insertHistory(entry: Entry, tables: Tables): string {
  const { migration } = entry;
  const { up } = migration;
  const texts = up.texts ?? [
    `-- ${up.source.size} bytes, SHA-256 ${up.checksum}: too large to be kept here, see ${migration.file}`,
  ];
  const down = downText(migration.down);
  const rollback =
    tables.supabase.hasRollback && down !== undefined ? [', rollback', `, ${textArray([down])}`] : ['', ''];
  return (
    `insert into supabase_migrations.schema_migrations (version, name, statements${rollback[0]}) ` +
    `values (${literal(migration.version)}, ${literal(migration.name)}, ${textArray(texts)}${rollback[1]});`
  );
}

/** The side row of a migration. `applied` in the transaction that applies it; `partial` before its first segment. */
export function upsertSide(entry: Entry, tables: Tables, state: 'applied' | 'partial'): string {
  const { migration, provenance } = entry;
  const down = downText(migration.down);
  const isOne = state === 'applied' && entry.segments === 1;
  const isKnown = (isOne || state === 'partial') && tables.cluster !== undefined;
  const values = {
    version: literal(migration.version),
    name: literal(migration.name),
    checksum: literal(migration.up.checksum),
    phase: literal(entry.phase),
    state: literal(state),
    down_sql: down === undefined ? 'null' : literal(down),
    down_digest: down === undefined ? 'null' : literal(digestOf(down)),
    release: optional(provenance.release),
    commit_sha: optional(provenance.commit),
    actor: optional(provenance.actor),
    run: optional(provenance.run),
    step: literal(provenance.step),
    attempt: literal(entry.attempt),
    segments: String(entry.segments),
    segment_digests: "'{}'",
    segment_begun: 'false',
    lessons: optional(hintsToText(entry.hints)),
    xid: isOne ? 'pg_catalog.pg_current_xact_id()' : 'null',
    facts: !isKnown ? 'null' : isOne ? `'[]'::jsonb || ${OBSERVED}` : "'[]'",
    xmin_horizon: isKnown ? 'pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())' : 'null',
    cluster: isKnown ? optional(tables.cluster) : 'null',
    started_at: entry.isRecorded ? 'pg_catalog.clock_timestamp()' : 'pg_catalog.transaction_timestamp()',
    finished_at: state === 'applied' ? 'pg_catalog.clock_timestamp()' : 'null',
  };
  const names = Object.keys(values);
  return (
    `insert into lockstep.migrations (${names.join(', ')}) values (${Object.values(values).join(', ')}) ` +
    `on conflict (version) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')};`
  );
}

/** A condition: this very try of a version is in the history. */
export function isRecorded(version: string, attempt: string): string {
  return (
    `exists (select from lockstep.migrations where version = ${literal(version)} ` +
    `and attempt = ${literal(attempt)} and state = 'applied')`
  );
}

/** `release`: a release came by, whether or not it had anything to apply; its `version` is ''. */
export type EventKind =
  | 'release'
  | 'up'
  | 'down'
  | 'adopt'
  | 'repair'
  | 'drop'
  | 'archive'
  | 'restore'
  | 'extend-archive'
  | 'prune-archive'
  | 'remove-archive'
  | 'erase-archive'
  | 'failed'
  | 'cancelled';

export interface Event {
  readonly kind: EventKind;
  readonly version: string;
  readonly by: Provenance;
  /** Holds no row data and no secrets. */
  readonly detail?: object;
  /** SQL that adds to the detail. */
  readonly more?: string;
}

/** One line of the log of events. */
export function insertEvent({ by, detail = {}, kind, more = '', version }: Event): string {
  const values = [
    literal(kind),
    literal(version),
    optional(by.release),
    optional(by.commit),
    optional(by.actor),
    optional(by.run),
    optional(by.step),
    `${literal(JSON.stringify(redactData(detail)))}::jsonb${more}`,
  ];
  return `insert into lockstep.events (kind, version, release, commit_sha, actor, run, step, detail) values (${values.join(', ')});`;
}

/** SQL that adds to the detail of an event whether what a version did destroyed anything; null where nobody knows. */
export function destroyedDetail(version: string): string {
  return (
    " || (select pg_catalog.jsonb_build_object('destroyed', case when m.facts is not null then exists (select " +
    "from pg_catalog.jsonb_array_elements(m.facts) f where (f->>'destroyed')::boolean) end) " +
    `from lockstep.migrations m where m.version = ${literal(version)})`
  );
}

/**
 * SQL that adds to the detail of an event how its transaction shows in the rows that it wrote: all older transactions
 * had ended by then, on this very cluster. What it wrote itself shows the event's own `xmin` (see archive/came-back.ts).
 */
export function traceDetail(cluster: string | undefined): string {
  return (
    ` || pg_catalog.jsonb_build_object('cluster', ${optional(cluster)}::text, ` +
    "'horizon', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::pg_catalog.text)"
  );
}

/** The segment after the ones done is about to run. */
export function beginSegment(version: string): string {
  return `update lockstep.migrations set segment_begun = true where version = ${literal(version)};`;
}

/**
 * The next segment is done. What it did is added to the facts: `observed` in its own transaction, `harmless` where it
 * touches no data; otherwise nobody knows, now and later.
 */
export function finishSegment(version: string, digest: string, did: 'observed' | 'harmless' | 'unknown'): string {
  const facts = { observed: `facts || ${OBSERVED}`, harmless: 'facts', unknown: 'null' }[did];
  return (
    `update lockstep.migrations set segment_digests = segment_digests || ${literal(digest)}::text, segment_begun = false, facts = ${facts} ` +
    `where version = ${literal(version)};`
  );
}

/** The last segment of an up migration is done. */
export function finishSide(version: string): string {
  return (
    "update lockstep.migrations set state = 'applied', finished_at = pg_catalog.clock_timestamp() " +
    `where version = ${literal(version)};`
  );
}

/** A down migration that is no single transaction begins. */
export function beginDown(version: string): string {
  return (
    "update lockstep.migrations set state = 'reverting', segment_digests = '{}', segment_begun = false, lessons = null " +
    `where version = ${literal(version)};`
  );
}

/** The file as it is now counts as what was applied. Which rows it wrote is not known any more. */
export function acceptSide({ down, name, up }: Migration, version: string): string {
  const sql = downText(down);
  const set = {
    name: literal(name),
    checksum: literal(up.checksum),
    down_sql: sql === undefined ? 'null' : literal(sql),
    down_digest: sql === undefined ? 'null' : literal(digestOf(sql)),
    xid: 'null',
    facts: 'null',
    xmin_horizon: 'null',
  };
  const list = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
  const texts = up.texts === undefined ? '' : `, statements = ${textArray(up.texts)}`;
  return (
    `update lockstep.migrations set ${list.join(', ')} where version = ${literal(version)}; ` +
    `update supabase_migrations.schema_migrations set name = ${literal(name)}${texts} where version = ${literal(version)};`
  );
}

/** An interrupted migration goes on, in whose name and how it is cut now. */
export function resumeSide(version: string, hints: SplitHints, by: Provenance): string {
  const set = {
    lessons: optional(hintsToText(hints)),
    release: optional(by.release),
    commit_sha: optional(by.commit),
    actor: optional(by.actor),
    run: optional(by.run),
    step: literal(by.step),
  };
  const list = Object.entries(set).map(([name, value]) => `${name} = ${value}`);
  return `update lockstep.migrations set ${list.join(', ')} where version = ${literal(version)};`;
}

/** Takes a version out of both tables, or of Supabase's where there is no other. */
export function removeRecords(version: string, hasSide = true): string {
  const where = `where version = ${literal(version)};`;
  const side = hasSide ? `delete from lockstep.migrations ${where}` : '';
  return `delete from supabase_migrations.schema_migrations ${where} ${side}`;
}
