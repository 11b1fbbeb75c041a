import { type Animal, everyone } from './animal.ts';

export const viewOnView: Animal = {
  name: 'a view on a view',
  leak: 'create view public.inner_titles as select title from public.note; create view public.titles with (security_invoker) as select title from public.inner_titles',
  twin: 'create view public.inner_titles with (security_invoker) as select title from public.note; create view public.titles with (security_invoker) as select title from public.inner_titles',
  finds: everyone(
    'view/read public.inner_titles',
    'view/change public.inner_titles',
    'view/read public.titles',
    'view/change public.titles',
  ),
};
