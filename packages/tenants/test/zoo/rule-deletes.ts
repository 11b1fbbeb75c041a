import { type Animal, member } from './animal.ts';

export const ruleDeletes: Animal = {
  name: 'a rule with the rights of its owner deletes rows of everyone',
  leak: 'create rule tidy as on update to public.note do also delete from public.comment',
  twin: 'create rule tidy as on update to public.note do also delete from public.comment where note_id = old.id and note_id in (select n.id from public.note n where n.tenant_id in (select public.my_tenants()))',
  finds: member('tenant/side-effect public.note'),
};
