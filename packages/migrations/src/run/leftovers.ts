import { identifier, literal, type Session, SqlError } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Segment } from '../sql/segments.ts';

type Alone = Segment & { readonly kind: 'alone' };

/**
 * What an index build that ran concurrently leaves behind when it fails: invalid indexes, which cost every write and
 * serve no read. Drops those of this statement, so that it can run again. `ours`: we know that this statement was
 * begun before, so that also those whose names PostgreSQL made up are its own.
 */
export async function clearLeftovers(engine: Engine, session: Session, { what }: Alone, ours: boolean): Promise<void> {
  let invalid: readonly (readonly (string | null)[])[] = [];
  if (what.does === 'create-index' && (ours || what.index !== '')) {
    const named = what.index === '' ? '' : `and c.relname = ${literal(what.index)}`;
    const table = `i.indrelid = pg_catalog.to_regclass(${literal(what.table)})`;
    invalid = await session.rows(`${INVALID_INDEXES} and ${table} ${named}`);
  } else if (what.does === 'reindex' && ours) {
    invalid = await session.rows(`${INVALID_INDEXES} and c.relname ~ '_cc(new|old)[0-9]*$'`);
  }
  for (const [schema, name] of invalid) {
    engine.log.info(`dropping the invalid index ${schema}.${name} that an interrupted build left behind`);
    const drop = `drop index concurrently if exists ${identifier(schema ?? '')}.${identifier(name ?? '')}`;
    const result = await session.send(drop);
    if (!result.ok && !(result.error instanceof SqlError)) throw result.error;
  }
}

/** Not those that somebody is building right now; the index of a partitioned table may be invalid by intention. */
const INVALID_INDEXES = `
  select n.nspname, c.relname from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where not i.indisvalid and c.relkind = 'i'
     and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`;

/** Whether a statement that was begun, and whose end nobody saw, has taken effect. Where unsure: no, run it again. */
export async function isDoneAlready(session: Session, { what }: Alone): Promise<boolean> {
  if (what.does === 'create-index' && what.index !== '') {
    const [row] = await session.rows(
      `select count(*) from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
        where i.indrelid = pg_catalog.to_regclass(${literal(what.table)}) and c.relname = ${literal(what.index)}
          and i.indisvalid and i.indisready`,
    );
    return row?.[0] === '1';
  }
  if (what.does !== 'detach-partition') return false;
  const [row] = await session.rows(
    `select pg_catalog.to_json(p)->>'inhdetachpending' from pg_catalog.pg_inherits p
      where p.inhparent = pg_catalog.to_regclass(${literal(what.table)})
        and p.inhrelid = pg_catalog.to_regclass(${literal(what.partition)})`,
  );
  if (row === undefined) return true;
  if (row[0] !== 'true') return false;
  await session.rows(`alter table ${what.table} detach partition ${what.partition} finalize`);
  return true;
}
