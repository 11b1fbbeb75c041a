import { type Animal, MINE, signedIn } from './animal.ts';

export const twoPoliciesAtOnce: Animal = {
  name: 'two leaks at once: a policy and a policy',
  leak: 'create policy d on public.note for delete to authenticated using (true); create policy r on public.comment for select to authenticated using (true)',
  twin: `create policy d on public.note for delete to authenticated using (${MINE}); create policy r on public.comment for select to authenticated using (exists (select from public.note n where n.id = note_id))`,
  finds: signedIn('tenant/delete public.note', 'tenant/read public.comment'),
};
