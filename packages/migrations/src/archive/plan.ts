import { identifier, literal } from '@lockstep/postgres';
import type { Seen } from '../data-loss/archivist.ts';
import { type Loss, lossCondition } from '../data-loss/losses.ts';
import { foreignRow } from '../data-loss/own-rows.ts';
import { LARGE_OBJECTS, type Relation } from '../data-loss/relations.ts';
import type { Threat } from '../data-loss/threats.ts';
import type { ArchiveRefusal, Unkeepable } from './refusal.ts';
import type { Source } from './sources.ts';

/** What the archive's own columns are called. */
export const OWN_COLUMN = '_lockstep_';

/** The schema of all archives. */
export const ARCHIVE_SCHEMA = 'lockstep_archive';

/** A column of an archive. */
export interface ArchivedColumn {
  readonly name: string;
  /** The type that it had, with its schema where that is not PostgreSQL's own. */
  readonly type: string;
  /** SQL over `t`: the value as it is kept. */
  readonly sql: string;
  /** Whether it is kept as text, since the type may go. */
  readonly asText: boolean;
}

/** What is kept of one table. */
export interface Copy {
  readonly relation: Relation;
  readonly target: string;
  /**
   * `rows`: whole rows of a table that goes. `values`: key and values of columns that go. `mixed`: of a table that
   * stays, the rows and the values that are others afterwards, which only its run shows.
   */
  readonly kind: 'rows' | 'values' | 'mixed';
  readonly columns: readonly ArchivedColumn[];
  /** Names of the columns that tell its rows apart; none where nothing does. */
  readonly key: readonly string[];
  /** SQL over `t`: the rows that come into question. */
  readonly condition: string;
  /** Columns that go, each with SQL over `t` that is true where it has something to keep. */
  readonly dropped: readonly { readonly name: string; readonly condition: string }[];
  readonly aboutRows: number;
}

export type ArchivePlan =
  | { readonly kind: 'copy'; readonly copies: readonly Copy[] }
  | { readonly kind: 'refuse'; readonly refusals: readonly [ArchiveRefusal, ...ArchiveRefusal[]] };

/**
 * Decides what is copied as what, so that every loss that was found can be made good; where one cannot, all is refused,
 * each by name. Pure.
 */
export function planArchive(found: Seen, sources: ReadonlyMap<string, Source>): ArchivePlan {
  const relations = new Map(found.threats.map(({ relation }) => [relation.oid, relation]));
  const refusals: ArchiveRefusal[] = [];
  const copies: Copy[] = [];
  const claimed = new Set<Loss>();
  for (const relation of relations.values()) {
    const losses = found.losses.filter((loss) => isOf(loss, relation));
    for (const loss of losses) claimed.add(loss);
    if (losses.length === 0) continue;
    const planned = planCopy(relation, losses, found, sources.get(relation.oid));
    if (typeof planned === 'string') refusals.push(notPossible(relation.name, planned));
    else copies.push(planned);
  }
  for (const loss of found.losses) {
    if (!claimed.has(loss)) refusals.push(notPossible(loss.object, WITHOUT_TABLE[loss.kind] ?? 'untestable'));
  }
  const [first, ...more] = refusals;
  return first === undefined ? { kind: 'copy', copies } : { kind: 'refuse', refusals: [first, ...more] };
}

/** What a loss is that no table was seen to have. */
const WITHOUT_TABLE: Readonly<Partial<Record<Loss['kind'], Unkeepable>>> = {
  numbers: 'sequence',
  foreign: 'foreign-table',
  refresh: 'view',
  type: 'labels',
};

function notPossible(object: string, because: Unkeepable): ArchiveRefusal {
  return { kind: 'not-possible', object, because };
}

function isOf({ kind, object }: Loss, { columns, name }: Relation): boolean {
  if (kind === 'numbers' || kind === 'untestable') return false;
  return object === name || [...columns.values()].some((column) => object === `${name}.${column.name}`);
}

