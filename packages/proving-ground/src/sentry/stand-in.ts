import type { Faults } from '../faults/faults.ts';
import { type Contract, readContract } from '../openapi/contract.ts';
import { type ReaderStandIn, startReader } from '../reader/reader.ts';
import { type EventSeed, PUBLIC_KEY, takeEnvelope } from './envelope.ts';
import { memberShape, type SentryMemberSeed } from './member-shape.ts';
import { type IssueSeed, issuesShape, type SessionsSeed, sessionsShape } from './release-health.ts';

export type { EventSeed } from './envelope.ts';
export type { SentryMemberSeed } from './member-shape.ts';
export type { IssueSeed, SessionsSeed } from './release-health.ts';

export interface AlertSeed {
  name: string;
  enabled: boolean;
  /** `slack`, `email`, `pagerduty`: the kinds of its actions. */
  actions: string[];
  /** The id of the project that it watches; by default the one that there is. */
  project?: string;
}

/** What a project of Sentry's has set; changed in place by tests. */
export interface SentryProjectSeed {
  dataScrubber: boolean;
  scrubIPAddresses: boolean;
  require2FA: boolean;
  allowedDomains: string[];
}

/** Sentry's API, as far as the audit of the platform and the metrics of a release read it. */
export interface SentryReads extends ReaderStandIn {
  readonly project: SentryProjectSeed;
  readonly alerts: AlertSeed[];
  readonly members: SentryMemberSeed[];
  readonly events: EventSeed[];
  readonly sessions: SessionsSeed[];
  readonly issues: IssueSeed[];
  readonly token: string;
  /** For a client of Sentry's: what it sends is among the events. */
  readonly dsn: string;
}

// The same place from src/ and from the compiled lib/.
const CUT = new URL('../../src/sentry/openapi-cut.json', import.meta.url);

let loaded: Contract | undefined;

/** One for the whole process: to compile it takes longer than to ask it. */
export function loadSentryContract(): Contract {
  loaded ??= readContract(CUT);
  return loaded;
}

const TIME = '2026-11-29T12:00:00Z';

export async function startSentryReads({ faults }: { readonly faults: Faults }): Promise<SentryReads> {
  const token = `sntrys_${'0'.repeat(40)}`;
  const project: SentryProjectSeed = {
    dataScrubber: true,
    scrubIPAddresses: true,
    require2FA: true,
    allowedDomains: ['*'],
  };
  const alerts: AlertSeed[] = [];
  const members: SentryMemberSeed[] = [];
  const events: EventSeed[] = [];
  const sessions: SessionsSeed[] = [];
  const issues: IssueSeed[] = [];
  const service = await startReader({
    name: 'sentry',
    contract: loadSentryContract(),
    faults,
    refuse: ({ headers }) =>
      headers.authorization === `Bearer ${token}` ? undefined : { status: 401, body: { detail: 'Invalid token' } },
    routes: {
      getOrganizationSessions: ({ query }) => sessionsShape(query, sessions),
      listOrganizationIssues: ({ query }) => issuesShape(query, issues, CUT),
      getProject: ({ params }) => projectShape(params['project_id_or_slug'] ?? '', project),
      listOrganizationWorkflows: ({ query }) => watching(query, alerts).map(workflowShape),
      listOrganizationMembers: ({ query }) => members.slice(startOf(query), startOf(query) + PAGE).map(memberShape),
      listProjectEvents: ({ query }) => events.slice(startOf(query), startOf(query) + PAGE).map(eventShape),
    },
    links: {
      listOrganizationMembers: ({ query }) => linkTo(startOf(query) + PAGE, members.length),
      listProjectEvents: ({ query }) => linkTo(startOf(query) + PAGE, events.length),
      listOrganizationWorkflows: () => linkTo(PAGE, alerts.length),
    },
    beside: (request) => takeEnvelope(request, events),
  });
  const dsn = `http://${PUBLIC_KEY}@127.0.0.1:${service.port}/1`;
  return { ...service, project, alerts, members, events, sessions, issues, token, dsn };
}

const PAGE = 100;

/** `0:100:0`, as Sentry writes the place in a list. */
function startOf(query: URLSearchParams): number {
  return Number(query.get('cursor')?.split(':')[1] ?? '0');
}

function linkTo(next: number, length: number): string {
  return `<https://sentry.io/elsewhere>; rel="next"; results="${next < length}"; cursor="0:${next}:0"`;
}

/** Sentry's filter: the ids of the projects, or -1 for all that there are. */
function watching(query: URLSearchParams, alerts: readonly AlertSeed[]): readonly AlertSeed[] {
  const ids = query.getAll('project');
  return ids.length === 0 || ids.includes('-1') ? alerts : alerts.filter(({ project = '1' }) => ids.includes(project));
}

