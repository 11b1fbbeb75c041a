import { type Animal, everyone } from './animal.ts';

export const triggerCopies: Animal = {
  name: 'a trigger that copies to where everyone reads',
  leak: `create table public.search (title text); create function public.copy() returns trigger language plpgsql security definer as 'begin insert into public.search values (new.title); return new; end';
      create trigger copy after insert on public.note for each row execute function public.copy()`,
  twin: `create table public.search (title text); alter table public.search enable row level security; create function public.copy() returns trigger language plpgsql security definer as 'begin insert into public.search values (new.title); return new; end';
      create trigger copy after insert on public.note for each row execute function public.copy()`,
  finds: everyone('tenant/read public.search', 'tenant/change public.search', 'tenant/delete public.search'),
};
