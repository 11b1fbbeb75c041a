import { isMap, type Secret } from '@lockstep/base';
import type { ChannelType, Sent } from '../channel.ts';
import { exchange, type World } from '../exchange.ts';
import { isDone, type ReleaseMessage, severityOf, withoutPeople } from '../message.ts';
import { refuseAddress, serviceUrl } from '../service-url.ts';
import { Undelivered } from '../undelivered.ts';
import { cut, facts, headline, lookOf, mainLines } from '../words.ts';

const JSON_CONTENT = { 'content-type': 'application/json' };

interface Grafana {
  readonly url: string;
  readonly token: Secret;
  readonly world: World;
}

/**
 * An annotation in Grafana from the release's start to its end, with tags that dashboards select by. It is written when the
 * release has ended, and changed where a held one ends later. One whose answer was lost is looked for by its tags.
 */
export const grafana: ChannelType = {
  type: 'grafana',
  tasks: 'none',
  open(fields) {
    const url = serviceUrl(fields, 'url', '');
    refuseAddress(fields, 'url', url, [
      {
        test: ({ pathname }) => /\/api(\/annotations)?\/?$/.test(pathname),
        expected: 'expected the base URL of Grafana; /api/annotations is added to it',
      },
    ]);
    const token = fields.secret('token');
    const tags = fields.list('tags');
    const dashboard = fields.text('dashboard');
    return {
      place: URL.canParse(url) ? new URL(url).host : '',
      secrets: [token],
      async send(message, handle, world) {
        if (!isDone(message.state) && severityOf(message.state) === 'info')
          return { delivery: 'confirmed', detail: 'the annotation is written when the release has ended' };
        const to = { url, token, world };
        const body = annotationOf(message, tags);
        const id = handle?.['id'];
        if (id !== undefined) {
          await ask(to, { method: 'PATCH', path: `/${encodeURIComponent(id)}`, body, repeatable: true });
          return shown(id);
        }
        return await add(to, { ...body, ...(dashboard === '' ? {} : { dashboardUID: dashboard }) });
      },
    };
  },
};

interface Annotation {
  readonly time: number;
  readonly timeEnd: number;
  readonly tags: readonly string[];
  readonly text: string;
}

function annotationOf(message: ReleaseMessage, more: readonly string[]): Annotation {
  const timeEnd = Date.parse(message.at);
  const start = Date.parse(message.startedAt ?? '');
  const { environment, service, key, state } = message;
  const named = Object.entries({ environment, service, state, release: key }).filter(([, value]) => value !== '');
  const namedTags = named.map(([name, value]) => cut(`${name}:${value}`, 100));
  const lines = [
    `${lookOf(message).sign} ${headline(message)}`,
    ...mainLines(message).map(([label, text]) => (label === '' ? text : `${label}: ${text}`)),
    ...facts(withoutPeople(message)).map(([label, value]) => `${label}: ${value}`),
    ...message.links.slice(0, 3).map(({ label, url }) => `${label}: ${url}`),
  ];
  return {
    time: Number.isNaN(start) ? timeEnd : start,
    timeEnd,
    // A dashboard that selects the tags of releases shows no drill.
    tags: state === 'drill' ? ['lockstep-drill', cut(`drill:${key}`, 100)] : ['lockstep', ...namedTags, ...more],
    // Grafana shows it as HTML, cleaned by itself; nothing of ours needs any.
    text: cut(lines.map(escapeHtml).join('\n'), 4_000),
  };
}

async function add(to: Grafana, body: Annotation): Promise<Sent> {
  try {
    const answer = await ask(to, { method: 'POST', path: '', body, repeatable: false });
    const id = isMap(answer) ? answer['id'] : undefined;
    if (typeof id === 'number') return shown(String(id));
    const failure = { service: 'Grafana', effect: 'unknown', retryable: false } as const;
    throw new Undelivered('Grafana gave an unexpected answer', failure);
  } catch (thrown) {
    if (!(thrown instanceof Undelivered) || thrown.effect === 'none') throw thrown;
    return await find(to, body, thrown);
  }
}

/** Throws `lost` where Grafana does not say. */
async function find(to: Grafana, { tags, time, timeEnd }: Annotation, lost: Undelivered): Promise<Sent> {
  const query = new URLSearchParams([
    ['from', String(time - 1)],
    ['to', String(timeEnd + 1)],
    ...tags.map((tag): [string, string] => ['tags', tag]),
  ]);
  const list = await ask(to, { method: 'GET', path: `?${query}`, repeatable: true }).catch(() => {
    throw lost;
  });
  if (!Array.isArray(list)) throw lost;
  const [found] = list;
  if (isMap(found) && typeof found['id'] === 'number') return shown(String(found['id']));
  const failure = { service: 'Grafana', effect: 'none', retryable: false, cause: lost } as const;
  throw new Undelivered('Grafana lost the annotation: it is not in its list', failure);
}

function shown(id: string): Sent {
  return { delivery: 'confirmed', detail: `Grafana keeps it as annotation ${id}`, handle: { id } };
}

async function ask(
  { token, url, world }: Grafana,
  question: {
    readonly method: 'GET' | 'POST' | 'PATCH';
    readonly path: string;
    readonly body?: Annotation;
    readonly repeatable: boolean;
  },
): Promise<unknown> {
  const { body, method, path, repeatable } = question;
  const { text } = await exchange(
    {
      service: 'Grafana',
      method,
      url: `${url}/api/annotations${path}`,
      headers: { authorization: `Bearer ${token.reveal()}`, ...(body === undefined ? {} : JSON_CONTENT) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      repeatable,
      hints: {
        401: 'check "token": a service account token (glsa_…)',
        403: 'the service account may not write annotations: give it the role Editor, or annotations:create and :write',
        404: 'check "url", the base URL of Grafana',
      },
    },
    world,
  );
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
