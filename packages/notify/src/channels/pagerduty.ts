import type { Fields, Secret } from '@lockstep/base';
import type { ChannelType } from '../channel.ts';
import { exchange, type World } from '../exchange.ts';
import { isDone, RELEASE_STATES, type ReleaseMessage, type ReleaseState, severityOf, subjectOf } from '../message.ts';
import { type Part, sendParts } from '../parts.ts';
import { refuseAddress, serviceUrl } from '../service-url.ts';
import { cut, facts, hasCause, headline, listed, mainLines, undoLines } from '../words.ts';
import { pagerAcknowledging, readRest } from './pagerduty-acknowledged.ts';
import { dedupKeyOf } from './pagerduty-key.ts';

/** Limits of the Events API v2 (developer.pagerduty.com, "Send an Alert Event"). */
const SUMMARY_LENGTH = 1_024;
const MOST_LINKS = 10;

/**
 * PagerDuty by its Events API v2. A release that ends badly opens an alert; the next one of the same repository,
 * environment and service that ends well resolves it, so there is at most one for each. Each end that changed production
 * is a change event as well, which notifies no one and is shown next to incidents.
 */
export const pagerduty: ChannelType = {
  type: 'pagerduty',
  tasks: 'all',
  open(fields) {
    const routingKey = fields.secret('routing-key');
    const apiUrl = serviceUrl(fields, 'api-url', 'https://events.pagerduty.com');
    if (!routingKey.isEmpty && !/^[A-Za-z0-9]{32}$/.test(routingKey.reveal()))
      fields.complain('routing-key', 'expected the 32 letters and digits of an integration key (Events API v2)');
    refuseAddress(fields, 'api-url', apiUrl, [
      {
        test: ({ hostname }) => /^api\.([\w-]+\.)?pagerduty\.com$/.test(hostname),
        expected:
          'this is the address of the REST API, which is "rest-api-url"; events have https://events.pagerduty.com',
      },
      {
        test: ({ pathname }) => /\/v2(\/|$)/.test(pathname),
        expected: 'expected the base URL; /v2/enqueue is added to it',
      },
    ]);
    const incidents = fields.flag('incidents', true);
    const changes = fields.flag('changes', true);
    const rest = readRest(fields);
    if (!incidents && !changes) fields.complain('changes', 'expected true where "incidents" is false');
    if (incidents) refuseHalf(fields);
    return {
      place: URL.canParse(apiUrl) ? new URL(apiUrl).host : '',
      secrets: [routingKey, ...(rest === undefined ? [] : [rest.token])],
      acknowledging:
        rest === undefined
          ? undefined
          : pagerAcknowledging(rest, (world, body) =>
              enqueue({ url: apiUrl, routingKey, world }, '/v2/enqueue', body, true),
            ),
      async send(message, handle, world) {
        const to = { url: apiUrl, routingKey, world };
        // A drill is for people, wherever the alerts of releases go.
        const alerts = incidents || message.state === 'drill';
        const parts = [...(alerts ? incident(to, message) : []), ...(changes ? change(to, message) : [])];
        if (parts.length === 0)
          return { delivery: 'confirmed', detail: `PagerDuty needs no event for "${message.state}"` };
        return await sendParts(parts, handle, { mode: 'each', best: 'accepted' });
      },
    };
  },
};

const GOOD = [
  ['released', 'release'],
  ['contracted', 'contract'],
  ['task-passed', 'task'],
] as const;

/** A filter that lets an alert open and never resolves it. */
function refuseHalf(fields: Fields): void {
  const why = 'the event that resolves an alert would be dropped';
  if (!['', 'info'].includes(fields.text('min-severity')))
    fields.complain('min-severity', `${why}; let the service in PagerDuty decide by severity`);
  const states = fields.list('on') as readonly ReleaseState[];
  const bad = states.filter(
    (state) => (RELEASE_STATES as readonly string[]).includes(state) && severityOf(state) !== 'info',
  );
  for (const [good, subject] of GOOD)
    if (bad.some((state) => subjectOf(state) === subject) && !states.includes(good))
      fields.complain('on', `${why}; add ${good}`);
}