function workflowShape({ actions, enabled, name }: AlertSeed, at: number): object {
  return {
    id: String(at + 1),
    name,
    organizationId: '1',
    createdBy: null,
    dateCreated: TIME,
    dateUpdated: TIME,
    triggers: { id: '1', organizationId: '1', logicType: 'any-short', conditions: [], actions: [] },
    actionFilters: [
      {
        id: '2',
        organizationId: '1',
        logicType: 'any',
        conditions: [],
        actions: actions.map((type, index) => ({
          id: String(index),
          type,
          integrationId: null,
          data: {},
          config: {},
          status: 'active',
        })),
      },
    ],
    environment: null,
    config: { frequency: 30 },
    detectorIds: [],
    enabled,
    lastTriggered: null,
    owner: null,
  };
}

function eventShape({ message, release, tags = {}, type }: EventSeed, at: number): object {
  return {
    id: String(at),
    'event.type': 'error',
    groupID: '1',
    eventID: String(at).padStart(32, '0'),
    projectID: '1',
    message,
    title: message,
    location: null,
    culprit: null,
    user: null,
    tags: Object.entries({ release, ...tags }).map(([key, value]) => ({ key, value })),
    platform: 'javascript',
    dateCreated: TIME,
    crashFile: null,
    metadata: type === undefined ? {} : { type },
  };
}

function projectShape(slug: string, seed: SentryProjectSeed): object {
  const { allowedDomains, dataScrubber, require2FA, scrubIPAddresses } = seed;
  const flags = Object.fromEntries(FLAGS.map((name) => [name, false]));
  const texts = Object.fromEntries(TEXTS.map((name) => [name, '']));
  const lists = Object.fromEntries(LISTS.map((name) => [name, []]));
  const avatar = { avatarType: 'letter_avatar', avatarUuid: null, avatarUrl: null };
  return {
    ...flags,
    ...texts,
    ...lists,
    id: '1',
    slug,
    name: slug,
    platform: 'javascript-nextjs',
    dateCreated: TIME,
    firstEvent: null,
    avatar,
    color: '#3fbf7f',
    status: 'active',
    latestRelease: null,
    options: {},
    digestsMinDelay: 300,
    digestsMaxDelay: 1800,
    allowedDomains,
    resolveAge: 0,
    dataScrubber,
    dataScrubberDefaults: true,
    storeCrashReports: null,
    securityToken: '',
    securityTokenHeader: null,
    verifySSL: true,
    scrubIPAddresses,
    highlightContext: {},
    highlightPreset: { tags: [], context: {} },
    secondaryGroupingExpiry: 0,
    secondaryGroupingConfig: null,
    processingIssues: 0,
    defaultEnvironment: null,
    relayPiiConfig: null,
    dynamicSamplingBiases: null,
    seerNightshiftTweaks: null,
    debugFilesRole: null,
    organization: {
      id: '1',
      slug: 'acme',
      status: { id: 'active', name: 'active' },
      name: 'Acme',
      dateCreated: TIME,
      isEarlyAdopter: false,
      require2FA,
      avatar,
      links: { organizationUrl: 'https://acme.sentry.io', regionUrl: 'https://de.sentry.io' },
      hasAuthProvider: false,
      allowMemberInvite: true,
      allowMemberProjectCreation: true,
      allowSuperuserAccess: false,
    },
  };
}

const FLAGS = [
  ...['isBookmarked', 'isMember', 'firstTransactionEvent', 'hasAccess', 'hasFeedbacks', 'hasFlags', 'hasMonitors'],
  ...['hasMinifiedStackTrace', 'hasNewFeedbacks', 'hasProfiles', 'hasReplays', 'hasSessions', 'hasInsightsHttp'],
  ...['hasInsightsDb', 'hasInsightsAssets', 'hasInsightsAppStart', 'hasInsightsScreenLoad', 'hasInsightsVitals'],
  ...['hasInsightsCaches', 'hasInsightsQueues', 'hasInsightsAgentMonitoring', 'hasInsightsMCP', 'hasLogs'],
  ...['hasTraceMetrics', 'isInternal', 'isPublic', 'scrapeJavaScript', 'enableAutoReleaseCreation'],
  ...['isDynamicallySampled', 'tempestFetchScreenshots', 'seerScannerAutomation', 'scmSourceContextEnabled'],
];
const TEXTS = [
  ...['subjectPrefix', 'subjectTemplate', 'groupingConfig', 'derivedGroupingEnhancements', 'groupingEnhancements'],
  ...['fingerprintingRules', 'symbolSources', 'autofixAutomationTuning'],
];
const LISTS = [
  ...['features', 'access', 'teams', 'safeFields', 'sensitiveFields', 'highlightTags', 'platforms'],
  ...['builtinSymbolSources'],
];
