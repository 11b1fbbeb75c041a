import { identifier, literal, optional, type Session } from '@lockstep/postgres';
import type { Relation, Relations } from '../data-loss/relations.ts';
import { ARCHIVE_SCHEMA, type Copy, lostColumns } from './plan.ts';
import type { ArchiveRefusal, Unkeepable } from './refusal.ts';
import { ARCHIVES } from './schema.ts';

/** A copy that is under way. */
export interface Staged {
  readonly copy: Copy;
  readonly id: string;
  /** The rows that came into question. */
  readonly rows: number;
  /** All rows of the table, and what was counted by then. */
  readonly all: number;
  readonly before: Pick<Relation, 'deleted' | 'inserted'>;
}

/** A copy that is done. */
export interface Archived {
  readonly id: string;
  /** The table as it was called. */
  readonly object: string;
  readonly kind: Copy['kind'];
  readonly rows: number;
  readonly bytes: number;
  /** How long it is kept. */
  readonly keepMs: number;
}

type Refused = ArchiveRefusal | undefined;

/** How much more may be kept. */
export interface Room {
  readonly limits: { readonly rows: number; readonly bytes: number };
  readonly used: { readonly rows: number; readonly bytes: number };
}

/** What every archive has besides the columns of its table. Added behind the copy, which makes no row larger or slower. */
const MARKS = {
  _lockstep_lost: 'pg_catalog.text[]',
  _lockstep_xmin: 'pg_catalog.xid',
  _lockstep_done: 'pg_catalog.timestamptz',
  _lockstep_conflict: 'pg_catalog.text',
};

async function addMarks(session: Session, id: string, has: readonly string[]): Promise<void> {
  const missing = Object.entries(MARKS).filter(([name]) => !has.includes(name));
  const list = missing.map(([name, type]) => `add column ${name} ${type}`);
  await session.rows(`alter table ${contentsOf(id)} ${list.join(', ')}`);
}

/** SQL: the table in which a copy is. */
export function contentsOf(id: string): string {
  return `${ARCHIVE_SCHEMA}.a${id}`;
}

function stageOf(id: string): string {
  return `${ARCHIVE_SCHEMA}.s${id}`;
}

export async function nextId(session: Session): Promise<string> {
  const [row] = await session.rows(
    `select pg_catalog.nextval(pg_catalog.pg_get_serial_sequence(${literal(ARCHIVES)}, 'id'))`,
  );
  return row?.[0] ?? '';
}

/**
 * Copies what goes for certain; of what shows only later, all that comes into question. One row more than there is room
 * for is enough to know that there are too many.
 */
export async function stage(
  session: Session,
  copy: Copy,
  id: string,
  { before, room }: { readonly before: Relations; readonly room: Room },
): Promise<Staged | ArchiveRefusal> {
  const counters = before.get(copy.relation.oid) ?? copy.relation;
  const values = copy.columns.map(({ name, sql }) => `${sql} as ${identifier(name)}, `).join('');
  const from = `from only ${copy.relation.name} t where ${copy.condition}`;
  if (copy.kind === 'mixed') {
    const lost = `${lostColumns(copy.dropped)} as _lockstep_lost`;
    const rows = await create(session, stageOf(id), `select ${values}t.ctid as _lockstep_at, ${lost} ${from}`);
    const [all] = await session.rows(`select pg_catalog.count(*) from only ${copy.relation.name}`);
    return { copy, id, rows, all: Number(all?.[0]), before: counters };
  }
  const most = room.limits.rows - room.used.rows;
  const isSome = copy.dropped.length > 1;
  const lost = isSome ? `${lostColumns(copy.dropped)} as _lockstep_lost, ` : '';
  const query = `select ${`${values}${lost}`.replace(/, $/, '')} ${from} limit ${most + 1}`;
  const rows = await create(session, contentsOf(id), query);
  await addMarks(session, id, isSome ? ['_lockstep_lost'] : []);
  return rows > most ? tooMany(copy, room) : { copy, id, rows, all: rows, before: counters };
}

