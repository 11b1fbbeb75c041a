import { type Animal, signedIn } from './animal.ts';

const TOPIC = "(select realtime.topic()) in (select 'room:' || t from public.my_tenants() t)";

export const privateChannel: Animal = {
  name: 'whoever is signed in listens and sends on every private channel',
  intent: { channels: ['room:{tenant}'] },
  schema: `create schema realtime; grant usage on schema realtime to anon, authenticated;
    create table realtime.messages (topic text not null, extension text not null, payload jsonb, private boolean default false, id uuid not null default gen_random_uuid());
    alter table realtime.messages enable row level security; grant select, insert on realtime.messages to anon, authenticated;
    create function realtime.topic() returns text language sql stable as $f$ select nullif(current_setting('realtime.topic', true), '') $f$`,
  leak: "create policy m on realtime.messages to authenticated using (extension = 'broadcast') with check (true)",
  twin: `create policy m on realtime.messages to authenticated using (${TOPIC}) with check (${TOPIC})`,
  finds: signedIn('channel/listen room:{tenant}', 'channel/send room:{tenant}'),
};
