import { identifier, literal } from '@lockstep/postgres';
import { type Attempt, attemptAll } from '../probe/attempt.ts';
import { whereIs } from '../probe/plan-table.ts';
import { valueSql } from '../seed/seeder.ts';
import { rowValues } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

/**
 * Whether somebody can give themselves another role in the tenant: one that may see more, where `own-rows` says who may see
 * less; any other, where they cannot give a role to a colleague, since then they do not manage members.
 */
export async function ownRole({ run }: Extras): Promise<readonly Extra[]> {
  const { intent, parts, session, stage } = run;
  const { membership } = intent;
  const role = membership?.roleColumn;
  const table = stage.catalog.tables.find(({ label }) => label === membership?.table);
  if (role === undefined || table === undefined) return [];
  const isBound = (name: string) => intent.ownRows.some(({ identity }) => identity === name);
  const hasRules = intent.ownRows.length > 0;
  const found: Extra[] = [];
  for (const { actor, identity, person } of parts) {
    if (person === undefined || identity.memberRole === undefined || (hasRules && !isBound(identity.name))) continue;
    const higher = intent.identities.filter(
      ({ memberRole, name }) =>
        memberRole !== undefined && memberRole !== identity.memberRole && !(hasRules && isBound(name)),
    );
    if (higher.length === 0) continue;
    const base = { id: 'own-rows/role', label: table.label, actor: identity.name } as const;
    const where = whereIs(table, rowValues(stage, table, person));
    if (where === undefined) {
      found.push({ ...base, kind: 'unknown', evidence: 'there is no row of its own, or no primary key' });
      continue;
    }
    const raise = (whose: string, memberRole: string): Attempt => ({
      statement: `update ${table.sql} set ${identifier(role)} = ${valueSql(table, role, memberRole)} where ${whose}`,
      look: `select count(*) from ${table.sql} where ${whose} and ${identifier(role)}::text = ${literal(memberRole)}`,
    });
    const all = (memberRole: string): Attempt => ({
      ...raise(where, memberRole),
      statement: `update ${table.sql} set ${identifier(role)} = ${valueSql(table, role, memberRole)}`,
    });
    const roles = higher.map(({ memberRole }) => memberRole ?? '');
    const own = roles.flatMap((memberRole) => [raise(where, memberRole), all(memberRole)]);
    const colleagues = hasRules ? [] : person.tenant.people.filter((one) => one !== person);
    const manages = colleagues.flatMap((one) => {
      const whose = whereIs(table, rowValues(stage, table, one));
      // Whose role is the same already would look like one that was given.
      return whose === undefined
        ? []
        : roles.filter((to) => to !== one.identity.memberRole).map((to) => raise(whose, to));
    });
    const answers = await attemptAll(session, actor, [...own, ...manages]);
    const done = answers.map(({ code, rows }) => code === '' && Number(rows[0]?.[0] ?? 0) > 0);
    const isRaised = done.slice(0, own.length).includes(true) && !done.slice(own.length).includes(true);
    const evidence = isRaised ? `update ${table.label} set ${role} = …` : '';
    found.push({ ...base, kind: isRaised ? 'leak' : 'refused', evidence });
  }
  return found;
}
