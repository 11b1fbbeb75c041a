import { type Animal, everyone } from './animal.ts';

export const viewOfASequence: Animal = {
  name: 'a view that shows a sequence',
  leak: 'create view public.numbers as select last_value from public.comment_id_seq',
  twin: 'create view public.numbers as select count(*) from public.comment where false',
  finds: everyone('view/read public.numbers'),
};
