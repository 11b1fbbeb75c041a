import { type Animal, as } from './animal.ts';

export const withoutAToken: Animal = {
  name: 'a policy for jobs of the server holds for whoever has no token',
  leak: 'create policy jobs on public.note for select using ((select auth.uid()) is null)',
  twin: 'create policy jobs on public.note for select to service_role using ((select auth.uid()) is null)',
  finds: as('anon', ['tenant/read public.note']),
};
