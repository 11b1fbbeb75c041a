import { type Animal, member, signedIn } from './animal.ts';

export const ownerWithoutForce: Animal = {
  name: 'a role that owns the table',
  leak: 'select 1',
  twin: 'alter table public.note force row level security',
  after: {
    leak: 'grant create on schema public to authenticated; alter table public.note owner to authenticated; revoke create on schema public from authenticated',
    twin: 'grant create on schema public to authenticated; alter table public.note owner to authenticated; revoke create on schema public from authenticated',
  },
  finds: [
    ...signedIn(
      'tenant/read public.note',
      'tenant/change public.note',
      'tenant/delete public.note',
      'tenant/plant public.note',
    ),
    ...member('tenant/move public.note'),
  ],
};
