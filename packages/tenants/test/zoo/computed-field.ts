import { type Animal, everyone } from './animal.ts';

const FIELD = (rights: string) =>
  `create function public.thread(note public.note) returns setof text language sql stable ${rights} as 'select c.body from public.comment c where c.note_id = note.id'`;

export const computedField: Animal = {
  name: 'a computed field that runs with the rights of its owner',
  leak: FIELD('security definer'),
  twin: FIELD('security invoker'),
  finds: everyone('function/call public.thread'),
};
