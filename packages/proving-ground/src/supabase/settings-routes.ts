import type { Reply } from '../http/http-service.ts';
import type { Call } from './call.ts';

const ok = (body: unknown): Reply => ({ status: 200, body });

/** By the ids of Supabase's description. */
export const settingsRoutes: Readonly<Record<string, (call: Call) => Reply>> = {
  'v1-get-an-organization': ({ project: { settings } }) =>
    ok({
      id: 'proving-ground',
      name: 'Proving Ground',
      plan: settings.plan,
      opt_in_tags: [],
      allowed_release_channels: ['ga'],
    }),
  'v1-list-organization-members': ({ project: { settings } }) =>
    ok(
      settings.members.map((member, at) => ({
        user_id: `user-${at}`,
        email: `${member.user_name}@example.com`,
        ...member,
      })),
    ),

  'v1-get-auth-service-config': ({ project: { settings } }) => ok(settings.auth),
  'v1-update-auth-service-config': ({ body, project: { settings } }) => {
    Object.assign(settings.auth, body);
    return ok(settings.auth);
  },

  'v1-get-ssl-enforcement-config': ({ project }) => ok(sslShape(project.settings.sslEnforced)),
  'v1-update-ssl-enforcement-config': ({ body, project: { settings } }) => {
    settings.sslEnforced = (body['requestedConfig'] as { readonly database: boolean }).database;
    return ok(sslShape(settings.sslEnforced));
  },

  'v1-get-network-restrictions': ({ project }) => ok(networkShape(project.settings)),
  'v1-update-network-restrictions': ({ body, project: { settings } }) => {
    settings.allowedCidrs = [...rangesOf(body['dbAllowedCidrs']), ...rangesOf(body['dbAllowedCidrsV6'])];
    settings.restrictionsApplied = true;
    return { status: 201, body: networkShape(settings) };
  },

  'v1-get-project-legacy-api-keys': ({ project: { settings } }) => ok({ enabled: settings.legacyKeys }),
  'v1-update-project-legacy-api-keys': ({ project: { settings }, query }) => {
    settings.legacyKeys = query.get('enabled') === 'true';
    return ok({ enabled: settings.legacyKeys });
  },

  'v1-get-postgrest-service-config': ({ project: { settings } }) => ok(settings.postgrest),
  'v1-update-postgrest-service-config': ({ body, project: { settings } }) => {
    Object.assign(settings.postgrest, body);
    return ok(settings.postgrest);
  },

  'v1-get-security-advisors': ({ project: { settings } }) =>
    ok({
      lints: settings.lints.map(({ entity, level, name, schema }) => ({
        name,
        title: name,
        level,
        facing: 'EXTERNAL',
        categories: ['SECURITY'],
        description: '',
        detail: '',
        remediation: `https://supabase.com/docs/guides/database/database-linter?lint=${name}`,
        metadata: { schema, name: entity, type: 'table' },
        cache_key: `${name}_${schema}_${entity}`,
      })),
    }),

  'v1-list-all-buckets': ({ project: { settings } }) =>
    ok(
      settings.buckets.map((one) => ({
        id: one.name,
        owner: '',
        created_at: '2026-01-01T00:00:00Z',
        updated_at: '2026-01-01T00:00:00Z',
        ...one,
      })),
    ),
};

function sslShape(database: boolean): object {
  return { currentConfig: { database }, appliedSuccessfully: true };
}

function networkShape({ allowedCidrs, restrictionsApplied }: Call['project']['settings']): object {
  const six = allowedCidrs.filter((one) => one.includes(':'));
  return {
    entitlement: 'allowed',
    config: { dbAllowedCidrs: allowedCidrs.filter((one) => !one.includes(':')), dbAllowedCidrsV6: six },
    status: restrictionsApplied ? 'applied' : 'stored',
  };
}

function rangesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
