import { drillHeader } from '../../src/index.ts';
import { DRILL_SECRET, drillEvent } from '../world/drill.ts';
import { HOUR_MS, NOW, RELEASE } from '../world/names.ts';
import type { World } from '../world.ts';
import { type Mutation, on } from './mutation.ts';

const stripe = (id: string, what: string, change: (world: World) => void, also?: readonly string[]) =>
  on('stripe', id, what, change, also);
const sentry = (id: string, what: string, change: (world: World) => void | Promise<void>) =>
  on('sentry', id, what, change);
const drill = (what: string, drilled: Parameters<typeof drillEvent>[0]): Mutation =>
  sentry('drill-event', what, async ({ sentry: { events } }) => {
    events.splice(0, events.length, await drillEvent(drilled));
  });
const file = (id: string, what: string, text: string): Mutation =>
  on('bundle', id, what, ({ bundle }) => {
    bundle['chunk.js'] = text;
  });
const claims = Buffer.from('{"role":"service_role"}').toString('base64url');

export const otherMutations: readonly Mutation[] = [
  stripe(
    'webhooks',
    'an endpoint is disabled',
    ({ stripe: { endpoints } }) => {
      for (const one of endpoints) one.status = 'disabled';
    },
    ['stripe.webhook-events'],
  ),
  stripe('webhook-events', 'an event is not sent', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.enabled_events = ['invoice.paid'];
  }),
  stripe('webhooks-live', 'test mode', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.livemode = false;
  }),
  stripe('webhook-versions', 'another version', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.api_version = '2020-08-27';
  }),
  stripe('webhook-hosts', 'another host gets payments', ({ stripe: { endpoints } }) => {
    endpoints.push({
      ...{ id: 'we_2', url: 'https://evil.example/in', status: 'enabled', enabled_events: ['*'] },
      ...{ livemode: true, api_version: null, status: 'enabled' as const },
    });
  }),
  sentry('alerts', 'one is disabled', ({ sentry: { alerts } }) => {
    alerts.push({ name: 'Other', enabled: true, actions: ['email'] });
    for (const one of alerts) if (one.name === 'Errors of production') one.enabled = false;
  }),
  sentry('alerts', 'the one of this name watches another project', ({ sentry: { alerts } }) => {
    alerts.push({ name: 'Other', enabled: true, actions: ['email'] });
    for (const one of alerts) if (one.name === 'Errors of production') one.project = '2';
  }),
  sentry('alerts-reach-someone', 'one has no action', ({ sentry: { alerts } }) => {
    for (const one of alerts) one.actions = [];
  }),
  sentry('data-scrubber', 'off', ({ sentry: { project } }) => {
    project.dataScrubber = false;
  }),
  sentry('scrub-ip-addresses', 'off', ({ sentry: { project } }) => {
    project.scrubIPAddresses = false;
  }),
  sentry('second-factor', 'not required', ({ sentry: { project } }) => {
    project.require2FA = false;
  }),
  sentry('members-second-factor', 'a member has none', ({ sentry: { members } }) => {
    for (const one of members) one.has2fa = false;
  }),
  sentry('allowed-domains', 'every domain', ({ sentry: { project } }) => {
    project.allowedDomains = ['*'];
  }),
  sentry('drill-event', 'the app is of another release', ({ sentry: { events } }) => {
    for (const one of events) one.release = 'shop@1.2.2';
  }),
  sentry('drill-event', 'no event at all', ({ sentry: { events } }) => void events.splice(0)),
  sentry('drill-event', 'an error that has only the name of a drill', ({ sentry: { events } }) => {
    for (const one of events) one.tags = {};
  }),
  sentry('drill-event', 'a tag of another form', ({ sentry: { events } }) => {
    for (const one of events) one.tags = { 'lockstep.drill': 'lockstep drill' };
  }),
  drill('signed with another secret', { secret: 'another secret that is 32 characters or more' }),
  drill('signed for another release', { release: 'shop@1.2.2' }),
  drill('older than a day', { atMs: NOW - 25 * HOUR_MS }),
  drill('older than the commit', { atMs: NOW - 3 * HOUR_MS }),
  drill('of a time that has not come', { atMs: NOW + HOUR_MS }),
  sentry('drill-event', "the signature of the request in the place of the event's", ({ sentry: { events } }) => {
    const [, v1 = ''] = drillHeader(DRILL_SECRET, { atSeconds: NOW / 1_000, id: 'run-1', release: RELEASE }).split(
      'v1=',
    );
    for (const one of events) one.tags = { 'lockstep.drill': `t=${NOW / 1_000},id=run-1,v1=${v1}` };
  }),
  file('supabase-project', 'another project', 'fetch("https://zyxwvutsrqponmlkjihg.supabase.co/rest/v1")'),
  file('no-placeholder', 'the word of vercel env pull', 'const key="[SENSITIVE]"'),
  file('no-server-key', 'a token of the service role', `const key="eyJhbGciOiJIUzI1NiJ9.${claims}.c2lnbmF0dXJlMTIz"`),
  file('no-server-key', 'a secret key of the new kind', 'const key="sb_secret_abcdefghijklmnop"'),
];