function planCopy(
  relation: Relation,
  losses: readonly Loss[],
  { after, before, own, threats }: Seen,
  source: Source | undefined,
): Copy | Unkeepable {
  if (LARGE_OBJECTS.includes(relation.oid)) return 'large-object';
  if (relation.kind === 'foreign') return 'foreign-table';
  if (relation.kind === 'view') return 'view';
  if (relation.plainName.startsWith(`${ARCHIVE_SCHEMA}.`)) return 'own-schema';
  if (source === undefined) return 'untestable';
  if (losses.some(({ kind }) => kind === 'unlogged')) return 'unlogged';
  if ([...relation.columns.values()].some(({ name }) => name.startsWith(OWN_COLUMN))) return 'reserved-name';
  const { aboutRows, target } = source;
  const now = after.get(relation.oid);
  const common = { relation, target, aboutRows, condition: foreignRow(own, relation) };
  if (now === undefined) {
    const key = source.keys.find((names) => columnsNamed(relation, names) !== undefined) ?? [];
    return { ...common, kind: 'rows', columns: allColumns(relation, source), key, dropped: [] };
  }
  const key = source.keys.find((names) => isKept(relation, now, names));
  const dropped = threats
    .toSorted(byColumn)
    .flatMap((threat) =>
      threat.kind === 'column' &&
      threat.relation.oid === relation.oid &&
      losses.some(({ kind, object }) => kind === 'column' && object === `${relation.name}.${threat.column.name}`)
        ? [{ name: threat.column.name, condition: `(${lossCondition(threat, own)})` }]
        : [],
    );
  const others = losses.filter(({ kind }) => kind !== 'column');
  if (others.length === 0) {
    if (key === undefined) return 'no-key';
    const names = new Set([...key, ...dropped.map(({ name }) => name)]);
    const columns = allColumns(relation, source).filter(({ name }) => names.has(name));
    const condition = dropped.map((each) => each.condition).join(' or ');
    return { ...common, kind: 'values', columns, key, dropped, condition };
  }
  const updates = now.filenode === relation.filenode && now.updated > (before.get(relation.oid)?.updated ?? 0);
  const deletesOnly = dropped.length === 0 && !updates && others.every(({ kind }) => kind === 'rows');
  if (key === undefined && !deletesOnly) return 'no-key';
  return { ...common, kind: 'mixed', columns: allColumns(relation, source), key: key ?? [], dropped };
}

function byColumn(a: Threat, b: Threat): number {
  return ('attnum' in a ? a.attnum : 0) - ('attnum' in b ? b.attnum : 0);
}

function allColumns({ columns }: Relation, source: Source): readonly ArchivedColumn[] {
  return [...columns]
    .sort(([a], [b]) => a - b)
    .flatMap(([attnum, { generated, name, type }]) => {
      if (generated) return [];
      const { hasOwnCollation, keepsType } = source.columns.get(attnum) ?? { hasOwnCollation: false, keepsType: false };
      const value = keepsType ? `t.${identifier(name)}` : `t.${identifier(name)}::pg_catalog.text`;
      const sql = hasOwnCollation ? `(${value} collate pg_catalog."default")` : value;
      return [{ name, type, asText: !keepsType, sql }];
    });
}

/** The attribute numbers of columns that hold data; undefined where one of them is not there. */
function columnsNamed({ columns }: Relation, names: readonly string[]): readonly number[] | undefined {
  const found = names.map((name) => [...columns].find(([, column]) => column.name === name && !column.generated)?.[0]);
  return found.every((attnum) => attnum !== undefined) ? (found as number[]) : undefined;
}

/** A key is one only as long as its columns stay as they are. */
function isKept(relation: Relation, now: Relation, names: readonly string[]): boolean {
  const attnums = columnsNamed(relation, names);
  return attnums?.every((attnum) => now.columns.get(attnum)?.shape === relation.columns.get(attnum)?.shape) === true;
}

/** SQL over `t`: the names of the columns that go and have something to keep, as an array. */
export function lostColumns(dropped: Copy['dropped']): string {
  const each = dropped.map(({ condition, name }) => `case when ${condition} then ${literal(name)} end`);
  return each.length === 0
    ? `'{}'::pg_catalog.text[]`
    : `pg_catalog.array_remove(array[${each.join(', ')}]::pg_catalog.text[], null)`;
}
