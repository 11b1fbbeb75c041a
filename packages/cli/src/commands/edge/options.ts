import type { CommandOption } from '../../command.ts';

/** The variable with the secret that Vercel's Deployment Protection lets pass: on a command line, others would see it. */
export const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';

/** Inputs of the action that are no option here, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  url: 'it is the argument',
  'csrf-paths': 'it sends more than a look',
  bursts: 'it sends more than a look',
  'other-client': 'it is for bursts',
  'probe-production': 'it is for what sends more than a look',
  'site-kind': 'it is for what sends more than a look',
  'max-requests': 'no audit that only looks comes near it',
  'protection-bypass': `it is a secret: ${BYPASS}`,
  accept: 'a failure is accepted where it stops something: in a workflow',
  'on-unknown': 'unknown has an exit code of its own',
  'report-only': 'a shell has its own way not to end with the code of a command',
  'report-directory': '--json writes the report, to wherever it is led',
  'dry-run': 'it only looks',
};

export const options: readonly CommandOption[] = [
  { name: 'paths', value: 'PATHS', meaning: 'pages, with commas between them', absent: '/' },
  { name: 'api-paths', value: 'PATHS', meaning: 'paths of the API, for CORS' },
  { name: 'cors-origins', value: 'ORIGINS', meaning: 'origins of other sites of yours that may read those paths' },
  {
    name: 'expect-deployment',
    value: 'ID',
    meaning: 'deployment that has to answer; it is asked for before all else',
  },
  { name: 'expect-commit', value: 'SHA', meaning: 'commit that has to answer' },
  {
    name: 'identity-path',
    value: 'PATH',
    meaning: 'health route that says which build answers',
    absent: '/api/health',
  },
  {
    name: 'telemetry',
    value: 'NAMES',
    meaning: 'telemetry that the pages send: vercel-analytics, speed-insights, sentry',
  },
  { name: 'checks', value: 'IDS', meaning: 'checks to run; * matches anything, ! leaves one out' },
  { name: 'hosts', value: 'HOSTS', meaning: 'other hosts of yours that may be requested' },
  { name: 'http-url', value: 'URL', meaning: 'where the host answers without TLS' },
  {
    name: 'csp',
    value: 'LEVEL',
    meaning: 'findings that fail',
    choices: ['strict', 'balanced', 'report'],
    absent: 'balanced',
  },
  { name: 'min-grade', value: 'GRADE', meaning: 'lowest grade of the headers that passes', absent: 'B+' },
  {
    name: 'min-tls',
    value: 'VERSION',
    meaning: 'oldest TLS that may answer',
    choices: ['1.2', '1.3'],
    absent: '1.2',
  },
  { name: 'min-days-left', value: 'DAYS', meaning: 'days that the certificate must be valid', absent: '21' },
  { name: 'dns-resolvers', value: 'ADDRESSES', meaning: 'DNS resolvers', absent: '1.1.1.1,8.8.8.8' },
  { name: 'dns-expect', value: 'NAMES', meaning: 'addresses or the name that the host must point at' },
  { name: 'dns-authority', value: 'ADDRESSES', meaning: 'name servers of the zone, in place of those found' },
  { name: 'dns-max-ttl', value: 'DURATION', meaning: 'longest time to live of a record', absent: '60m' },
  { name: 'skip-paths', value: 'PATHS', meaning: 'paths that are never requested; * matches anything' },
  { name: 'request-timeout', value: 'DURATION', meaning: 'how long one request may take', absent: '10s' },
  { name: 'deadline', value: 'DURATION', meaning: 'how long the whole audit may take', absent: '3m' },
];
