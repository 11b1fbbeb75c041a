import { child, children, has, listName, type Node, opened, type Parsed, relationName, text } from '../parse/parser.ts';
import type { TableSize } from './sizes.ts';

/** PostgreSQL's table locks, by what they mean to an app (documentation, Explicit Locking). */
export type LockMode =
  | 'access-share'
  | 'row-exclusive'
  | 'share-update-exclusive'
  | 'share'
  | 'share-row-exclusive'
  | 'exclusive'
  | 'access-exclusive';

export interface Lock {
  /** As written. */
  readonly table: string;
  readonly mode: LockMode;
}

/** What the app cannot do on a table while a lock is held on it. */
export function blocks(mode: LockMode): 'reads and writes' | 'writes' | 'nothing' {
  if (mode === 'access-exclusive') return 'reads and writes';
  return mode === 'share' || mode === 'share-row-exclusive' || mode === 'exclusive' ? 'writes' : 'nothing';
}

/** The strongest lock of a migration on a table that the app uses. */
export interface TableLock {
  readonly table: string;
  readonly blocks: 'reads and writes' | 'writes';
  /** Null where no database was asked, or where it has no such table. */
  readonly size: TableSize | null;
}

const NUMBERED: readonly LockMode[] = [
  'access-share',
  'access-share',
  'access-share',
  'row-exclusive',
  'share-update-exclusive',
  'share',
  'share-row-exclusive',
  'exclusive',
  'access-exclusive',
];

/** The locks that a statement takes on tables that are there already. */
export function locksOf({ fields, type }: Parsed): Lock[] {
  const relation = relationName(child(fields, 'relation'));
  const on = (mode: LockMode, table = relation): Lock[] => (table === '' ? [] : [{ table, mode }]);
  switch (type) {
    case 'AlterTableStmt':
      return alterTable(fields, relation);
    case 'IndexStmt':
      return on(fields['concurrent'] === true ? 'share-update-exclusive' : 'share');
    case 'CreateStmt':
      return createTable(fields);
    case 'DropStmt':
      return dropped(fields);
    case 'TruncateStmt':
      return relations(fields, 'relations').flatMap((table) => on('access-exclusive', table));
    case 'LockStmt': {
      const mode = NUMBERED[Number(fields['mode'])] ?? 'access-exclusive';
      return relations(fields, 'relations').flatMap((table) => on(mode, table));
    }
    case 'CreateTrigStmt':
      return on('share-row-exclusive');
    case 'CreatePolicyStmt':
    case 'AlterPolicyStmt':
      return on('access-exclusive', relationName(child(fields, 'table')));
    case 'RenameStmt':
      return text(fields, 'renameType') === 'OBJECT_INDEX' ? [] : on('access-exclusive');
    case 'RuleStmt':
    case 'AlterObjectSchemaStmt':
    case 'ClusterStmt':
      return on('access-exclusive');
    case 'ReindexStmt':
      return on(has(fields, 'params', 'concurrently') ? 'share-update-exclusive' : 'share');
    case 'RefreshMatViewStmt':
      return on(fields['concurrent'] === true ? 'exclusive' : 'access-exclusive');
    case 'VacuumStmt': {
      const mode = has(fields, 'options', 'full') ? 'access-exclusive' : 'share-update-exclusive';
      const tables = children(fields, 'rels').map((each) =>
        relationName(child(child(each, 'VacuumRelation') ?? {}, 'relation')),
      );
      return tables.flatMap((table) => on(mode, table));
    }
    case 'CommentStmt':
      return /^OBJECT_(TABLE|COLUMN|VIEW|INDEX)$/.test(text(fields, 'objtype'))
        ? on('share-update-exclusive', commented(fields))
        : [];
    case 'CreateStatsStmt':
      return relations(fields, 'relations').flatMap((table) => on('share-update-exclusive', table));
    case 'UpdateStmt':
    case 'DeleteStmt':
    case 'MergeStmt':
      return on('row-exclusive');
    default:
      return [];
  }
}

function relations(fields: Node, name: string): string[] {
  return children(fields, name).map((each) => relationName(child(each, 'RangeVar')));
}

function commented(fields: Node): string {
  const names = children(child(child(fields, 'object') ?? {}, 'List') ?? {}, 'items');
  return listName(text(fields, 'objtype') === 'OBJECT_COLUMN' ? names.slice(0, -1) : names);
}

