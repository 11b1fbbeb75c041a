import { type Animal, MINE, member } from './animal.ts';

const THINGS = (
  which: string,
  check: string,
) => `create function public.stamp() returns trigger language plpgsql security definer set search_path = '' as
    $$ begin update public.comment set body = body || '.' where ${which}; return new; end $$;
    create trigger stamp after insert on public.note for each row execute function public.stamp();
    drop policy own on public.note; create policy own on public.note to authenticated using (${MINE});
    create policy u on public.note for update to authenticated using (${MINE}) with check (${check})`;

export const triggerAndMoveAtOnce: Animal = {
  name: 'two leaks at once: a trigger and a move',
  leak: THINGS('true', 'true'),
  twin: THINGS('note_id = new.id', MINE),
  finds: member('tenant/side-effect public.note', 'tenant/move public.note'),
};
