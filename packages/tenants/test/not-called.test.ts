import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ground, sound, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** One in a schema that no one may use, which reads every tenant's rows, and one that everyone may call. */
const wrapped = (body: string) => `${sound} create schema private;
  create function private.every_title() returns setof text language sql security definer set search_path = '' as 'select title from public.note';
  create function public.titles() returns setof text language sql volatile as '${body}';
  grant usage on schema private to authenticated; grant execute on function private.every_title() to authenticated`;

test('a volatile function that calls one with the rights of its owner is not verified, and called where declared', async () => {
  const sql = wrapped('select private.every_title()');
  const { leaks, unknown } = await ground.found(sql);
  expect(leaks).toEqual([]);
  expect(unknown.map((one) => one.split(': ')[0])).toEqual(
    expect.arrayContaining([
      'function/call public.titles as authenticated of no tenant',
      'function/call public.titles as member',
    ]),
  );
  expect((await ground.found(sql, { callable: ['public.titles'] })).leaks).toEqual(
    expect.arrayContaining(['function/call public.titles as member']),
  );
});

test('a volatile function that does what its caller may do is no reason to doubt', async () => {
  const { leaks, unknown } = await ground.found(wrapped('select title from public.note'));
  expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
});
