import { identifier } from '@lockstep/postgres';
import type { Table } from '../catalog/types.ts';
import { attemptAll } from '../probe/attempt.ts';
import type { Values } from '../seed/choose-row.ts';
import { insertList } from '../seed/seeder.ts';
import { type Part, rowValues } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

const UNIQUE = '23505';

/**
 * Whether the error of a unique constraint says that a value exists in another tenant. No policy can prevent that, and
 * sometimes it is meant (an address that belongs to one account): it is told and does not fail.
 */
export async function uniqueOracle(extras: Extras): Promise<readonly Extra[]> {
  const found: Extra[] = [];
  for (const table of extras.run.stage.probed) {
    const uniques = guessable(table, extras);
    if (uniques.length === 0) continue;
    for (const part of extras.run.parts) found.push(...(await asked(extras, table, { part, uniques })));
  }
  return found;
}

/** Of values that somebody can guess, and that are not within a tenant only. */
function guessable(table: Table, { run: { stage } }: Extras): readonly (readonly string[])[] {
  if (!stage.kinship.isOfTenant(table)) return [];
  const within = [...stage.kinship.deciding(table).flat(), ...stage.kinship.userColumns(table)];
  const canGuess = (name: string) => {
    const column = table.columns.find((one) => one.name === name);
    return column !== undefined && column.type !== 'uuid' && column.identity === '' && !column.generated;
  };
  const isNumbered = (name: string) =>
    (table.columns.find((one) => one.name === name)?.default ?? '').startsWith('nextval(');
  return table.uniques.filter(
    (unique) =>
      unique.length > 0 &&
      unique.every((name) => canGuess(name) && !isNumbered(name)) &&
      !unique.some((name) => within.includes(name)),
  );
}

interface Asking {
  readonly part: Part;
  readonly uniques: readonly (readonly string[])[];
}

async function asked({ freshOf, run }: Extras, table: Table, { part, uniques }: Asking): Promise<readonly Extra[]> {
  const { actor, person } = part;
  const rights = run.rights.get(actor.role)?.get(table.oid);
  const theirs = rowValues(run.stage, table, run.stage.tenants[1].people[0]);
  const base = { id: 'oracle/unique', label: table.label, actor: actor.name } as const;
  if (rights === undefined || rights.insertColumns.length === 0 || theirs === undefined) return [];
  if (person === undefined) return [];
  const { own } = await freshOf({ table, bucket: undefined }, person);
  if (own === undefined) return [{ ...base, kind: 'refused', evidence: '' }];
  const insert = (values: Values) => {
    const may = Object.fromEntries(Object.entries(values).filter(([name]) => rights.insertColumns.includes(name)));
    return { statement: `insert into ${table.sql} ${insertList(table, may)}` };
  };
  const tries = uniques.map((unique) =>
    insert({ ...own, ...Object.fromEntries(unique.map((name) => [name, theirs[name] ?? null])) }),
  );
  const [control, ...answers] = await attemptAll(run.session, actor, [insert(own), ...tries]);
  if (control?.code !== '') return [{ ...base, kind: 'refused', evidence: '' }];
  const at = answers.findIndex(({ code }) => code === UNIQUE);
  if (at < 0) return [{ ...base, kind: 'apart', evidence: '' }];
  const names = (uniques[at] ?? []).map(identifier).join(', ');
  return [
    { ...base, kind: 'told', evidence: `insert into ${table.label} with a value of ${names} that another tenant has` },
  ];
}