async function create(session: Session, table: string, query: string): Promise<number> {
  const result = await session.send(`create table ${table} as ${query}`);
  if (!result.ok) throw result.error;
  return Number(result.reply.tags.at(-1)?.split(' ').at(-1));
}

function tooMany({ aboutRows, relation }: Copy, { limits }: Room): ArchiveRefusal {
  return { kind: 'rows', object: relation.name, limit: limits.rows, about: aboutRows };
}

/** Keeps what is gone or another than before, now that the statements have run; undefined where nothing is. */
export async function finish(
  session: Session,
  staged: Staged,
  { after, keepMs, room }: { readonly after: Relations; readonly room: Room; readonly keepMs: number },
): Promise<Archived | ArchiveRefusal | undefined> {
  const { copy, id, rows: stagedRows } = staged;
  if (copy.kind === 'mixed') {
    const refused = await keepChanged(session, staged, after.get(copy.relation.oid), room);
    if (refused !== undefined) return refused;
  }
  const table = contentsOf(id);
  const [row] = await session.rows(
    `select ${copy.kind === 'mixed' ? `(select pg_catalog.count(*) from ${table})` : stagedRows}, pg_catalog.pg_table_size(${literal(table)}::pg_catalog.regclass)`,
  );
  const [rows, bytes] = [Number(row?.[0]), Number(row?.[1])];
  if (rows === 0) {
    await session.rows(`drop table ${table}`);
    return undefined;
  }
  const object = copy.relation.name;
  const { limits, used } = room;
  if (rows + used.rows > limits.rows) return tooMany(copy, room);
  if (bytes + used.bytes > limits.bytes) {
    return { kind: 'bytes', object, limit: limits.bytes, bytes: bytes + used.bytes };
  }
  return { id, object, kind: copy.kind, rows, bytes, keepMs };
}

/** Of all rows that came into question, those that went, and those in which something is another. */
async function keepChanged(session: Session, staged: Staged, now: Relation | undefined, room: Room): Promise<Refused> {
  const { copy, id, rows } = staged;
  const { key, relation } = copy;
  if (now === undefined) return notPossible(copy, 'unsteady');
  const most = room.limits.rows - room.used.rows;
  const isAnew = now.filenode !== relation.filenode;
  const kept = await create(
    session,
    contentsOf(id),
    `${key.length === 0 ? goneRows(staged, now) : changedRows(staged, now)} limit ${most + 1}`,
  );
  await session.rows(`drop table ${stageOf(id)}`);
  await addMarks(session, id, ['_lockstep_lost', '_lockstep_xmin']);
  if (kept > most) return tooMany(copy, room);
  // Of a table that was written anew, nobody can tell which rows are old ones, unless none is left.
  if (key.length === 0) return isAnew && kept !== rows ? notPossible(copy, 'no-key') : undefined;
  const [row] = await session.rows(
    `select (select pg_catalog.count(*) from ${contentsOf(id)} where _lockstep_lost is null), ${isAnew ? `(select pg_catalog.count(*) from only ${now.name})` : '0'}`,
  );
  const [missing, left] = [Number(row?.[0]), Number(row?.[1])];
  const went = isAnew ? staged.all + now.inserted - staged.before.inserted - left : now.deleted - staged.before.deleted;
  // More rows without a counterpart than went: they have another key now.
  return missing > went ? notPossible(copy, 'key-changes') : undefined;
}

function notPossible({ relation }: Copy, because: Unkeepable): ArchiveRefusal {
  return { kind: 'not-possible', object: relation.name, because };
}

