import type { Session } from '@lockstep/postgres';
import { HISTORY_SCHEMAS } from '../history/tables.ts';
import type { Edge, Item, State } from './item.ts';
import { KINDS } from './kinds.ts';
import { HEAD } from './words.ts';

/** A row of pg_depend: who, whom, and how. */
type Depends = readonly [dependent: string, needed: string, how: string];

/** Everything that the kinds know of a schema, with an empty search_path, within the session's own transaction. */
export async function readState(session: Session): Promise<State> {
  const head = HEAD(HISTORY_SCHEMAS);
  const items = new Map<string, Item>();
  for (const kind of KINDS) {
    for (const [name, address, parent, facts] of await session.rows(head + kind.query)) {
      const id = `${kind.name} ${name ?? ''}`;
      const read = JSON.parse(facts ?? '{}') as Item['facts'];
      items.set(id, { kind, id, name: name ?? '', address: address ?? '', parent: parent ?? '', facts: read });
    }
  }
  const rows =
    await session.rows(`select classid::regclass || '/' || objid || '/' || objsubid, refclassid::regclass || '/' || refobjid || '/' || refobjsubid, deptype
      from pg_depend where objid >= 16384 and refobjid >= 16384 and deptype in ('n', 'a', 'i', 'P', 'S')`);
  const depends = rows.map(([dependent, needed, how]): Depends => [dependent ?? '', needed ?? '', how ?? '']);
  return { items, edges: edgesOf(items, depends) };
}

/** Pure: who needs whom, among the items. What is none of them (a default, the rule of a view) is part of one. */
export function edgesOf(items: ReadonlyMap<string, Item>, depends: readonly Depends[]): readonly Edge[] {
  const byAddress = new Map(
    [...items.values()].flatMap((each) => (each.address === '' ? [] : [[each.address, each.id]])),
  );
  const whole = new Map<string, string>();
  for (const [dependent, needed, how] of depends) {
    // What is internal to something (the rule of a view, a row type), and the default of a column; a partition of an index
    // is part of two others, and says nothing of their tables.
    const isInside = how === 'i' || (how === 'a' && dependent.startsWith('pg_attrdef/'));
    if (isInside && !byAddress.has(dependent) && dependent !== needed && !whole.has(dependent))
      whole.set(dependent, needed);
  }
  const idOf = (address: string, depth = 0): string | undefined => {
    const id = byAddress.get(address) ?? byAddress.get(address.replace(/\/\d+$/, '/0'));
    if (id !== undefined || depth > 8) return id;
    const outer = whole.get(address) ?? whole.get(address.replace(/\/\d+$/, '/0'));
    return outer === undefined ? undefined : idOf(outer, depth + 1);
  };
  const edges = new Map<string, Edge>();
  const add = (dependent: string | undefined, needed: string | undefined, isPart: boolean) => {
    if (dependent === undefined || needed === undefined || dependent === needed) return;
    const key = `${dependent}\0${needed}`;
    edges.set(key, { dependent, needed, isPart: isPart || edges.get(key)?.isPart === true });
  };
  for (const [dependent, needed, how] of depends) {
    // A default is part of its column; what it needs, the column needs.
    add(idOf(dependent), idOf(needed), how !== 'n' && byAddress.has(dependent));
  }
  for (const { id, parent } of items.values()) if (items.has(parent)) add(id, parent, true);
  return [...edges.values()];
}
