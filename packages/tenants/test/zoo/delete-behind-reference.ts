import { type Animal, MINE, signedIn } from './animal.ts';

export const deleteBehindReference: Animal = {
  name: 'delete using (true), where a reference stops the delete of most rows',
  leak: 'alter table public.comment drop constraint comment_note_id_fkey, add foreign key (note_id) references public.note; create policy d on public.note for delete to authenticated using (true)',
  twin: `alter table public.comment drop constraint comment_note_id_fkey, add foreign key (note_id) references public.note; create policy d on public.note for delete to authenticated using (${MINE})`,
  finds: signedIn('tenant/delete public.note'),
};