/** Those that only need to keep other DDL away (ALTER TABLE, the notes on each form). */
const LIGHT = new Set([
  'AT_ValidateConstraint',
  'AT_SetStatistics',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_SetOptions',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_AttachPartition',
]);
const TRIGGERS = /^AT_(Enable|Disable)(AlwaysTrig|ReplicaTrig|TrigAll|TrigUser|Trig)$/;

function alterTable(fields: Node, table: string): Lock[] {
  if (/^OBJECT_(INDEX|TYPE)$/.test(text(fields, 'objtype')) || table === '') return [];
  const locks = children(fields, 'cmds').flatMap((each): Lock[] => {
    const cmd = opened(each).fields;
    const subtype = text(cmd, 'subtype');
    const constraint = child(child(cmd, 'def') ?? {}, 'Constraint');
    const partition = child(child(cmd, 'def') ?? {}, 'PartitionCmd');
    if (subtype === 'AT_AddConstraint' && text(constraint, 'contype') === 'CONSTR_FOREIGN') {
      const other = relationName(child(constraint ?? {}, 'pktable'));
      return [
        { table, mode: 'share-row-exclusive' },
        { table: other, mode: 'share-row-exclusive' },
      ];
    }
    if (subtype === 'AT_AttachPartition') {
      const part = relationName(child(partition ?? {}, 'name'));
      return [
        { table, mode: 'share-update-exclusive' },
        { table: part, mode: 'access-exclusive' },
      ];
    }
    if (subtype === 'AT_DetachPartition' && partition?.['concurrent'] === true)
      return [{ table, mode: 'share-update-exclusive' }];
    if (subtype === 'AT_DetachPartition') {
      const part = relationName(child(partition ?? {}, 'name'));
      return [table, part].map((each) => ({ table: each, mode: 'access-exclusive' }));
    }
    if (LIGHT.has(subtype)) return [{ table, mode: 'share-update-exclusive' }];
    return [{ table, mode: TRIGGERS.test(subtype) ? 'share-row-exclusive' : 'access-exclusive' }, ...referenced(cmd)];
  });
  return strongest(locks);
}

/** Tables that a new column refers to. */
function referenced(node: Node): Lock[] {
  const column = child(child(node, 'def') ?? {}, 'ColumnDef') ?? child(node, 'ColumnDef') ?? {};
  return children(column, 'constraints').flatMap((each): Lock[] => {
    const table = relationName(child(child(each, 'Constraint') ?? {}, 'pktable'));
    return table === '' ? [] : [{ table, mode: 'share-row-exclusive' }];
  });
}

function createTable(fields: Node): Lock[] {
  const elements = children(fields, 'tableElts');
  const keys = elements.flatMap((each): Lock[] => {
    const table = relationName(child(child(each, 'Constraint') ?? {}, 'pktable'));
    return table === '' ? referenced(each) : [{ table, mode: 'share-row-exclusive' }];
  });
  const isPartition = fields['partbound'] !== undefined;
  const parents = relations(fields, 'inhRelations').map(
    (table): Lock => ({ table, mode: isPartition ? 'access-exclusive' : 'share-update-exclusive' }),
  );
  return strongest([...keys, ...parents]);
}

function dropped(fields: Node): Lock[] {
  const kind = text(fields, 'removeType');
  if (fields['concurrent'] === true) return [];
  return children(fields, 'objects').flatMap((each): Lock[] => {
    const items = children(child(each, 'List') ?? {}, 'items');
    if (/^OBJECT_(TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/.test(kind))
      return [{ table: listName(items), mode: 'access-exclusive' }];
    if (/^OBJECT_(TRIGGER|POLICY|RULE)$/.test(kind))
      return [{ table: listName(items.slice(0, -1)), mode: 'access-exclusive' }];
    return [];
  });
}

/** The indexes that a DROP without CONCURRENTLY takes; it locks their tables, which it does not name. */
export function droppedIndexes({ fields, type }: Parsed): string[] {
  if (type !== 'DropStmt' || text(fields, 'removeType') !== 'OBJECT_INDEX' || fields['concurrent'] === true) return [];
  return children(fields, 'objects').map((each) => listName(children(child(each, 'List') ?? {}, 'items')));
}

function strongest(locks: readonly Lock[]): Lock[] {
  const found = new Map<string, LockMode>();
  for (const { mode, table } of locks) {
    const known = found.get(table);
    if (known === undefined || NUMBERED.lastIndexOf(mode) > NUMBERED.lastIndexOf(known)) found.set(table, mode);
  }
  return [...found].map(([table, mode]) => ({ table, mode }));
}
