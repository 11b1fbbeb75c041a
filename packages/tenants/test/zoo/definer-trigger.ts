import { type Animal, member } from './animal.ts';

const TRIGGER = (
  which: string,
) => `create function public.stamp() returns trigger language plpgsql security definer set search_path = '' as
    $$ begin update public.note set title = title || '.' where ${which}; return new; end $$;
    create trigger stamp after insert on public.note for each row execute function public.stamp()`;

export const definerTrigger: Animal = {
  name: 'a trigger with the rights of its owner that changes rows of everyone',
  leak: TRIGGER('id <> new.id'),
  twin: TRIGGER('id <> new.id and tenant_id = new.tenant_id'),
  finds: member('tenant/side-effect public.note'),
};
