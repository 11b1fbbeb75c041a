import { type Animal, member } from './animal.ts';

const TRIGGER = (
  which: string,
) => `create function public.spread() returns trigger language plpgsql security definer set search_path = '' as
    $$ begin if pg_trigger_depth() = 1 then insert into public.note (tenant_id, title) select t.id, new.title from public.tenant t where ${which}; end if; return new; end $$;
    create trigger spread after update on public.note for each row execute function public.spread()`;

export const triggerCopiesAcross: Animal = {
  name: 'a trigger that copies into other tenants',
  leak: TRIGGER('t.id <> new.tenant_id'),
  twin: TRIGGER('t.id = new.tenant_id'),
  finds: member('tenant/side-effect public.note'),
};
