import { type Animal, everyone } from './animal.ts';

export const functionByNumber: Animal = {
  name: 'a function that finds by number',
  leak: "create function public.body_of(comment_id bigint) returns text language plpgsql stable security definer as 'begin return (select c.body from public.comment c where c.id = comment_id); end'",
  twin: "create function public.body_of(comment_id bigint) returns text language plpgsql stable as 'begin return (select c.body from public.comment c where c.id = comment_id); end'",
  finds: everyone('function/call public.body_of'),
};
