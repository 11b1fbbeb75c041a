import { type Animal, MINE, signedIn } from './animal.ts';

export const memberList: Animal = {
  name: 'a list of all members',
  leak: 'create policy all_of_it on public.membership for select to authenticated using (true)',
  twin: `create policy colleagues on public.membership for select to authenticated using (${MINE})`,
  finds: signedIn('tenant/read public.membership'),
};
