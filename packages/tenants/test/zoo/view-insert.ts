import { type Animal, everyone, member } from './animal.ts';

const VIEW = 'select id, tenant_id as clinic, title from public.note where tenant_id in (select public.my_tenants())';

export const viewInsert: Animal = {
  name: 'rows that are inserted and moved through a view that shows own rows only',
  leak: `create view public.notes as ${VIEW}`,
  twin: `create view public.notes as ${VIEW} with check option`,
  finds: [...everyone('view/plant public.notes'), ...member('view/move public.notes')],
};