/** SQL: where nothing tells rows apart, those of which no version is left in their place, which nobody else gets before the commit. */
function goneRows({ copy, id }: Staged, now: Relation): string {
  const isAnew = now.filenode !== copy.relation.filenode;
  const values = copy.columns.map(({ name }) => `s.${identifier(name)}, `).join('');
  const isLeft = isAnew ? `exists (select from only ${now.name} t)` : 't.ctid is not null';
  const join = isAnew ? '' : `left join only ${now.name} t on t.ctid = s._lockstep_at`;
  return `select ${values}null::pg_catalog.text[] as _lockstep_lost, null::pg_catalog.xid as _lockstep_xmin from ${stageOf(id)} s ${join} where not (${isLeft})`;
}

/** SQL: the rows whose key is not there any more, whole; of the others, key and what is another than before. */
function changedRows({ copy: { columns, dropped, key, relation }, id }: Staged, now: Relation): string {
  const nameNow = (name: string): string | undefined => {
    const attnum = [...relation.columns].find(([, column]) => column.name === name)?.[0] ?? 0;
    return now.columns.get(attnum)?.name;
  };
  const text = (of: string, name: string) => `${of}.${identifier(name)}::pg_catalog.text collate pg_catalog."C"`;
  const match = key.map((name) => `${text('t', nameNow(name) ?? name)} = ${text('s', name)}`).join(' and ');
  const isMissing = `t.${identifier(nameNow(key[0] ?? '') ?? '')} is null`;
  const goes = new Set(dropped.map(({ name }) => name));
  const differs = columns.flatMap(({ name }) => {
    const then = nameNow(name);
    if (key.includes(name) || goes.has(name) || then === undefined) return [];
    return [`case when ${text('s', name)} is distinct from ${text('t', then)} then ${literal(name)} end`];
  });
  const changed = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
  const lost = differs.length === 0 ? 's._lockstep_lost' : `s._lockstep_lost || ${changed}`;
  const values = columns.map(({ name }) => {
    const value = `s.${identifier(name)}`;
    if (key.includes(name)) return `${value}, `;
    return `case when ${isMissing} or ${literal(name)} = any (l.lost) then ${value} end as ${identifier(name)}, `;
  });
  return `select ${values.join('')}case when ${isMissing} then null else l.lost end as _lockstep_lost, t.xmin as _lockstep_xmin
    from ${stageOf(id)} s left join only ${now.name} t on ${match} cross join lateral (select ${lost} as lost) l
   where ${isMissing} or l.lost <> '{}'`;
}

/** The row of the list. */
export function insertArchive(
  { copy, id }: Staged,
  { bytes, keepMs, rows }: Archived,
  about: {
    readonly direction: 'down' | 'up';
    readonly version: string;
    readonly migration: string;
    readonly release: string;
    readonly by: { readonly release: string; readonly commit: string; readonly actor: string; readonly run: string };
    readonly cluster: string | undefined;
  },
): string {
  const columns = copy.columns.map(({ asText, name, type }) => ({ name, type, as_text: asText }));
  const values = {
    id: id,
    direction: literal(about.direction),
    version: literal(about.version),
    migration: literal(about.migration),
    release: optional(about.release),
    by_release: optional(about.by.release),
    commit_sha: optional(about.by.commit),
    actor: optional(about.by.actor),
    run: optional(about.by.run),
    source: literal(copy.relation.name),
    target: literal(copy.target),
    kind: literal(copy.kind),
    contents: literal(`a${id}`),
    columns: `${literal(JSON.stringify(columns))}::jsonb`,
    key: `${literal(JSON.stringify(copy.key))}::jsonb`,
    dropped: `${literal(JSON.stringify(copy.dropped.map(({ name }) => name)))}::jsonb`,
    whole: String(copy.condition === 'true'),
    rows: String(rows),
    bytes: String(bytes),
    cluster: optional(about.cluster),
    expires: `pg_catalog.clock_timestamp() + ${literal(`${keepMs} milliseconds`)}::pg_catalog.interval`,
  };
  return `insert into ${ARCHIVES} (${Object.keys(values).join(', ')}) overriding system value values (${Object.values(values).join(', ')})`;
}
