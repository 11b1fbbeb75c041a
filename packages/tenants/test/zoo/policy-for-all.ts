import { type Animal, everyone, MINE, member } from './animal.ts';

export const policyForAll: Animal = {
  name: 'a policy for everything and everyone',
  leak: 'create policy all_of_it on public.note for all using (true)',
  twin: `create policy all_of_it on public.note for all using (${MINE})`,
  finds: [
    ...everyone(
      'tenant/read public.note',
      'tenant/change public.note',
      'tenant/delete public.note',
      'tenant/plant public.note',
    ),
    ...member('tenant/move public.note'),
  ],
};
