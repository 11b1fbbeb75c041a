import { type Animal, signedIn } from './animal.ts';

const DEFAULTS = (condition: string) =>
  `create function public.titles_so_far() returns text language sql stable security definer set search_path = '' as 'select string_agg(n.title, chr(44)) from public.note n${condition}';
   revoke execute on function public.titles_so_far() from public; alter table public.note add copied text default public.titles_so_far()`;

export const defaultOfAnother: Animal = {
  name: "the default of a column is read from another tenant's row",
  leak: DEFAULTS(''),
  twin: DEFAULTS(' where n.tenant_id in (select public.my_tenants())'),
  after: {
    leak: 'revoke execute on function public.titles_so_far() from anon',
    twin: 'revoke execute on function public.titles_so_far() from anon',
  },
  finds: signedIn('function/call public.titles_so_far'),
};
