import { type Animal, everyone } from './animal.ts';

export const functionExistence: Animal = {
  name: 'a function that says whether something is there',
  leak: "create function public.is_taken(title text) returns boolean language sql stable security definer as 'select exists (select from public.note n where n.title = is_taken.title)'",
  twin: "create function public.is_taken(title text) returns boolean language sql stable as 'select exists (select from public.note n where n.title = is_taken.title)'",
  finds: everyone('function/call public.is_taken'),
};
