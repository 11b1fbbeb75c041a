import { type Animal, everyone } from './animal.ts';

const RUN = (rights: string) =>
  `create function public.run(query text) returns setof text language plpgsql stable ${rights} as 'begin return query execute ''select x::text from ('' || query || '') x''; end'`;

export const runsAnyQuery: Animal = {
  name: 'a function that runs the query that it is given',
  leak: RUN('security definer'),
  twin: RUN('security invoker'),
  finds: everyone('function/call public.run'),
};
