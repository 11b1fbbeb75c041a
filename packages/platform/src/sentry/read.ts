import { at, type Secret, textAt } from '@lockstep/base';
import { type Part, readPart } from '../facts/part.ts';
import { flagAt, flagOf, listAt, maybeText, textOf, UnexpectedAnswer, wordsOf } from '../facts/pick.ts';
import type { JsonApi } from '../json-api.ts';
import { DRILL_TAG, provenAtMs } from './drill.ts';
import type { AlertFacts, DrillClaim, DrillFacts, SentryFacts, SentryMember, SentryProjectFacts } from './facts.ts';

export const SENTRY_API = 'https://sentry.io';

/** Scopes of an internal integration, as Sentry's description of its API names them. */
export const SENTRY_SCOPES = {
  project: 'project:read',
  alerts: 'alerts:read and project:read',
  events: 'project:read',
  members: 'member:read',
} as const;

export interface SentryPlace {
  readonly organization: string;
  readonly project: string;
  /** The secret that the event of the error drill is signed with; empty where none is looked for. */
  readonly drillSecret: Secret;
  readonly release: string;
}

/** Pages of events, of a hundred each, in which the event of the drill is looked for. */
const MOST_PAGES = 10;

/** Reads all of it: four requests, and up to nine more for each list that has many items. */
export async function readSentry(api: JsonApi, place: SentryPlace): Promise<SentryFacts> {
  const organization = encodeURIComponent(place.organization);
  const path = `/api/0/projects/${organization}/${encodeURIComponent(place.project)}/`;
  const project = await readPart({ what: 'the project', scope: SENTRY_SCOPES.project }, async () =>
    projectOf(await api.read(path)),
  );
  // A token that is not accepted is asked with once.
  const part = <T>(what: string, scope: string, work: () => Promise<T>): Promise<Part<T>> =>
    project.kind === 'withheld' && project.status === 401 ? Promise.resolve(project) : readPart({ what, scope }, work);
  const [alerts, members, drill] = await Promise.all([
    // Those of another project reach no one when this one fails.
    alertsOf(project, async (id) => {
      const path = `/api/0/organizations/${organization}/workflows/`;
      const { items, whole } = await api.readPages(path, { project: id }, 1);
      // Its description has no way to the second page.
      if (!whole) throw new UnexpectedAnswer('an end');
      return items.map(alertOf);
    }),
    part('the members of the organization', SENTRY_SCOPES.members, async () => {
      const { items, whole } = await api.readPages(`/api/0/organizations/${organization}/members/`, {}, MOST_PAGES);
      if (!whole) throw new UnexpectedAnswer('an end');
      return items.map(memberOf);
    }),
    place.release === '' || place.drillSecret.isEmpty
      ? undefined
      : part('the events of the project', SENTRY_SCOPES.events, () => drillOf(api, `${path}events/`, place)),
  ]);
  return { project, alerts, members, drill };
}

/** The alerts are asked for by the id of the project, which the project says. */
function alertsOf(
  project: Part<SentryProjectFacts>,
  work: (id: string) => Promise<readonly AlertFacts[]>,
): Promise<Part<readonly AlertFacts[]>> {
  return project.kind === 'read'
    ? readPart({ what: 'the alerts', scope: SENTRY_SCOPES.alerts }, () => work(project.value.id))
    : Promise.resolve(project);
}

async function drillOf(api: JsonApi, path: string, { drillSecret, release }: SentryPlace): Promise<DrillFacts> {
  const { items, whole } = await api.readPages(path, { statsPeriod: '24h' }, MOST_PAGES);
  return { release, events: items.flatMap((event) => claimOf(event, release, drillSecret.reveal()) ?? []), whole };
}

/** Undefined for an event that has nothing to do with an error drill. */
function claimOf(event: unknown, release: string, secret: string): DrillClaim | undefined {
  const tag = tagOf(event, DRILL_TAG);
  if (tag === undefined && textAt(event, 'metadata', 'type') !== 'ErrorDrill') return undefined;
  if (tagOf(event, 'release') !== release) return { kind: 'other-release' };
  if (tag === undefined) return { kind: 'unsigned' };
  const atMs = provenAtMs(tag, release, secret);
  return atMs === undefined ? { kind: 'forged' } : { kind: 'signed', atMs };
}

/** A name of an account can be an address; the part before its host says enough. */
function memberOf(answer: unknown): SentryMember {
  const user = at(answer, 'user');
  const role = textOf(answer, 'orgRole');
  if (user === null && flagOf(answer, 'pending'))
    return { name: `invitation ${textOf(answer, 'id')}`, role, secondFactor: undefined };
  return {
    name: textOf(user, 'username').split('@')[0] || textOf(answer, 'id'),
    role,
    secondFactor: flagOf(user, 'has2fa'),
  };
}

function projectOf(answer: unknown): SentryProjectFacts {
  return {
    id: textOf(answer, 'id'),
    slug: textOf(answer, 'slug'),
    dataScrubber: flagAt(answer, 'dataScrubber'),
    scrubsAddresses: flagAt(answer, 'scrubIPAddresses'),
    verifiesTls: flagAt(answer, 'verifySSL'),
    requiresSecondFactor: flagAt(answer, 'organization', 'require2FA'),
    allowedDomains: [...wordsOf(answer, 'allowedDomains')].sort(),
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
    name: textOf(answer, 'name'),
    enabled: flagOf(answer, 'enabled'),
    environment: maybeText(answer, 'environment'),
    destinations: [...new Set(active.flatMap((one) => textAt(one, 'type') ?? []))].sort(),
  };
}

function tagOf(event: unknown, key: string): string | undefined {
  return textAt(
    listAt(event, 'tags').find((one) => at(one, 'key') === key),
    'value',
  );
}
