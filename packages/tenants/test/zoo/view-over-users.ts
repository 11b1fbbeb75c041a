import { type Animal, everyone } from './animal.ts';

export const viewOverUsers: Animal = {
  name: 'a view over auth.users',
  leak: 'create view public.people as select id, email from auth.users',
  twin: 'create view public.people as select id, email from auth.users where id = (select auth.uid())',
  finds: everyone('view/read public.people'),
};
