import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Check, Secret, silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { Faults } from '@lockstep/proving-ground/faults';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import type { Scope } from '@lockstep/proving-ground/scope';
import { type EdgeFunctionSeed, startEdgeFunctions, startSupabase } from '@lockstep/proving-ground/supabase';
import {
  checkFunctions,
  createAsk,
  createSupabaseClient,
  folderOf,
  gitIn,
  readFunctionRequests,
} from '@lockstep/supabase';
import { compatibility } from '../../src/compare/compatibility.ts';
import {
  checkData,
  checkRequirements,
  checkRowSecurity,
  checkWebhook,
  createClient,
  readContract,
  readDataRules,
  readRequirements,
  readWebhooks,
} from '../../src/index.ts';
import { type ContractRules, runChecks } from '../../src/run-checks.ts';
import { findUses } from '../../src/uses/find-uses.ts';
import { judgeUses, missingOf } from '../../src/uses/judge-uses.ts';
import { relationsOf } from '../../src/uses/relations.ts';
import { traceGone } from '../../src/uses/trace-gone.ts';
import { EXAMPLES, filesOf, IDENTITIES } from '../check.ts';
import { CLINIC } from '../clinic.ts';
import { type ClinicFaults, startClinic, WEBHOOK_SECRET } from './express-clinic.ts';

/** One change to a world in which every check passes. */
export interface Mutation extends ClinicFaults {
  /** Of the contract of this release; that of the live one stays. */
  readonly contract?: (text: string) => string;
  readonly source?: (text: string) => string;
  /** A migration, and what undoes it for the next row. */
  readonly sql?: readonly [up: string, down: string];
  readonly functions?: (seeds: EdgeFunctionSeed[]) => void;
  readonly rules?: Partial<ContractRules>;
}

export interface MutationWorld {
  /** All checks of all families, on the world with one change. */
  readonly look: (mutation: Mutation) => Promise<readonly Check[]>;
}

const DATABASE = 'contract_mutations';
const REF = 'abcdefghijklmnopqrst';
const COMMIT = '2026-11-20T12:00:00Z';
const KEY = 'anon-key-of-the-clinic';
const ROUTES = ['/v1/health', '/v1/patients', '/v1/patients/{id}', '/v1/admin/users'];
const SOURCE = `import { createClient } from '@supabase/supabase-js';
const db = createClient(url, key);
export const list = () => db.from('patients').select('id, name, clinic:clinics(city)').eq('active', true);
export const find = (term) => db.rpc('find_patients', { term });
`;
const SCHEMA = `
  create table public.clinics (id int primary key, city text not null);
  create table public.patients (id int primary key, name text, active boolean default true, clinic_id int constraint at_clinic references public.clinics);
  create table public.audit (id int primary key, at timestamptz not null);
  create function public.find_patients(term text) returns setof public.patients language sql stable as 'select * from public.patients where name = term';
  insert into public.clinics values (1, 'Bern');
  insert into public.patients values (1, 'Ann', true, 1);
  insert into public.audit values (1, now() - interval '9 years'), (2, now());
  alter table public.clinics enable row level security;
  alter table public.patients enable row level security;
  alter table public.audit enable row level security;
  grant usage on schema public to anon, authenticated;
  grant select on public.patients, public.clinics to authenticated;`;
const RULES = [
  {
    name: 'no-orphans',
    query:
      'select count(*) from public.patients p where not exists (select from public.clinics c where c.id = p.clinic_id)',
    expect: '= 0',
  },
  {
    name: 'retention',
    query: `select count(*) filter (where at < now() - interval '10 years') as too_old,
      count(*) filter (where at >= now() - interval '10 years') as kept from public.audit`,
    expect: { too_old: '= 0', kept: '>= 2' },
  },
  { name: 'required-clinic', query: 'select count(*) from public.clinics', expect: '>= 1' },
];

export async function mutationWorld(scope: Scope): Promise<MutationWorld> {
  const postgres = await borrowPostgres(scope, { seed: supabaseRoles });
  const url = await postgres.createDatabase(DATABASE);
  await postgres.query(SCHEMA, [], DATABASE);
  const root = repository(scope);
  return {
    look: async (mutation) => {
      const clinic = await startClinic(mutation);
      try {
        return [
          ...(await http(clinic.origin, mutation)),
          ...(await others(clinic.origin)),
          ...(await functions(root, mutation)),
          ...(await database({ postgres, url }, mutation)),
        ];
      } finally {
        await clinic.close();
      }
    },
  };
}

const { signal } = new AbortController();
const send = createClient({ timeoutMs: 20_000, clock: systemClock, signal, always: {}, fetch });

