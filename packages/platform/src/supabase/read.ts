import { at, textAt } from '@lockstep/base';
import {
  type EdgeFunction,
  listFunctions,
  readHealth,
  readPitrDays,
  readProject,
  readProviderBackups,
  type ServiceName,
  type SupabaseApi,
} from '@lockstep/supabase';
import { openGate } from '../facts/gate.ts';
import { type Part, readPart, readValue } from '../facts/part.ts';
import { flagOf, itemsOf, maybeItems, maybeNumber, maybeText, textOf, UnexpectedAnswer } from '../facts/pick.ts';
import { AUTH_MEMBERS } from './auth-members.ts';
import type {
  AdvisorFacts,
  AuthFacts,
  BackupFacts,
  DataApiFacts,
  FunctionFacts,
  NetworkFacts,
  SupabaseFacts,
  SupabaseProjectFacts,
} from './facts.ts';

/** The permissions of a scoped access token, as Supabase's description of its API names them. */
export const SUPABASE_SCOPES = {
  project: 'project_admin_read',
  ssl: 'database_ssl_config_read',
  network: 'database_network_restrictions_read',
  auth: 'auth_config_read',
  keys: 'api_gateway_keys_read',
  functions: 'edge_functions_read',
  backups: 'backups_read',
  addons: 'infra_add_ons_read',
  advisors: 'advisors_read',
  dataApi: 'data_api_config_read',
  organization: 'organization_admin_read',
  members: 'members_read',
  buckets: 'storage_read',
} as const;

const SERVICES: readonly ServiceName[] = ['auth', 'db', 'pooler', 'realtime', 'rest', 'storage'];

/** Reads all of it: a constant number of requests, whatever is in the project. */
export async function readSupabase(api: SupabaseApi, ref: string): Promise<SupabaseFacts> {
  const gate = openGate(4);
  const part = <T>(what: string, scope: string, work: () => Promise<T>, plan?: string): Promise<Part<T>> =>
    gate(() => readPart({ what, scope: `the permission ${scope}`, plan }, work));
  let organization = '';
  const project = await part('the project', SUPABASE_SCOPES.project, async (): Promise<SupabaseProjectFacts> => {
    organization = textAt(await api.read('v1-get-project', ref), 'organization_slug') ?? '';
    const { condition, name, postgresMajor, region, status } = await readProject(api, ref);
    return { ref, name, region, status, running: condition === 'running', postgresMajor };
  });
  const plan =
    organization === ''
      ? undefined
      : readValue(
          await part('the organization', SUPABASE_SCOPES.organization, async () =>
            textAt(await api.read('v1-get-an-organization', ref, { slug: organization }), 'plan'),
          ),
        );
  // A token that is not accepted, or a project that is not there, is the same for all that is asked. One permission of a
  // scoped token says nothing of the others.
  const isRefused = project.kind === 'withheld' && (project.status === 401 || project.status === 404);
  const ofPlan = <T>(what: string, scope: string, work: () => Promise<T>): Promise<Part<T>> =>
    isRefused ? Promise.resolve(project) : part(what, scope, work, plan);
  const [health, ssl, network, auth, keys, functions, backups, pitrDays, advisors, dataApi, members, buckets] =
    await Promise.all([
      ofPlan('the health of the services', SUPABASE_SCOPES.project, async () =>
        Object.fromEntries((await readHealth(api, ref, SERVICES)).map(({ health: is, name }) => [name, is])),
      ),
      ofPlan('the enforcement of TLS', SUPABASE_SCOPES.ssl, async () => {
        const answer = await api.read('v1-get-ssl-enforcement-config', ref);
        return {
          enforced: flagOf(answer, 'currentConfig', 'database') && flagOf(answer, 'appliedSuccessfully'),
        };
      }),
      ofPlan('the network restrictions', SUPABASE_SCOPES.network, async () =>
        networkOf(await api.read('v1-get-network-restrictions', ref)),
      ),
      ofPlan('the authentication settings', SUPABASE_SCOPES.auth, async () =>
        authOf(await api.read('v1-get-auth-service-config', ref)),
      ),
      ofPlan('whether old API keys are on', SUPABASE_SCOPES.keys, async () => ({
        legacyEnabled: flagOf(await api.read('v1-get-project-legacy-api-keys', ref), 'enabled'),
      })),
      ofPlan('the Edge Functions', SUPABASE_SCOPES.functions, async () =>
        (await listFunctions(api, ref)).map(functionOf),
      ),
      ofPlan('the backups', SUPABASE_SCOPES.backups, async (): Promise<BackupFacts> => {
        const { backups: stored, pitrEnabled, window } = await readProviderBackups(api, ref);
        return {
          pitrEnabled,
          newestAtMs: stored.find(({ state }) => state === 'stored')?.atMs,
          windowFromMs: window?.fromMs,
          windowToMs: window?.toMs,
        };
      }),
      ofPlan('the add-ons', SUPABASE_SCOPES.addons, async () => (await readPitrDays(api, ref)) ?? 0),
      ofPlan('the advisors', SUPABASE_SCOPES.advisors, async () =>
        itemsOf(await api.read('v1-get-security-advisors', ref, {}), 'lints').map(advisorOf),
      ),
      ofPlan('the settings of the Data API', SUPABASE_SCOPES.dataApi, async () =>
        dataApiOf(await api.read('v1-get-postgrest-service-config', ref)),
      ),
      project.kind === 'withheld'
        ? project
        : ofPlan('the members of the organization', SUPABASE_SCOPES.members, async () =>
            itemsOf(await api.read('v1-list-organization-members', ref, { slug: needed(organization) })).map(memberOf),
          ),
      ofPlan('the storage buckets', SUPABASE_SCOPES.buckets, async () =>
        itemsOf(await api.read('v1-list-all-buckets', ref)).map((one) => ({
          name: textOf(one, 'name'),
          public: flagOf(one, 'public'),
        })),
      ),
    ]);
  return {
    plan,
    project,
    health,
    ssl,
    network,
    auth,
    keys,
    functions,
    backups,
    pitrDays,
    advisors,
    dataApi,
    members,
    buckets,
  };
}

