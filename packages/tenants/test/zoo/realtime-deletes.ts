import { type Animal, everyone } from './animal.ts';

export const realtimeDeletes: Animal = {
  name: 'Realtime sends the key of a deleted membership',
  schema: 'create publication supabase_realtime for table public.comment',
  leak: 'alter publication supabase_realtime add table public.membership',
  twin: 'alter publication supabase_realtime add table public.note',
  finds: everyone('realtime/deletes public.membership'),
};
