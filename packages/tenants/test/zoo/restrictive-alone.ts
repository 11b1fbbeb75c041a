import { type Animal, MINE, signedIn } from './animal.ts';

export const restrictiveAlone: Animal = {
  name: 'a restrictive policy that is meant to be the only one',
  leak: "create policy r on public.note as restrictive for select to authenticated using (title <> ''); create policy p on public.note for select to authenticated using (true)",
  twin: `create policy r on public.note as restrictive for select to authenticated using (${MINE}); create policy p on public.note for select to authenticated using (true)`,
  finds: signedIn('tenant/read public.note'),
};
