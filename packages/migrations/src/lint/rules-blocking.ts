import { blocks, droppedIndexes, has, locksOf } from './locks.ts';
import { canonical, child, children, type Node, relationName, text } from './parser.ts';
import type { Rule } from './rule.ts';
import { setRewrites } from './rules-alter-table.ts';

const indexBlocks: Rule['check'] = ({ parsed }, { made }) => {
  if (parsed?.type !== 'IndexStmt' || parsed.fields['concurrent'] === true) return [];
  const relation = child(parsed.fields, 'relation');
  const table = relationName(relation);
  // ON ONLY is how a partitioned table gets its index without any work; those of the partitions are attached to it.
  if (made.has(canonical(table)) || relation?.['inh'] !== true) return [];
  const message = `${table}: nobody can write to the table while the index is built`;
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
  return [{ table, message: `${table}: nobody can write, and nobody can use the index`, todo: 'reindex concurrently' }];
};

const refreshBlocks: Rule['check'] = ({ parsed }, { made }) => {
  if (parsed?.type !== 'RefreshMatViewStmt' || parsed.fields['concurrent'] === true) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (made.has(canonical(table))) return [];
  return [
    {
      table,
      message: `${table}: nobody can read it while it is refreshed`,
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
  const message = `${table || 'every table'}: written anew while nobody can read it`;
  return [
    {
      ...(table === '' ? {} : { table }),
      message,
      todo: 'leave it to autovacuum, or use pg_repack outside of a release',
    },
  ];
};

const dropIndexBlocks: Rule['check'] = ({ parsed }, { statements }) => {
  if (parsed === undefined) return [];
  const own = (name: string) =>
    statements.some((each) => text(each.parsed?.fields, 'idxname') === name.replace(/^.*\./, ''));
  return droppedIndexes(parsed)
    .filter((name) => !own(name))
    .map((name) => ({
      table: name,
      message: `${name}: nobody can use its table while this waits for all who do`,
      todo: 'drop index concurrently, in a file of its own',
    }));
};

const lockTable: Rule['check'] = ({ parsed }, { made }) => {
  if (parsed?.type !== 'LockStmt') return [];
  const locks = locksOf(parsed).filter(({ mode, table }) => blocks(mode) !== 'nothing' && !made.has(canonical(table)));
  return locks.map(({ table }) => ({
    table,
    message: `${table}: locked until the end of the transaction`,
    todo: 'statements take the locks they need; leave this out',
  }));
};

const everyRow: Rule['check'] = ({ parsed }, { made }) => {
  const writes = { UpdateStmt: 'updated', DeleteStmt: 'deleted' }[parsed?.type ?? ''];
  if (parsed === undefined || writes === undefined || isSelective(parsed.fields)) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (made.has(canonical(table))) return [];
  return [
    {
      table,
      message: `${table}: every row is ${writes} in one transaction, and stays locked until its end`,
      todo: 'write in batches, outside of the schema change',
    },
  ];
};

function isSelective(fields: Node): boolean {
  const where = child(fields, 'whereClause');
  return where !== undefined && child(child(where, 'A_Const') ?? {}, 'boolval')?.['boolval'] !== true;
}

const writesUnderLock: Rule['check'] = ({ parsed }, { held, made }) => {
  if (held === undefined || parsed === undefined || !/^(Update|Delete|Merge)Stmt$/.test(parsed.type)) return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (made.has(canonical(table))) return [];
  const message = `${table}: rows are written while line ${held.line} keeps everybody from ${held.table}, until all of it is committed`;
  return [{ table, message, todo: 'write them in a later file: its transaction does not hold that lock' }];
};

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