interface Api {
  readonly url: string;
  readonly routingKey: Secret;
  readonly world: World;
}

function incident(to: Api, message: ReleaseMessage): readonly Part[] {
  const isBad = severityOf(message.state) !== 'info';
  if (!isBad && !isDone(message.state)) return [];
  const body = isBad ? triggerOf(message) : { event_action: 'resolve', dedup_key: dedupKeyOf(message) };
  return [
    {
      name: 'alert',
      mark: message.state,
      // The key makes a second event of the same kind one with the first.
      repeatable: true,
      run: async () => {
        await enqueue(to, '/v2/enqueue', body, true);
        return `PagerDuty accepted the event that ${isBad ? 'opens' : 'resolves'} the alert`;
      },
    },
  ];
}

function change(to: Api, message: ReleaseMessage): readonly Part[] {
  if (['task', 'drill'].includes(subjectOf(message.state))) return [];
  // A release that failed before it changed anything is no change.
  const isEnd = isDone(message.state) || (severityOf(message.state) !== 'info' && message.state !== 'failed');
  if (!isEnd) return [];
  return [
    {
      name: 'change event',
      mark: message.state,
      repeatable: false,
      run: async () => {
        await enqueue(to, '/v2/change/enqueue', changeOf(message), false);
        return 'PagerDuty accepted the change event';
      },
    },
  ];
}

async function enqueue(to: Api, path: string, body: object, repeatable: boolean): Promise<void> {
  await exchange(
    {
      service: 'PagerDuty',
      method: 'POST',
      url: `${to.url}${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      key: { field: 'routing_key', secret: to.routingKey },
      repeatable,
      hints: { 400: 'check that "routing-key" is the integration key of an "Events API v2" integration' },
    },
    to.world,
  );
}

function triggerOf(message: ReleaseMessage): object {
  const [first] = message.links;
  return {
    event_action: 'trigger',
    dedup_key: dedupKeyOf(message),
    client: 'Lockstep',
    ...(first === undefined ? {} : { client_url: first.url }),
    links: linksOf(message),
    payload: {
      ...payloadOf(message),
      severity: pagerSeverity(message.state),
      class: message.state,
      ...(message.environment === '' ? {} : { group: message.environment }),
      ...(message.service === '' ? {} : { component: message.service }),
    },
  };
}

function changeOf(message: ReleaseMessage): object {
  return { links: linksOf(message), payload: payloadOf(message) };
}

/** `critical` where production may be something that no one released. */
function pagerSeverity(state: ReleaseState): 'critical' | 'error' | 'warning' {
  if (state === 'unknown' || state === 'partly-rolled-back') return 'critical';
  return severityOf(state) === 'warning' ? 'warning' : 'error';
}

function payloadOf(message: ReleaseMessage) {
  const tail = message.summary === '' ? '' : ` — ${message.summary.replace(/\s+/g, ' ')}`;
  return {
    summary: cut(`${headline(message)}${tail}`, SUMMARY_LENGTH),
    source: message.repository,
    timestamp: message.at,
    custom_details: detailsOf(message),
  };
}

function detailsOf(message: ReleaseMessage): Readonly<Record<string, string>> {
  const list = (lines: readonly string[]) => listed(lines, { length: 300, total: 4_000 }).join('\n');
  const entries: readonly (readonly [string, string])[] = [
    ...mainLines(message).map(([label, text]) => [label || 'Summary', text] as const),
    ...facts(message).map(([label, value]) => [label, value] as const),
    ['All changes', message.changes.length > 3 ? list(message.changes) : ''],
    ['Undo steps', list(undoLines(message))],
    ['What failed', hasCause(message) ? cut(message.failure, 4_000) : ''],
  ];
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function linksOf(message: ReleaseMessage): readonly object[] {
  const known = facts(message).map(([label, value, url]) => ({ href: url, text: `${label} ${value}` }));
  const given = message.links.map(({ label, url }) => ({ href: url, text: label }));
  return [...given, ...known].filter(({ href }) => href !== '').slice(0, MOST_LINKS);
}
