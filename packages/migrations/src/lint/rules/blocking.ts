import { type Cover, coverOf, mergeCover } from '../../conditions/covers.ts';
import { child, children, has, type Node, type Parsed, relationName, text } from '../../parse/parser.ts';
import { tablesIn } from '../../parse/tables-in.ts';
import { indexOf } from '../../picture/definitions.ts';
import { blocks, droppedIndexes, locksOf } from '../locks.ts';
import type { Rule } from '../rule.ts';
import { LOCKED, setRewrites } from './alter-table.ts';

const indexBlocks: Rule['check'] = ({ parsed }, { picture }) => {
  if (parsed?.type !== 'IndexStmt' || parsed.fields['concurrent'] === true) return [];
  const relation = child(parsed.fields, 'relation');
  const table = relationName(relation);
  // ON ONLY is how a partitioned table gets its index without any work; those of the partitions are attached to it.
  if (picture.isMade(table) || relation?.['inh'] !== true) return [];
  if (
    parsed.fields['if_not_exists'] === true &&
    picture.relation(indexOf(table, text(parsed.fields, 'idxname'))) !== undefined
  )
    return [];
  const message = `${table}: blocks writes while the index is built`;
  return [
    {
      table,
      message,
      todo: 'create index concurrently, in a file of its own; of a partitioned table, on only, and attach those of its partitions',
    },
  ];
};

const reindexBlocks: Rule['check'] = ({ parsed }) => {
  if (parsed?.type !== 'ReindexStmt' || has(parsed.fields, 'params', 'concurrently')) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  return [
    { table, message: `${table}: blocks writes to the table and any use of the index`, todo: 'reindex concurrently' },
  ];
};

const refreshBlocks: Rule['check'] = ({ parsed }, { picture }) => {
  if (parsed?.type !== 'RefreshMatViewStmt' || parsed.fields['concurrent'] === true) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (picture.isMade(table)) return [];
  return [
    {
      table,
      message: `${table}: blocks reads while it is refreshed`,
      todo: 'refresh … concurrently; it needs a unique index',
    },
  ];
};

const rewrites: Rule['check'] = ({ parsed }) => {
  const full = parsed?.type === 'VacuumStmt' && has(parsed.fields, 'options', 'full');
  if (parsed === undefined || (!full && parsed.type !== 'ClusterStmt')) return [];
  const table =
    relationName(child(parsed.fields, 'relation')) ||
    relationName(child(child(children(parsed.fields, 'rels')[0] ?? {}, 'VacuumRelation') ?? {}, 'relation'));
  const message = `${table || 'every table'}: is rewritten ${LOCKED}`;
  return [
    {
      ...(table === '' ? {} : { table }),
      message,
      todo: 'leave it to autovacuum, or use pg_repack outside of a release',
    },
  ];
};

const dropIndexBlocks: Rule['check'] = ({ parsed }, { picture }) => {
  if (parsed === undefined) return [];
  const isAbsent = (name: string) => parsed.fields['missing_ok'] === true && picture.isAbsent(name);
  return droppedIndexes(parsed)
    .filter((name) => !picture.isMadeIndex(name) && !isAbsent(name))
    .map((name) => ({
      table: name,
      message: `${name}: blocks its table while it waits for every session that uses it`,
      todo: 'drop index concurrently, in a file of its own',
    }));
};

const lockTable: Rule['check'] = ({ parsed }, { picture }) => {
  if (parsed?.type !== 'LockStmt') return [];
  const locks = locksOf(parsed).filter(({ mode, table }) => blocks(mode) !== 'nothing' && !picture.isMade(table));
  return locks.map(({ table }) => ({
    table,
    message: `${table}: locked until the end of the transaction`,
    todo: 'remove it; statements acquire the locks they need',
  }));
};

/** What a condition says that chooses nothing. */
const WHY: Readonly<Record<Cover, string>> = {
  all: '',
  same: '; the condition names no column, so it is true for all rows or for none',
  bound: '; the condition only bounds a key, on one side or over a wide range',
  join: '; the condition only joins tables',
};

const everyRow: Rule['check'] = ({ parsed }, { picture }) => {
  const writes = { UpdateStmt: 'updated', DeleteStmt: 'deleted', MergeStmt: 'written' }[parsed?.type ?? ''];
  if (parsed === undefined || writes === undefined) return [];
  const cover = parsed.type === 'MergeStmt' ? mergeCover(parsed.fields, picture) : coverOf(parsed.fields, picture);
  if (cover === undefined) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (picture.isMade(table)) return [];
  return [
    {
      table,
      message: `${table}: every row may be ${writes} in one transaction, and stays locked until its end${WHY[cover]}`,
      todo: 'write in batches, outside of the schema change',
    },
  ];
};

const writesUnderLock: Rule['check'] = ({ parsed }, { held, picture }) => {
  if (held === undefined || parsed === undefined) return [];
  const work = longWork(parsed);
  if (work === undefined || (work.table !== '' && picture.isMade(work.table))) return [];
  const message = `${work.what} while line ${held.line} blocks ${held.table}, until the transaction commits`;
  return [
    {
      ...(work.table === '' ? {} : { table: work.table }),
      message,
      todo: 'do it in a later file, whose transaction does not hold that lock',
    },
  ];
};

/** What takes as long as there are rows, or as nobody can tell. */
function longWork({ fields, type }: Parsed): { readonly table: string; readonly what: string } | undefined {
  const table = relationName(child(fields, 'relation'));
  if (/^(Update|Delete|Merge)Stmt$/.test(type)) return { table, what: `${table}: rows are written` };
  if (type === 'CallStmt') return { table: '', what: 'a procedure runs' };
  if (type !== 'InsertStmt' && type !== 'SelectStmt' && type !== 'CreateTableAsStmt') return undefined;
  const query =
    { InsertStmt: child(child(fields, 'selectStmt') ?? {}, 'SelectStmt'), CreateTableAsStmt: copied(fields) }[
      type as string
    ] ?? fields;
  const [source] = children(query ?? {}, 'fromClause').flatMap((each) => tablesIn(each));
  if (source === undefined) return undefined;
  return type === 'InsertStmt'
    ? { table: source, what: `${table}: rows are copied from ${source}` }
    : { table: source, what: `${source}: rows are read` };
}

/** The query of CREATE TABLE AS; none where it copies no rows. */
function copied(fields: Node): Node | undefined {
  if (child(fields, 'into')?.['skipData'] === true) return {};
  return child(child(fields, 'query') ?? {}, 'SelectStmt') ?? {};
}

/** What else takes long while others wait. */
export const blockingRules: readonly Rule[] = [
  { id: 'create-index-blocks', weight: 'blocking', check: indexBlocks },
  { id: 'drop-index-blocks', weight: 'blocking', check: dropIndexBlocks },
  { id: 'reindex-blocks', weight: 'blocking', check: reindexBlocks },
  { id: 'refresh-blocks', weight: 'blocking', check: refreshBlocks },
  { id: 'rewrites-table', weight: 'blocking', check: (s, c) => [...rewrites(s, c), ...setRewrites(s, c)] },
  { id: 'lock-table', weight: 'blocking', check: lockTable },
  { id: 'writes-every-row', weight: 'blocking', check: everyRow },
  { id: 'writes-under-lock', weight: 'blocking', check: writesUnderLock },
];
