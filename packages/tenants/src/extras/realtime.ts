import type { Table } from '../catalog/types.ts';
import { isListed } from '../intent.ts';
import type { Extra, Extras } from './extra.ts';

/**
 * What Realtime sends of a table in its publication. It asks the policies for `select` before it sends an insert or
 * update, unless row-level security is off on the table; the key of a deleted row it sends to whoever may select it,
 * since there is no row left to ask about.
 */
export async function realtime({ cells, run }: Extras): Promise<readonly Extra[]> {
  const { intent, parts, stage } = run;
  const published = stage.probed.filter(
    (table) =>
      stage.catalog.published.includes(table.oid) &&
      stage.kinship.isOfTenant(table) &&
      !isListed(table.label, intent.publicObjects),
  );
  return published.flatMap((table) =>
    parts.flatMap(({ actor }) => {
      const who = { label: table.label, actor: actor.name };
      const columns = run.rights.get(actor.role)?.get(table.oid)?.selectColumns ?? [];
      const read = cells.find((cell) => cell.table === table && cell.actor === actor.name && cell.verb === 'read');
      return [
        { id: 'realtime/changes', ...who, ...changes(table, columns, read?.kind) },
        { id: 'realtime/deletes', ...who, ...deletes(table, columns, run) },
      ] satisfies readonly Extra[];
    }),
  );
}

type Found = Pick<Extra, 'kind' | 'evidence'>;

function changes(table: Table, columns: readonly string[], read: string | undefined): Found {
  if (columns.length === 0) return { kind: 'refused', evidence: '' };
  if (!table.rls) return { kind: 'leak', evidence: 'row-level security is off, so that every change is sent' };
  if (read === 'leak') return { kind: 'leak', evidence: 'the policies for select approve the row' };
  if (read === 'apart' || read === 'closed' || read === 'refused') return { kind: 'apart', evidence: '' };
  return { kind: 'unknown', evidence: 'whether it may read the row is not known' };
}

function deletes(table: Table, columns: readonly string[], { stage }: Extras['run']): Found {
  const sent = table.primaryKey.filter((name) => columns.includes(name));
  const saysWhose = [...stage.kinship.tenantColumns(table), ...stage.kinship.userColumns(table)];
  const telling = sent.filter(
    (name) => saysWhose.includes(name) || table.columns.find((column) => column.name === name)?.category === 'S',
  );
  if (telling.length === 0) return { kind: sent.length === 0 ? 'refused' : 'apart', evidence: '' };
  return { kind: 'leak', evidence: `a deleted row is sent to every subscriber with ${telling.join(', ')}` };
}
