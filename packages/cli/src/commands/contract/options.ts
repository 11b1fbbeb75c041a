import type { CommandOption } from '../../command.ts';

/** Inputs of the action whose value is a file's text here: YAML is no text for a command line. */
export const FILES = ['as', 'examples', 'requires', 'webhooks', 'functions', 'accept'] as const;

/** Secrets: on a command line, every process of the machine could read them. */
export const VARIABLES = {
  'scratch-database-url': 'LOCKSTEP_SCRATCH_URL',
  'database-url': 'DATABASE_URL',
  'ledger-token': 'LOCKSTEP_LEDGER_TOKEN',
  'webhook-secret': 'LOCKSTEP_WEBHOOK_SECRET',
  'protection-bypass': 'LOCKSTEP_PROTECTION_BYPASS',
  'functions-key': 'LOCKSTEP_FUNCTIONS_KEY',
  'supabase-token': 'SUPABASE_ACCESS_TOKEN',
} as const;

/** Inputs of the action that are no option here, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  contract: 'it is the argument',
  'report-only': 'a shell has its own way not to end with the code of a command',
  'report-directory': '--json writes the report, to wherever it is led',
};

const option = (name: string, value: string | undefined, meaning: string, more: Partial<CommandOption> = {}) => ({
  name,
  meaning,
  ...(value === undefined ? {} : { value }),
  ...more,
});

export const options: readonly CommandOption[] = [
  option('base-url', 'URL', 'the address of the backend'),
  option('as', 'FILE', 'the identities that ask, as YAML'),
  option('examples', 'FILE', 'values to ask with, as YAML'),
  option('coverage-minimum', 'SHARE', 'share of the operations that must be judged', { absent: '1' }),
  option('undocumented', 'WHAT', 'what fields, routes and functions that no document names do', {
    choices: ['warn', 'fail'],
    absent: 'warn',
  }),
  option('live-contract', 'FILE', 'the contract of the live release, which this one must not break'),
  option('routes', 'FILE', 'the routes of the backend, to find those without a contract'),
  option('source', 'PATHS', 'code whose supabase-js calls the schema must answer, with commas between'),
  option('missing-in-schema', 'WHAT', 'what the code uses and the schema lacks does', {
    choices: ['warn', 'fail'],
    absent: 'warn',
  }),
  option('directory', 'PATH', 'the migrations that --source is compared with', { absent: 'supabase/migrations' }),
  option('down-directory', 'PATH', 'their down migrations', { absent: 'supabase/rollbacks' }),
  option('source-schema', 'NAME', 'the schema of calls without .schema(…)', { absent: 'public' }),
  option('requires', 'FILE', 'versions that must be live, as YAML'),
  option('health-url', 'URL', 'the health route that names them'),
  option('webhooks', 'FILE', "webhooks for Stripe's events, as YAML"),
  option('data-checks', 'FILE', 'rules of data, as YAML'),
  option('data-timeout', 'DURATION', 'how long one of their queries may take', { absent: '10s' }),
  option('row-security', 'SCHEMAS', 'schemas whose tables need row-level security, with commas between'),
  option('functions', 'FILE', 'Edge Functions that must be live, as YAML; or all'),
  option('functions-directory', 'PATH', 'the directory of the Edge Functions', { absent: 'supabase/functions' }),
  option('functions-url', 'URL', 'their address, where it is not that of the project'),
  option('supabase-project', 'REF', 'the project of the Edge Functions'),
  option('supabase-api-url', 'URL', "Supabase's Management API", { absent: 'https://api.supabase.com' }),
  option('protected', 'PATTERNS', 'operations that must refuse requests without credentials, with commas between'),
  option('skip', 'PATTERNS', 'operations that are not called, with commas between'),
  option('methods', 'WHICH', 'whether methods that change data are called', {
    choices: ['safe', 'all'],
    absent: 'safe',
  }),
  option('disposable', undefined, 'declares that the data of this backend may be thrown away'),
  option('latency-budget', 'DURATION', 'how long an answer may take'),
  option('contact', 'NAME', 'whom to call when the backend does not answer'),
  option('contract-format', 'FORMAT', 'how the contract is written', {
    choices: ['auto', 'openapi', 'markdown'],
    absent: 'auto',
  }),
  option('request-timeout', 'DURATION', 'how long a single request may take', { absent: '10s' }),
  option('accept', 'FILE', 'failures to accept, as YAML'),
  option('on-unknown', 'WHAT', 'whether what cannot be decided fails', { choices: ['fail', 'warn'], absent: 'fail' }),
  option('dry-run', undefined, 'shows what was understood and what would be called, and calls nothing'),
];
