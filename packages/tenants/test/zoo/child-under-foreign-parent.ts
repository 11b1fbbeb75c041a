import { type Animal, MINE, signedIn } from './animal.ts';

export const childUnderForeignParent: Animal = {
  name: 'a child that is planted under a parent of another tenant',
  leak: 'create policy i on public.comment for insert to authenticated with check (note_id is not null)',
  twin: `create policy i on public.comment for insert to authenticated with check (note_id in (select n.id from public.note n where n.${MINE}))`,
  finds: signedIn('tenant/plant public.comment'),
};
