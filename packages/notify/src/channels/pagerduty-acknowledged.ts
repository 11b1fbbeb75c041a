import { type Fields, isMap, Secret } from '@lockstep/base';
import type { Acknowledgement, Acknowledging } from '../channel.ts';
import { exchange, type World } from '../exchange.ts';
import { serviceUrl } from '../service-url.ts';
import { dedupKeyOf } from './pagerduty-key.ts';

/** PagerDuty's REST API, which shows incidents; the Events API only takes events. */
interface Rest {
  readonly url: string;
  readonly token: Secret;
}

export function readRest(fields: Fields): Rest | undefined {
  const token = new Secret(fields.text('token'));
  const url = serviceUrl(fields, 'rest-api-url', 'https://api.pagerduty.com');
  return token.isEmpty ? undefined : { url, token };
}

/** Whether a person acknowledged or resolved the incident of a drill; a drill leaves none open. */
export function pagerAcknowledging(rest: Rest, send: (world: World, event: object) => Promise<unknown>): Acknowledging {
  return {
    how: 'acknowledge the incident',
    async look({ message }, world) {
      const incident = await read(rest, dedupKeyOf(message), world);
      return incident === undefined ? { isShown: false } : { isShown: true, acknowledgement: ackOf(incident) };
    },
    async close({ message }, _acknowledgement, world) {
      await send(world, { event_action: 'resolve', dedup_key: dedupKeyOf(message) });
    },
  };
}

type Json = Readonly<Record<string, unknown>>;

async function read({ token, url }: Rest, key: string, world: World): Promise<Json | undefined> {
  const { text } = await exchange(
    {
      service: 'PagerDuty',
      method: 'GET',
      url: `${url}/incidents?${new URLSearchParams({ incident_key: key, limit: '1' })}`,
      headers: { authorization: `Token token=${token.reveal()}`, accept: 'application/json' },
      repeatable: true,
      hints: {
        401: 'check "token": a REST API key, which may be read-only',
        403: 'the REST API key may not read incidents',
      },
    },
    world,
  );
  const answer: unknown = JSON.parse(text);
  const incidents = isMap(answer) && Array.isArray(answer['incidents']) ? answer['incidents'] : [];
  return incidents.filter(isMap).find((incident) => incident['incident_key'] === key);
}

/** What integrations and services do is not what a person did. */
function ackOf(incident: Json): Acknowledgement | undefined {
  const { acknowledgements, last_status_change_at: at, last_status_change_by: by, status } = incident;
  const all = Array.isArray(acknowledgements) ? acknowledgements.filter(isMap) : [];
  const [first] = all.flatMap((one) => personOf(one['acknowledger'], one['at']));
  return first ?? (status === 'resolved' ? personOf(by, at)[0] : undefined);
}

function personOf(who: unknown, at: unknown): readonly Acknowledgement[] {
  if (!isMap(who) || typeof who['id'] !== 'string' || !/^user(_reference)?$/.test(String(who['type']))) return [];
  const atMs = Date.parse(String(at));
  return [{ by: who['id'], how: 'acknowledgement', ...(Number.isNaN(atMs) ? {} : { atMs }) }];
}
