import { type Animal, signedIn } from './animal.ts';

export const grandchild: Animal = {
  name: 'a grandchild that everyone who is signed in may read',
  leak: `create table public.reply (id uuid primary key default gen_random_uuid(), comment_id bigint not null references public.comment, body text not null);
      alter table public.reply enable row level security; create policy r on public.reply for select to authenticated using (true)`,
  twin: `create table public.reply (id uuid primary key default gen_random_uuid(), comment_id bigint not null references public.comment, body text not null);
      alter table public.reply enable row level security; create policy r on public.reply for select to authenticated using (exists (select from public.comment c where c.id = comment_id))`,
  finds: signedIn('tenant/read public.reply'),
};
