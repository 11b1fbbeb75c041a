import { type Animal, everyone } from './animal.ts';

export const materializedView: Animal = {
  name: 'a materialized view',
  leak: 'create materialized view public.titles as select title from public.note',
  twin: 'create materialized view public.titles as select title from public.note',
  after: { leak: '', twin: 'revoke all on public.titles from anon, authenticated' },
  finds: everyone('view/read public.titles'),
};
