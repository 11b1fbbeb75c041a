import { type Animal, everyone, member } from './animal.ts';

export const realtimeWithoutPolicies: Animal = {
  name: 'Realtime sends a table without row-level security',
  schema: 'create publication supabase_realtime for table public.note',
  leak: 'alter table public.note disable row level security',
  twin: 'select 1',
  finds: [
    ...everyone(
      'realtime/changes public.note',
      'tenant/read public.note',
      'tenant/change public.note',
      'tenant/delete public.note',
      'tenant/plant public.note',
    ),
    ...member('tenant/move public.note'),
  ],
};
