import { type Animal, MINE, member, signedIn } from './animal.ts';

export const updateTrue: Animal = {
  name: 'update of everything',
  leak: 'create policy u on public.note for update to authenticated using (true) with check (true)',
  twin: `create policy u on public.note for update to authenticated using (true) with check (${MINE})`,
  finds: [...signedIn('tenant/change public.note'), ...member('tenant/move public.note')],
};
