import { type Animal, MINE, signedIn } from './animal.ts';

export const insertTrue: Animal = {
  name: 'insert with check (true)',
  leak: 'create policy i on public.note for insert to authenticated with check (true)',
  twin: `create policy i on public.note for insert to authenticated with check (${MINE})`,
  finds: signedIn('tenant/plant public.note'),
};
