import { readPart } from '../facts/part.ts';
import { at, flagAt, listAt, textAt, textsAt } from '../facts/pick.ts';
import type { JsonApi } from '../json-api.ts';
import type { AlertFacts, SentryFacts, SentryProjectFacts } from './facts.ts';

export const SENTRY_API = 'https://sentry.io';

/** Scopes of an internal integration, as Sentry's description of its API names them. */
export const SENTRY_SCOPES = { project: 'project:read', alerts: 'alerts:read', events: 'project:read' } as const;

export interface SentryPlace {
  readonly organization: string;
  readonly project: string;
  /** What marks the event of the drill: it has to be in its message. `''` where none is looked for. */
  readonly drill: string;
  readonly release: string;
}

/** Reads all of it: three requests. */
export async function readSentry(api: JsonApi, place: SentryPlace): Promise<SentryFacts> {
  const organization = encodeURIComponent(place.organization);
  const path = `/api/0/projects/${organization}/${encodeURIComponent(place.project)}/`;
  const [project, alerts, drill] = await Promise.all([
    readPart({ what: 'the project', scope: SENTRY_SCOPES.project }, async () => projectOf(await api.read(path))),
    readPart({ what: 'the alerts', scope: SENTRY_SCOPES.alerts }, async () => {
      const answer = await api.read(`/api/0/organizations/${organization}/workflows/`);
      return (Array.isArray(answer) ? answer : []).map(alertOf);
    }),
    place.release === ''
      ? undefined
      : readPart({ what: 'the events of the project', scope: SENTRY_SCOPES.events }, async () => {
          const answer = await api.read(`${path}events/`, { statsPeriod: '24h' });
          const events = (Array.isArray(answer) ? answer : []).filter(
            (event) => tagOf(event, 'release') === place.release && isDrill(event, place.drill),
          );
          return { release: place.release, events: events.length };
        }),
  ]);
  return { project, alerts, drill };
}

function projectOf(answer: unknown): SentryProjectFacts {
  return {
    slug: textAt(answer, 'slug') ?? '',
    dataScrubber: flagAt(answer, 'dataScrubber'),
    scrubsAddresses: flagAt(answer, 'scrubIPAddresses'),
    verifiesTls: flagAt(answer, 'verifySSL'),
    requiresSecondFactor: flagAt(answer, 'organization', 'require2FA'),
    allowedDomains: [...textsAt(answer, 'allowedDomains')].sort(),
  };
}

/** What a workflow does, of its filters and of its trigger: each kind of action is a destination. */
function alertOf(answer: unknown): AlertFacts {
  const actions = [
    ...listAt(answer, 'actionFilters').flatMap((one) => listAt(one, 'actions')),
    ...listAt(answer, 'triggers', 'actions'),
  ];
  const active = actions.filter((one) => at(one, 'status') !== 'disabled');
  return {
    name: textAt(answer, 'name') ?? '',
    enabled: at(answer, 'enabled') === true,
    environment: textAt(answer, 'environment'),
    destinations: [...new Set(active.flatMap((one) => textAt(one, 'type') ?? []))].sort(),
  };
}

function tagOf(event: unknown, key: string): string | undefined {
  return textAt(
    listAt(event, 'tags').find((one) => at(one, 'key') === key),
    'value',
  );
}

function isDrill(event: unknown, mark: string): boolean {
  if (mark === '') return true;
  return (
    tagOf(event, 'lockstep.drill') === mark ||
    (textAt(event, 'message') ?? '').includes(mark) ||
    (textAt(event, 'title') ?? '').includes(mark)
  );
}
