import { identifier, type Session } from '@lockstep/postgres';
import type { Intent } from '../intent.ts';
import { chooseRow, type Values } from '../seed/choose-row.ts';
import { insertList, valueSql } from '../seed/seeder.ts';
import { endOf } from '../seed/states.ts';
import { salt } from '../seed/world.ts';
import { type Part, rootId, type Stage } from '../stage.ts';
import { actorOf } from './actor.ts';

/**
 * Users whose membership of the other tenant has ended or was never accepted, as columns of the membership table say it:
 * one for each such column.
 */
export async function endedParts(session: Session, stage: Stage, intent: Intent): Promise<readonly Part[]> {
  const { membership } = intent;
  const table = stage.catalog.tables.find(({ label }) => label === membership?.table);
  if (membership === undefined || table === undefined) return [];
  const parts: Part[] = [];
  for (const column of table.columns) {
    const end = endOf(column, table);
    if (end === undefined) continue;
    for (const identity of intent.identities.filter(({ isUser }) => isUser)) {
      const [person, other] = stage.tenants.map(({ people }) => people.find((one) => one.identity === identity));
      if (person === undefined || other === undefined) continue;
      const known = await stage.seeder.valuesFor(table, person);
      if (known === undefined) continue;
      const { [table.primaryKey.length === 1 ? (table.primaryKey[0] ?? '') : '']: _, ...rest } = known;
      const given: Values = {
        ...rest,
        [membership.userColumn]: stage.seeder.userId(person),
        [membership.tenantColumn]: rootId(stage, intent, other),
        [column.name]: end,
      };
      const row = { ...(await chooseRow(session, table, given, salt(person))), [column.name]: end };
      const name = `${identity.name} with an ended membership (${column.name} ${end === null ? 'empty' : end})`;
      const { become, role } = actorOf({ ...identity, name }, stage.seeder.words(person));
      const insert = `insert into ${table.sql} ${insertList(table, row)}`;
      // A default or trigger may have put something else there.
      const set = `update ${table.sql} set ${identifier(column.name)} = ${valueSql(table, column.name, end)} where ${identifier(membership.userColumn)} = ${valueSql(table, membership.userColumn, given[membership.userColumn] ?? null)} and ${identifier(membership.tenantColumn)} = ${valueSql(table, membership.tenantColumn, given[membership.tenantColumn] ?? null)}`;
      parts.push({ identity, person, actor: { name, role, become: `${insert}; ${set}; ${become}` } });
    }
  }
  return parts;
}
