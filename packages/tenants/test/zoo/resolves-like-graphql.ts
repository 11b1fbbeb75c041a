import { type Animal, everyone } from './animal.ts';

const RESOLVE = (rights: string) =>
  `create function public.resolve(entity text, id uuid) returns jsonb language plpgsql stable ${rights} as
    $$ declare found jsonb; begin execute format('select to_jsonb(x) from public.%I x where x.id::text = $1', entity) into found using id::text; return found; end $$`;

export const resolvesLikeGraphql: Animal = {
  name: 'a function that resolves any entity by its id, as GraphQL does',
  leak: RESOLVE('security definer'),
  twin: RESOLVE('security invoker'),
  finds: everyone('function/call public.resolve'),
};
