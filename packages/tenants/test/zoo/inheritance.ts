import { type Animal, everyone, member } from './animal.ts';

export const inheritance: Animal = {
  name: 'a table that inherits, without its policies',
  leak: 'create table public.old_note () inherits (public.note)',
  twin: 'create table public.old_note () inherits (public.note); alter table public.old_note enable row level security',
  finds: [
    ...everyone(
      'tenant/read public.old_note',
      'tenant/change public.old_note',
      'tenant/delete public.old_note',
      'tenant/plant public.old_note',
    ),
    ...member('tenant/move public.old_note'),
  ],
};
