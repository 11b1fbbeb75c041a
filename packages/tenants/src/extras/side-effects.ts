import { identifier, literal, textArray } from '@lockstep/postgres';
import type { Table } from '../catalog/types.ts';
import { attemptAll } from '../probe/attempt.ts';
import { whereIs } from '../probe/plan-table.ts';
import { insertList, valueSql } from '../seed/seeder.ts';
import { type Part, rootId, rowValues } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

/**
 * What triggers do to the rows of another tenant when somebody writes rows of their own: each row of the other's must be
 * in its place, and no other row be the other's.
 */
export async function sideEffects(extras: Extras): Promise<readonly Extra[]> {
  const { kinship, probed } = extras.run.stage;
  const found: Extra[] = [];
  const look = lookAtOthers(extras);
  const tables = probed.filter((one) => one.triggers && kinship.isOfTenant(one));
  if (tables.length === 0) return [];
  for (const part of extras.run.parts) {
    if (part.person === undefined) continue;
    const [usual] = await attemptAll(extras.run.session, part.actor, [{ statement: 'select 1', look }]);
    const asUsual = JSON.stringify(usual?.rows[0]);
    for (const table of tables) found.push(...(await tried(extras, table, { part, look, asUsual })));
  }
  return found;
}

function lookAtOthers({ run: { intent, places, stage } }: Extras): string {
  const tables = stage.probed.filter((table) => stage.kinship.isOfTenant(table) && table.parent === null);
  const other = stage.tenants[1].people[0];
  const tenant = other === undefined ? '' : rootId(stage, intent, other);
  const kept = tables.map(
    ({ oid, sql }) =>
      `select count(*) n from ${sql} where tableoid::text || ctid::text = any(${textArray(places.others.get(oid) ?? [])})`,
  );
  const theirs = tables.flatMap((table) =>
    stage.kinship
      .tenantColumns(table)
      .slice(0, 1)
      .map((name) => `select count(*) n from ${table.sql} where ${identifier(name)}::text = ${literal(tenant)}`),
  );
  const sum = (parts: readonly string[]) =>
    parts.length === 0 ? '0' : `(select sum(n) from (${parts.join(' union all ')}) x)`;
  return `select ${sum(kept)}, ${sum(theirs)}`;
}

interface Trying {
  readonly part: Part;
  readonly look: string;
  /** What it says where nothing was done. */
  readonly asUsual: string;
}

async function tried(
  { freshOf, run }: Extras,
  table: Table,
  { asUsual, look, part }: Trying,
): Promise<readonly Extra[]> {
  const { actor, person } = part;
  const base = { id: 'tenant/side-effect', label: table.label, actor: actor.name } as const;
  const rights = run.rights.get(actor.role)?.get(table.oid);
  if (rights === undefined) return [];
  const ownRow = rowValues(run.stage, table, person);
  const where = whereIs(table, ownRow);
  const column = rights.updateColumns.find((name) => !table.columns.some((one) => one.name === name && one.generated));
  const { own } =
    rights.insertColumns.length > 0 ? await freshOf({ table, bucket: undefined }, person) : { own: undefined };
  const may = Object.fromEntries(Object.entries(own ?? {}).filter(([name]) => rights.insertColumns.includes(name)));
  const tries = [
    ...(own === undefined ? [] : [`insert into ${table.sql} ${insertList(table, may)}`]),
    ...(where === undefined || column === undefined || ownRow === undefined
      ? []
      : [
          `update ${table.sql} set ${identifier(column)} = ${valueSql(table, column, ownRow[column] ?? null)} where ${where}`,
        ]),
    ...(where === undefined || !rights.delete ? [] : [`delete from ${table.sql} where ${where}`]),
  ];
  const answers = await attemptAll(
    run.session,
    actor,
    tries.map((statement) => ({ statement, look })),
  );
  const isOdd = ({ code, rows }: (typeof answers)[number]) => code === '' && JSON.stringify(rows[0]) !== asUsual;
  const at = answers.findIndex(isOdd);
  if (at >= 0) {
    const verb = (tries[at] ?? '').split(' ')[0] ?? '';
    return [{ ...base, kind: 'leak', evidence: `${verb} of an own row of ${table.label}` }];
  }
  const isDone = answers.some(({ code }) => code === '');
  return [{ ...base, kind: isDone ? 'apart' : 'refused', evidence: '' }];
}
