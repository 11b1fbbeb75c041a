import { type Animal, everyone } from './animal.ts';

export const viewWritable: Animal = {
  name: 'a view that can be written to',
  leak: 'create view public.titles as select id, title from public.note',
  twin: 'create view public.titles with (security_invoker) as select id, title from public.note',
  finds: everyone('view/read public.titles', 'view/change public.titles'),
};
