import { failed, gap, looking, passed, unclear } from '../finding.ts';
import { atLeast, atMost, type Line, line, missingOf, onlyFrom, setting } from '../line.ts';
import { flag, integer, list, text, word } from '../policy/kinds.ts';
import { SUPABASE_SCOPES } from './read.ts';

const API = 'https://supabase.com/docs/reference/api/';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const LEVELS = ['ERROR', 'WARN', 'INFO'] as const;

export const supabaseProjectLines: readonly Line[] = [
  line({
    key: 'supabase.healthy',
    title: 'The project runs',
    says: 'Whether the project and its services have to be healthy.',
    scope: SUPABASE_SCOPES.project,
    source: `${API}v1-get-services-health`,
    kind: flag,
    forRelease: true,
    propose: ({ supabase }) => (supabase?.project.kind === 'read' ? true : undefined),
    judge: (wanted, { supabase }) => {
      const about = { what: 'The project', expected: 'running', missing: missingOf('supabase.healthy') };
      if (!wanted) return [];
      return looking(supabase?.project, about, ({ running, status }) => {
        const seeing = { what: 'project', measured: status, expected: 'ACTIVE_HEALTHY' };
        if (!running || status !== 'ACTIVE_HEALTHY')
          return [
            failed('project-not-healthy', {
              ...seeing,
              remedy: 'Open the project in the dashboard, and restore or restart it.',
            }),
          ];
        return [
          passed(seeing),
          ...looking(supabase?.health, { ...about, what: 'services' }, (services) =>
            Object.entries(services).map(([what, measured]) => {
              const seen = { what, measured, expected: 'healthy' };
              if (measured === 'healthy') return passed(seen);
              return measured === 'not-known'
                ? gap(what, 'Supabase does not say how it is', 'Run the audit again.')
                : failed('service-not-healthy', {
                    ...seen,
                    remedy: 'See status.supabase.com, and the logs of the service.',
                  });
            }),
          ),
        ];
      });
    },
  }),
  setting({
    key: 'supabase.region',
    title: 'Region of the database',
    says: 'Region of the project. Data of patients may have to stay in a country.',
    scope: SUPABASE_SCOPES.project,
    source: `${API}v1-get-project`,
    kind: text,
    part: ({ supabase }) => supabase?.project,
    now: ({ region }) => region,
    remedy: (wanted) =>
      `A project cannot be moved: create one in ${wanted} and restore a backup into it, or correct the reference of the project.`,
  }),
  setting({
    key: 'supabase.postgres-major',
    title: 'Version of PostgreSQL',
    says: 'Major version of PostgreSQL.',
    scope: SUPABASE_SCOPES.project,
    source: `${API}v1-get-project`,
    kind: text,
    part: ({ supabase }) => supabase?.project,
    now: ({ postgresMajor }) => postgresMajor,
    remedy: () => 'Upgrade under Project Settings > Infrastructure, after a backup and a drill.',
  }),
  setting({
    key: 'supabase.tls-enforced',
    title: 'TLS to the database is enforced',
    says: 'Whether the database refuses connections without TLS.',
    scope: SUPABASE_SCOPES.ssl,
    source: `${API}v1-get-ssl-enforcement-config`,
    kind: flag,
    recommended: true,
    part: ({ supabase }) => supabase?.ssl,
    now: ({ enforced }) => enforced,
    remedy: (wanted) =>
      `Turn "Enforce SSL on incoming connections" ${wanted ? 'on' : 'off'} under Database > Settings, or run \`supabase ssl-enforcement update --${wanted ? 'enable' : 'disable'}-db-ssl-enforcement\`.`,
  }),
  line({
    key: 'supabase.allowed-addresses',
    title: 'Addresses that may reach the database',
    says: 'Ranges of addresses that may reach the database, and no others. 0.0.0.0/0 is everyone.',
    scope: SUPABASE_SCOPES.network,
    source: `${API}v1-get-network-restrictions`,
    kind: list,
    propose: ({ supabase }) => (supabase?.network.kind === 'read' ? supabase.network.value.allowed : undefined),
    judge: (wanted, { supabase }) =>
      looking(
        supabase?.network,
        {
          what: 'Addresses that may reach the database',
          expected: list.show(wanted),
          missing: missingOf('supabase.network'),
        },
        ({ allowed, applied }) => {
          const what = 'Addresses that may reach the database';
          const seeing = {
            what,
            measured: `${list.show(allowed)}${applied ? '' : ' (not applied)'}`,
            expected: `none but ${list.show(wanted)}`,
          };
          const good = applied && allowed.every((one) => wanted.includes(one));
          const remedy = `Run \`supabase network-restrictions update ${wanted.map((one) => `--db-allow-cidr ${one}`).join(' ')}\`.`;
          return [good ? passed(seeing) : failed('wider-than-policy', { ...seeing, remedy })];
        },
      ),
  }),
  setting({
    key: 'supabase.legacy-keys',
    title: 'API keys of the old kind',
    says: 'Whether the old keys anon and service_role still work. Supabase ends them; one cannot be replaced without the other.',
    scope: SUPABASE_SCOPES.keys,
    source: `${API}v1-get-project-legacy-api-keys`,
    kind: flag,
    recommended: false,
    part: ({ supabase }) => supabase?.keys,
    now: ({ legacyEnabled }) => legacyEnabled,
    remedy: () =>
      'Use keys like sb_publishable_… and sb_secret_… in the app, check under Project Settings > API Keys that the old ones were not used lately, then disable them.',
  }),
  setting({
    key: 'supabase.data-api-schemas',
    title: 'Schemas that the Data API shows',
    says: 'Schemas that the Data API shows, and no others.',
    scope: SUPABASE_SCOPES.dataApi,
    source: `${API}v1-get-postgrest-service-config`,
    kind: list,
    ...onlyFrom,
    part: ({ supabase }) => supabase?.dataApi,
    now: ({ schemas }) => schemas,
    remedy: (wanted) =>
      `Set the exposed schemas to ${list.show(wanted)} under Integrations > Data API, or PATCH /v1/projects/REF/postgrest with "db_schema".`,
  }),
  setting({
    key: 'supabase.data-api-max-rows',
    title: 'Rows of one answer of the Data API',
    says: 'Rows that one answer of the Data API may hold at most. It bounds what a stolen session can take at once.',
    scope: SUPABASE_SCOPES.dataApi,
    source: `${API}v1-get-postgrest-service-config`,
    kind: integer('rows', 1),
    ...atMost,
    recommended: 1000,
    part: ({ supabase }) => supabase?.dataApi,
    now: ({ maxRows }) => maxRows,
    remedy: (wanted) =>
      `Set "Max rows" to ${wanted} under Integrations > Data API, or PATCH /v1/projects/REF/postgrest with "max_rows".`,
  }),
  setting({
    key: 'supabase.public-buckets',
    title: 'Public buckets',
    says: 'Storage buckets whose files everyone may read, and no others.',
    scope: SUPABASE_SCOPES.buckets,
    source: `${API}v1-list-all-buckets`,
    kind: list,
    ...onlyFrom,
    part: ({ supabase }) => supabase?.buckets,
    now: (buckets) =>
      buckets
        .filter((one) => one.public)
        .map(({ name }) => name)
        .sort(),
    remedy: () => 'Make the others private under Storage, and serve their files by signed addresses.',
  }),
  line({
    key: 'supabase.backup-max-age-hours',
    title: 'Newest backup',
    says: 'Hours that the newest backup, or the newest restorable moment, may be old.',
    scope: SUPABASE_SCOPES.backups,
    source: `${API}v1-list-all-backups`,
    kind: integer('hours', 1),
    propose: ({ supabase }) => (supabase?.backups.kind === 'read' ? 26 : undefined),
    judge: (wanted, { nowMs, supabase }) =>
      looking(
        supabase?.backups,
        { what: 'Newest backup', expected: `at most ${wanted} hours old`, missing: missingOf('supabase.backups') },
        ({ newestAtMs, windowToMs }) => {
          const newest = Math.max(newestAtMs ?? 0, windowToMs ?? 0);
          const expected = `at most ${wanted} hours old`;
          const remedy = 'See Database > Backups. The Free plan has none: use the action backup, or a larger plan.';
          const what = 'Newest backup';
          if (newest === 0) return [failed('no-backup', { what, measured: 'no backup', expected, remedy })];
          const age = Math.floor((nowMs - newest) / HOUR_MS);
          const seeing = { what, measured: `${age} hours old`, expected };
          // Clocks differ by minutes, not by more.
          if (age < -1)
            return [
              unclear('backup-of-the-future', { ...seeing, remedy: 'Look under Database > Backups when it was made.' }),
            ];
          return [age <= wanted ? passed(seeing) : failed('backup-too-old', { ...seeing, remedy })];
        },
      ),
  }),
  setting({
    key: 'supabase.pitr',
    title: 'Point-in-time recovery',
    says: 'Whether point-in-time recovery is on (an add-on).',
    scope: SUPABASE_SCOPES.backups,
    source: `${API}v1-list-all-backups`,
    kind: flag,
    part: ({ supabase }) => supabase?.backups,
    now: ({ pitrEnabled }) => pitrEnabled,
    remedy: () => 'Turn it on under Database > Backups > Point in time.',
  }),
  setting({
    key: 'supabase.pitr-days',
    title: 'Days of point-in-time recovery',
    says: 'Days that point-in-time recovery has to reach back.',
    scope: SUPABASE_SCOPES.addons,
    source: `${API}v1-list-project-addons`,
    kind: integer('days', 1),
    ...atLeast,
    part: ({ supabase }) => supabase?.pitrDays,
    now: (days) => (days === 0 ? 0 : days),
    remedy: (wanted) => `Choose at least ${wanted} days under Project Settings > Add-ons > Point in time recovery.`,
  }),
  setting({
    key: 'supabase.pitr-window-days',
    title: 'What can be restored to any moment',
    says: 'Days that have to be restorable now. It is measured from the oldest to the newest moment that Supabase names.',
    scope: SUPABASE_SCOPES.backups,
    source: `${API}v1-list-all-backups`,
    kind: integer('days', 1),
    ...atLeast,
    part: ({ supabase }) => supabase?.backups,
    now: ({ windowFromMs, windowToMs }) =>
      windowFromMs === undefined || windowToMs === undefined ? 0 : Math.floor((windowToMs - windowFromMs) / DAY_MS),
    remedy: () => 'Wait until enough backups were made, or look under Database > Backups why there are none.',
  }),
  line({
    key: 'supabase.advisors',
    title: "Supabase's security advisor",
    says: `Level from which a finding of Supabase's security advisor fails: ${LEVELS.join(', ')}. It is a second witness.`,
    scope: SUPABASE_SCOPES.advisors,
    source: `${API}v1-get-security-advisors`,
    kind: word(LEVELS),
    propose: ({ supabase }) => (supabase?.advisors.kind === 'read' ? 'ERROR' : undefined),
    judge: (wanted, { supabase }) =>
      looking(
        supabase?.advisors,
        {
          what: "Supabase's security advisor",
          expected: `no finding of ${wanted} or above`,
          missing: missingOf('supabase.advisors'),
        },
        (lints) => {
          const milder: readonly string[] = LEVELS.slice(LEVELS.indexOf(wanted) + 1);
          // A level that is not known could be a worse one.
          const bad = lints.filter(({ level }) => !milder.includes(level));
          const expected = `no finding of ${wanted} or above`;
          if (bad.length === 0) return [passed({ what: 'advisor', measured: 'none', expected })];
          return bad.map(({ entity, level, name }) =>
            failed('advisor-finding', {
              what: entity === '' ? name : `${name}: ${entity}`,
              measured: level,
              expected,
              remedy: `See https://supabase.com/docs/guides/database/database-advisors?lint=${name}.`,
            }),
          );
        },
      ),
  }),
  line({
    key: 'supabase.members-second-factor',
    title: 'Second factor of the members',
    says: 'Whether every member of the organization has a second factor.',
    scope: SUPABASE_SCOPES.members,
    source: `${API}v1-list-organization-members`,
    kind: flag,
    propose: ({ supabase }) => (supabase?.members.kind === 'read' ? true : undefined),
    judge: (wanted, { supabase }) =>
      wanted
        ? looking(
            supabase?.members,
            {
              what: 'Members of the organization',
              expected: 'a second factor',
              missing: missingOf('supabase.members'),
            },
            (members) => {
              const without = members.filter(({ secondFactor }) => !secondFactor);
              if (members.length === 0)
                return [
                  gap('Members of the organization', 'Supabase lists none', 'Check the permission members_read.'),
                ];
              if (without.length === 0)
                return [
                  passed({
                    what: 'members',
                    measured: `${members.length} with a second factor`,
                    expected: 'a second factor',
                  }),
                ];
              return without.map(({ name, role }) =>
                failed('no-second-factor', {
                  what: `${name} (${role})`,
                  measured: 'none',
                  expected: 'a second factor',
                  remedy: 'Turn on "Require MFA" under Organization > Security.',
                }),
              );
            },
          )
        : [],
  }),
  setting({
    key: 'supabase.owners',
    title: 'Owners of the organization',
    says: 'People who may be owners of the organization, and no others.',
    scope: SUPABASE_SCOPES.members,
    source: `${API}v1-list-organization-members`,
    kind: list,
    ...onlyFrom,
    part: ({ supabase }) => supabase?.members,
    now: (members) =>
      members
        .filter(({ role }) => role === 'Owner')
        .map(({ name }) => name)
        .sort(),
    remedy: () => 'Give the others a smaller role under Organization > Team.',
  }),
];
