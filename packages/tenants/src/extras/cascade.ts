import { identifier } from '@lockstep/postgres';
import type { ForeignKey, Table } from '../catalog/types.ts';
import { isListed } from '../intent.ts';
import { attemptAll } from '../probe/attempt.ts';
import { whereIs } from '../probe/plan-table.ts';
import { valueSql } from '../seed/seeder.ts';
import { type Part, rowValues } from '../stage.ts';
import type { Extra, Extras } from './extra.ts';

/** Foreign keys that act on a row when what it refers to is deleted. */
const ACTS = ['c', 'n', 'd'];

/**
 * Rows of another tenant that refer to something which everyone may see and one of them owns: whether they go, or lose
 * what they refer to, when its owner deletes it.
 */
export async function cascades(extras: Extras): Promise<readonly Extra[]> {
  const { intent, stage } = extras.run;
  const found: Extra[] = [];
  for (const child of stage.probed.filter((table) => stage.kinship.isOfTenant(table) && table.parent === null)) {
    for (const key of child.foreignKeys.filter(({ onDelete }) => ACTS.includes(onDelete))) {
      const target = stage.probed.find(({ oid }) => oid === key.target);
      if (target === undefined || target === child || !stage.kinship.isOfTenant(target)) continue;
      if (!isListed(target.label, intent.publicObjects)) continue;
      for (const part of extras.run.parts)
        if (part.person !== undefined) found.push(...(await tried(extras, { child, key, target }, part)));
    }
  }
  return found;
}

interface Link {
  readonly child: Table;
  readonly key: ForeignKey;
  readonly target: Table;
}

async function tried({ run }: Extras, { child, key, target }: Link, part: Part): Promise<readonly Extra[]> {
  const { actor, person } = part;
  const base = { id: 'tenant/cascade', label: child.label, actor: actor.name } as const;
  const mine = rowValues(run.stage, target, person);
  const theirs = rowValues(run.stage, child, run.stage.tenants[1].people[0]);
  const [whereMine, whereTheirs] = [whereIs(target, mine), whereIs(child, theirs)];
  if (mine === undefined || whereMine === undefined || whereTheirs === undefined)
    return [{ ...base, kind: 'unknown', evidence: 'there are no rows to try it with, or no primary key' }];
  const values = key.columns.map((name, at) => [
    name,
    valueSql(child, name, mine[key.targetColumns[at] ?? ''] ?? null),
  ]);
  const link = values.map(([name, value]) => `${identifier(name ?? '')} = ${value}`);
  const [answer] = await attemptAll(run.session, actor, [
    {
      before: `update ${child.sql} set ${link.join(', ')} where ${whereTheirs}`,
      statement: `delete from ${target.sql} where ${whereMine}`,
      look: `select (select count(*) from ${target.sql} where ${whereMine}), (select count(*) from ${child.sql} where ${whereTheirs} and ${link.join(' and ')})`,
    },
  ]);
  if (answer?.code !== '') return [{ ...base, kind: 'apart', evidence: '' }];
  const [parents, children] = (answer.rows[0] ?? []).map(Number);
  if (parents !== 0) return [{ ...base, kind: 'refused', evidence: '' }];
  if (children !== 0) return [{ ...base, kind: 'apart', evidence: '' }];
  return [{ ...base, kind: 'leak', evidence: `delete from ${target.label} where ${target.primaryKey.join(', ')} = …` }];
}
