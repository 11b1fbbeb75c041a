import { identifier, literal } from '@lockstep/postgres';
import { attemptAll } from '../probe/attempt.ts';
import { whereIs } from '../probe/plan-table.ts';
import { valueSql } from '../seed/seeder.ts';
import { rowValues } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

/** Whether somebody who may see their own rows only can give themselves a role in the tenant that may see more. */
export async function ownRole({ run }: Extras): Promise<readonly Extra[]> {
  const { intent, parts, session, stage } = run;
  const { membership } = intent;
  const role = membership?.roleColumn;
  const table = stage.catalog.tables.find(({ label }) => label === membership?.table);
  if (role === undefined || table === undefined) return [];
  const isBound = (name: string) => intent.ownRows.some(({ identity }) => identity === name);
  const higher = intent.identities.find(({ memberRole, name }) => memberRole !== undefined && !isBound(name));
  if (higher?.memberRole === undefined) return [];
  const to = valueSql(table, role, higher.memberRole);
  const found: Extra[] = [];
  for (const { actor, identity, person } of parts.filter((part) => isBound(part.identity.name))) {
    const where = whereIs(table, rowValues(stage, table, person));
    const base = { id: 'own-rows/role', label: table.label, actor: identity.name } as const;
    if (where === undefined) {
      found.push({ ...base, kind: 'unknown', evidence: 'there is no row of its own, or no primary key' });
      continue;
    }
    const statement = `update ${table.sql} set ${identifier(role)} = ${to}`;
    const whose = `select count(*) from ${table.sql} where ${where} and ${identifier(role)}::text = ${literal(higher.memberRole)}`;
    const answers = await attemptAll(session, actor, [
      { statement, look: whose },
      { statement: `${statement} where ${where}`, look: whose },
    ]);
    const isRaised = answers.some(({ code, rows }) => code === '' && Number(rows[0]?.[0] ?? 0) > 0);
    const evidence = isRaised ? `update ${table.label} set ${role} = …` : '';
    found.push({ ...base, kind: isRaised ? 'leak' : 'refused', evidence });
  }
  return found;
}