async function http(origin: string, { contract: change = (text) => text, rules = {} }: Mutation) {
  const read = (text: string) => readContract('api.yaml', 'auto', filesOf({ 'api.yaml': text }));
  const [live, own] = [await read(CLINIC), await read(change(CLINIC))];
  const clock = { now: Date.now, sleep: async () => {} };
  const { checks } = await runChecks(
    own,
    {
      ...{ baseUrl: new URL(origin), identities: IDENTITIES, examples: EXAMPLES, methods: 'safe', protectedBy: [] },
      ...{
        skip: [],
        undocumented: 'fail',
        coverageMinimum: 1,
        latencyBudgetMs: undefined,
        contact: '',
        routes: ROUTES,
      },
      ...rules,
    },
    { send, clock, signal },
  );
  return [...checks, ...compatibility(live, own)];
}

async function others(origin: string): Promise<readonly Check[]> {
  const event = { object: 'event', type: 'payment_intent.succeeded', data: { object: {} } };
  const { webhooks } = readWebhooks(
    [{ url: `${origin}/stripe`, event, 'effect-url': `${origin}/effects` }],
    'webhooks',
  );
  const needed = { backend: '>=2.4', schema: '>=20260105' };
  const { requirements } = readRequirements(needed, 'requires');
  const checks = [
    ...(await checkRequirements(requirements, { healthUrl: new URL('/health', origin), send, contact: '' })),
  ];
  for (const webhook of webhooks) {
    const tools = { send, nowMs: Date.now, secret: new Secret(WEBHOOK_SECRET), disposable: true };
    checks.push(...(await checkWebhook(webhook, tools)).checks);
  }
  return checks;
}

function repository(scope: Scope): string {
  const root = scope.folder('lockstep-mutations-');
  const file = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  file('supabase/config.toml', '[functions.stripe]\nverify_jwt = false\n');
  file('supabase/functions/mail/index.ts', '');
  file('supabase/functions/stripe/index.ts', '');
  const env = { ...process.env, GIT_AUTHOR_DATE: COMMIT, GIT_COMMITTER_DATE: COMMIT, GIT_CONFIG_GLOBAL: '/dev/null' };
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'all'],
  ])
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: root, env });
  return root;
}

async function functions(root: string, { functions: change }: Mutation): Promise<readonly Check[]> {
  const faults = new Faults();
  const updated_at = Date.parse(COMMIT) + 1;
  const seeds: EdgeFunctionSeed[] = [
    { slug: 'mail', status: 'ACTIVE', version: 1, verify_jwt: true, updated_at },
    { slug: 'stripe', status: 'ACTIVE', version: 1, verify_jwt: false, updated_at },
  ];
  change?.(seeds);
  const supabase = await startSupabase({ faults });
  const gateway = await startEdgeFunctions(supabase.project(REF, { functions: seeds }), { faults, key: KEY });
  const { requests } = readFunctionRequests({ '*': { ask: 'GET' } }, 'functions');
  try {
    const api = createSupabaseClient({
      ...{ token: new Secret(supabase.token()), apiUrl: new URL(supabase.url), clock: systemClock, log: silent },
      ...{ signal, fetch, requestTimeoutMs: 20_000 },
    });
    const { checks } = await checkFunctions(
      {
        ...{ ref: REF, directory: 'supabase/functions', undocumented: 'fail' },
        requests: requests ?? { all: undefined, named: new Map() },
      },
      {
        ...{ api, folder: folderOf(root), git: gitIn(root, signal), key: new Secret(KEY) },
        ask: createAsk({ timeoutMs: 20_000, clock: systemClock, signal, fetch }),
        functionsUrl: new URL(`${gateway.url}/functions/v1`),
      },
    );
    return checks;
  } finally {
    await Promise.all([supabase.close(), gateway.close()]);
  }
}

async function database(
  { postgres, url }: { readonly postgres: Postgres; readonly url: string },
  { source = (text) => text, sql }: Mutation,
): Promise<readonly Check[]> {
  const tools = { log: silent, signal };
  const schema = () => relationsOf(readDatabaseUrl(url), tools);
  const before = await schema();
  if (sql !== undefined) await postgres.query(sql[0], [], DATABASE);
  try {
    const after = await schema();
    const uses = findUses({ file: 'app/page.ts', text: source(SOURCE) }, 'public');
    const trace = traceGone(uses, missingOf(uses, after));
    trace.look('20260101000000_first.sql', before);
    trace.look('20260201000000_rename.sql', after);
    return [
      ...judgeUses(uses, after, { missing: 'fail', goneWith: trace.goneWith }),
      ...(await checkData(url, readDataRules({ checks: RULES }, 'data').rules, { ...tools, timeoutMs: 10_000 })),
      ...(await checkRowSecurity(url, ['public'], tools)).checks,
    ];
  } finally {
    if (sql !== undefined) await postgres.query(sql[1], [], DATABASE);
  }
}
