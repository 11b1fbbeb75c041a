import { type Animal, MINE, signedIn } from './animal.ts';

export const deleteTrue: Animal = {
  name: 'delete using (true)',
  leak: 'create policy d on public.note for delete to authenticated using (true)',
  twin: `create policy d on public.note for delete to authenticated using (${MINE})`,
  finds: signedIn('tenant/delete public.note'),
};
