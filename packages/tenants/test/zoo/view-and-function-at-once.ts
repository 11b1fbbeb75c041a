import { type Animal, everyone } from './animal.ts';

const THINGS = (
  view: string,
  rights: string,
) => `create view public.titles ${view} as select distinct upper(title) from public.note;
    create function public.title_of(note_id uuid) returns text language sql stable ${rights} as 'select title from public.note where id = note_id'`;

export const viewAndFunctionAtOnce: Animal = {
  name: 'two leaks at once: a view and a function',
  leak: THINGS('', 'security definer'),
  twin: THINGS('with (security_invoker)', 'security invoker'),
  finds: everyone('view/read public.titles', 'function/call public.title_of'),
};
