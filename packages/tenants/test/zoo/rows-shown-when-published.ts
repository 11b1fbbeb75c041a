import { type Animal, everyone, MINE } from './animal.ts';

const policy = (condition: string) =>
  `create policy p on public.note for select using (published and state = 'live' and not hidden${condition})`;

export const rowsShownWhenPublished: Animal = {
  name: 'rows that are shown to everyone in one state only, which is not the one they begin in',
  schema: `alter table public.note add published boolean not null default false, add hidden boolean not null default true,
      add state text not null default 'draft' check (state in ('draft', 'live'))`,
  leak: policy(''),
  twin: policy(` and ${MINE}`),
  finds: everyone('tenant/read public.note'),
};
