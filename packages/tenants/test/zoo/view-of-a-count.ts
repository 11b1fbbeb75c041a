import { type Animal, everyone } from './animal.ts';

export const viewOfACount: Animal = {
  name: 'a view that shows a number only',
  leak: 'create view public.total as select count(*) from public.note',
  twin: 'create view public.total with (security_invoker) as select count(*) from public.note',
  finds: everyone('view/read public.total'),
};
