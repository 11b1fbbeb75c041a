import { type Animal, everyone, member } from './animal.ts';

const tables = (who: string) => `alter default privileges in schema public grant all on tables to ${who};
    create table public.letter (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, body text not null);`;

export const defaultPrivileges: Animal = {
  name: 'default privileges open a table that came later',
  leak: tables('anon, authenticated'),
  twin: tables('service_role'),
  after: { leak: 'select 1', twin: 'revoke all on public.letter from anon, authenticated' },
  finds: [
    ...everyone(
      'tenant/read public.letter',
      'tenant/change public.letter',
      'tenant/delete public.letter',
      'tenant/plant public.letter',
    ),
    ...member('tenant/move public.letter'),
  ],
};