/** The name of the organization, which the project says. */
function needed(organization: string): string {
  if (organization === '') throw new UnexpectedAnswer('organization_slug');
  return organization;
}

/** Without any range nothing is restricted: everyone may connect, which Supabase writes as these two. */
const EVERYONE = ['0.0.0.0/0', '::/0'];

function networkOf(answer: unknown): NetworkFacts {
  const ranges = ['dbAllowedCidrs', 'dbAllowedCidrsV6'].flatMap((name) =>
    maybeItems(answer, 'config', name).map((one) => textOf(one)),
  );
  const applied = textOf(answer, 'status') === 'applied';
  return { allowed: ranges.length === 0 ? EVERYONE : [...ranges].sort(), applied };
}

/** Only the members on the list leave this function: among the others are keys and passwords. */
function authOf(answer: unknown): AuthFacts {
  const pairs = AUTH_MEMBERS.flatMap((name) => {
    const value = at(answer, name);
    const plain =
      typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' || value === null;
    return plain ? [[name, value] as const] : [];
  });
  const smtp = maybeText(answer, 'smtp_host') !== undefined;
  return { ...Object.fromEntries(pairs), custom_smtp: smtp };
}

function functionOf({ name, status, updatedAtMs, verifyJwt, version }: EdgeFunction): FunctionFacts {
  return { slug: name, status, verifyJwt, version, updatedAtMs };
}

function advisorOf(answer: unknown): AdvisorFacts {
  const [schema, name] = [textAt(answer, 'metadata', 'schema'), textAt(answer, 'metadata', 'name')];
  return {
    name: textOf(answer, 'name'),
    level: textOf(answer, 'level'),
    entity: [schema, name].filter((one) => one !== undefined).join('.'),
  };
}

function dataApiOf(answer: unknown): DataApiFacts {
  const schemas = at(answer, 'db_schema') === '' ? '' : textOf(answer, 'db_schema');
  return {
    schemas: schemas
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    maxRows: maybeNumber(answer, 'max_rows'),
  };
}

function memberOf(answer: unknown) {
  return {
    name: textOf(answer, 'user_name'),
    role: textOf(answer, 'role_name'),
    secondFactor: flagOf(answer, 'mfa_enabled'),
  };
}
