import { type Animal, everyone, MINE } from './animal.ts';

export const functionCounts: Animal = {
  name: 'a function that counts',
  leak: "create function public.how_many() returns bigint language sql stable security definer as 'select count(*) from public.note'",
  twin: `create function public.how_many() returns bigint language sql stable security definer as 'select count(*) from public.note where ${MINE}'`,
  finds: everyone('function/call public.how_many'),
};
