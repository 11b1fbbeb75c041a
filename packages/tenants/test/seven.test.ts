import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { type Ground, sound, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test('a sound schema is clean, and every cell of it is decided', async () => {
  const { audited, leaks, unknown } = await ground.found(sound);
  expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
  const apart = audited.cells.filter(({ actor, kind }) => actor === 'member' && kind === 'apart');
  expect(apart.map(({ table, verb }) => `${table.name} ${verb}`).sort()).toEqual([
    'comment change',
    'comment delete',
    'comment move',
    'comment plant',
    'comment read',
    'membership read',
    'note change',
    'note delete',
    'note move',
    'note plant',
    'note read',
    'tenant read',
  ]);
});

/** Each with what must be found, and maybe more that follows from it. */
const SEVEN: readonly {
  readonly name: string;
  readonly sql: string;
  readonly finds: string;
  readonly callable?: string[];
}[] = [
  {
    name: 'row-level security is off',
    sql: 'alter table public.note disable row level security',
    finds: 'tenant/read public.note as anon',
  },
  {
    name: 'select using (true)',
    sql: 'create policy all_of_it on public.note for select using (true)',
    finds: 'tenant/read public.note as anon',
  },
  {
    name: 'select using (true) on a child that is reached by a foreign key',
    sql: 'create policy all_of_it on public.comment for select to authenticated using (true)',
    finds: 'tenant/read public.comment as member',
  },
  {
    name: 'update with check (true)',
    sql: 'create policy loose on public.note for update to authenticated using (tenant_id in (select public.my_tenants())) with check (true)',
    finds: 'tenant/move public.note as member',
  },
  {
    name: 'a view of its owner',
    sql: 'create view public.titles as select title from public.note',
    finds: 'view/read public.titles as member',
  },
  {
    name: 'a function of its definer',
    sql: "create function public.all_titles() returns setof text language sql security definer as 'select title from public.note'",
    finds: 'function/call public.all_titles as member',
    callable: ['public.all_titles'],
  },
  {
    name: 'a policy by membership that forgot the tenant',
    sql: `create policy members on public.note for select to authenticated using (exists (select from public.membership m where m.user_id = (select auth.uid())))`,
    finds: 'tenant/read public.note as member',
  },
];

describe.each(SEVEN)('$name', ({ callable = [], finds, sql }) => {
  test('is found', async () => {
    const { leaks } = await ground.found(`${sound}\n${sql}`, { callable });
    expect(leaks).toContain(finds);
  });
});

test('all seven at once are found, and nothing is left behind', async () => {
  const url = await ground.database(
    `${sound}\n${SEVEN.map(({ sql }) => sql.replace('all_of_it on public.comment', 'c on public.comment')).join(';\n')}`,
  );
  const result = await ground.audit(url, { callable: ['public.all_titles'] });
  expect(result.kind).toBe('audited');
  expect(await ground.audit(url)).toMatchObject({ kind: 'audited' });
});
