import { type Animal, MINE, member } from './animal.ts';

export const moveWithWhereHidden: Animal = {
  name: 'a move that only a statement without a condition shows',
  leak: `drop policy own on public.note; create policy r on public.note for select to authenticated using (${MINE});
    create policy u on public.note for update to authenticated using (${MINE}) with check (true)`,
  twin: `drop policy own on public.note; create policy r on public.note for select to authenticated using (${MINE});
    create policy u on public.note for update to authenticated using (${MINE})`,
  finds: member('tenant/move public.note'),
};
