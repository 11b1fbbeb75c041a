import type { Prediction } from './predict.ts';
import type { Column, Relation, Relations } from './relations.ts';
import { findThreats, type Threat } from './threats.ts';
import type { Touched } from './touched.ts';

/** What a name means: of a table its partitions too, of a schema all that is in it. By oid. */
export type Meaning = (prediction: Prediction) => readonly string[];

/**
 * The threats that predictions are: what is there now is compared with what would be there then, by the rules by which a
 * trial is judged, and how things would be then. Pure.
 */
export function simulate(
  before: Relations,
  deletes: readonly Prediction[],
  meaning: Meaning,
): { readonly threats: Threat[]; readonly after: Relations } {
  const after = new Map(before);
  const writes = new Set<string>();
  for (const take of deletes) {
    for (const oid of meaning(take)) {
      const relation = after.get(oid);
      if (relation === undefined) continue;
      if (take.kind === 'rows') writes.add(oid);
      const then = changed(relation, take);
      if (then === undefined) after.delete(oid);
      else after.set(oid, then);
    }
  }
  const touched: Touched = { oids: [...before.keys()], writes, alone: new Set() };
  return { threats: findThreats(before, after, touched, false), after };
}

/** How a relation looks behind it; undefined where it is gone. */
function changed(relation: Relation, take: Prediction): Relation | undefined {
  switch (take.kind) {
    case 'schema':
    case 'table':
    case 'view':
      return undefined;
    case 'rows':
    case 'sequence':
    case 'identity':
      return relation;
    case 'refresh':
      return { ...relation, filenode: '' };
    case 'unlogged':
      return { ...relation, unlogged: true };
    case 'column':
      return withColumn(relation, take.column, () => undefined);
    case 'type':
      return withColumn(relation, take.column, (column) => ({
        ...column,
        type: take.to,
        shape: `${take.to} of a text`,
      }));
  }
}

function withColumn(relation: Relation, name: string, change: (column: Column) => Column | undefined): Relation {
  const columns = [...relation.columns].flatMap(([attnum, column]) => {
    const then = column.name === name ? change(column) : column;
    return then === undefined ? [] : [[attnum, then] as const];
  });
  return { ...relation, columns: new Map(columns) };
}
