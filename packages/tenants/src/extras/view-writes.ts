import { identifier } from '@lockstep/postgres';
import type { Rights, Table, View } from '../catalog/types.ts';
import { attemptAll } from '../probe/attempt.ts';
import { arrivals, arrived } from '../probe/plan-table.ts';
import type { Values } from '../seed/choose-row.ts';
import { valueSql } from '../seed/seeder.ts';
import { type Part, rowValues, type Stage } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

/** Rows that are put into another tenant, or moved there, through a view: it writes with the rights of its owner. */
export async function viewWrites(extras: Extras): Promise<readonly Extra[]> {
  const { parts, stage } = extras.run;
  const found: Extra[] = [];
  for (const view of stage.catalog.views) {
    const under = underOf(stage, view);
    if (under === undefined || !stage.kinship.isOfTenant(under.table)) continue;
    for (const part of parts) {
      const rights = extras.run.rights.get(part.actor.role)?.get(view.oid);
      if (rights === undefined) continue;
      if (view.insertable && rights.insertColumns.length > 0)
        found.push(await planted(extras, { view, rights, ...under }, part));
      if (part.person !== undefined && rights.updateColumns.length > 0)
        found.push(...(await moved(extras, { view, rights, ...under }, part)));
    }
  }
  return found;
}

interface Under {
  readonly table: Table;
  /** Names of columns of the table, by those of the view. */
  readonly columns: ReadonlyMap<string, string>;
}

interface Writing extends Under {
  readonly view: View;
  readonly rights: Rights;
}

/** The table whose rows a view shows, through views on views. */
function underOf({ catalog, probed }: Stage, view: View, depth = 0): Under | undefined {
  const of = view.columns[0]?.of;
  const own = new Map(view.columns.filter((column) => column.of === of).map(({ column, name }) => [name, column]));
  const table = probed.find(({ oid }) => oid === of);
  if (table !== undefined) return { table, columns: own };
  const inner = catalog.views.find(({ oid }) => oid === of);
  const under = inner === undefined || depth > 8 ? undefined : underOf({ catalog, probed } as Stage, inner, depth + 1);
  if (under === undefined) return undefined;
  const through = [...own].flatMap(([name, column]) => {
    const last = under.columns.get(column);
    return last === undefined ? [] : [[name, last] as const];
  });
  return { table: under.table, columns: new Map(through) };
}

async function planted({ freshOf, run }: Extras, writing: Writing, { actor, person }: Part): Promise<Extra> {
  const { columns, rights, table, view } = writing;
  const base = { id: 'view/plant', label: view.label, actor: actor.name } as const;
  const { foreign, own } = await freshOf({ table, bucket: undefined }, person);
  const insert = (values: Values) => {
    const may = [...columns].filter(([name, column]) => rights.insertColumns.includes(name) && column in values);
    const list = may.map(([name]) => identifier(name)).join(', ');
    const given = may.map(([, column]) => valueSql(table, column, values[column] ?? null)).join(', ');
    const deciding = run.stage.kinship.deciding(table)[0] ?? [];
    return {
      statement: `insert into ${view.sql} ${may.length === 0 ? 'default values' : `(${list}) values (${given})`}`,
      ...arrivals(table, deciding, values),
    };
  };
  const rows = [...foreign, ...(own === undefined ? [] : [own])];
  const answers = await attemptAll(run.session, actor, rows.map(insert));
  if (answers.slice(0, foreign.length).some(arrived))
    return { ...base, kind: 'leak', evidence: `insert into ${view.label} …` };
  const control = own === undefined ? undefined : answers.at(-1);
  return { ...base, kind: control !== undefined && control.code === '' ? 'apart' : 'refused', evidence: '' };
}

async function moved({ run }: Extras, writing: Writing, { actor, person }: Part): Promise<readonly Extra[]> {
  const { columns, rights, table, view } = writing;
  const base = { id: 'view/move', label: view.label, actor: actor.name } as const;
  const mine = rowValues(run.stage, table, person);
  const theirs = rowValues(run.stage, table, run.stage.tenants[1].people[0]);
  if (mine === undefined || theirs === undefined || table.label === run.intent.tenantTable) return [];
  const nameOf = (column: string) => [...columns].find(([, one]) => one === column)?.[0];
  const ways = run.stage.kinship
    .deciding(table)
    .filter((way) => way.every((column) => rights.updateColumns.includes(nameOf(column) ?? '')))
    .filter((way) => way.some((column) => mine[column] !== theirs[column] && theirs[column] !== null));
  if (ways.length === 0) return [{ ...base, kind: 'refused', evidence: '' }];
  const set = (way: readonly string[], row: Values) =>
    `update ${view.sql} set ${way.map((column) => `${identifier(nameOf(column) ?? '')} = ${valueSql(table, column, row[column] ?? null)}`).join(', ')}`;
  const answers = await attemptAll(
    run.session,
    actor,
    ways.map((way) => ({ statement: set(way, theirs), ...arrivals(table, way, theirs) })),
  );
  const at = answers.findIndex(arrived);
  if (at < 0) {
    const own = await attemptAll(
      run.session,
      actor,
      ways.map((way) => ({ statement: set(way, mine) })),
    );
    return [{ ...base, kind: own.some(({ code }) => code === '') ? 'apart' : 'refused', evidence: '' }];
  }
  const names = (ways[at] ?? []).map((column) => `${nameOf(column)} = …`).join(', ');
  return [{ ...base, kind: 'leak', evidence: `update ${view.label} set ${names}` }];
}
