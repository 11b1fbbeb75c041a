import { type Animal, everyone } from './animal.ts';

export const functionById: Animal = {
  name: 'a function that finds by id',
  leak: "create function public.title_of(note_id uuid) returns text language sql stable security definer as 'select title from public.note where id = note_id'",
  twin: "create function public.title_of(note_id uuid) returns text language sql stable as 'select title from public.note where id = note_id'",
  finds: everyone('function/call public.title_of'),
};
