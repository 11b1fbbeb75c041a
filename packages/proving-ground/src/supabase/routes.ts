import type { Reply } from '../http/http-service.ts';
import type { Call } from './call.ts';
import type { EdgeFunctionSeed } from './project.ts';
import { restorePointRoutes } from './restore-point-routes.ts';
import { settingsRoutes } from './settings-routes.ts';

const ok = (body: unknown): Reply => ({ status: 200, body });

/** By the ids of Supabase's description. */
export const routes: Readonly<Record<string, (call: Call) => Reply>> = {
  ...settingsRoutes,

  'v1-get-project': ({ project: { database, name, ref, region, status } }) =>
    ok({
      id: ref,
      ref,
      organization_id: 'proving-ground',
      organization_slug: 'proving-ground',
      name,
      region,
      created_at: '2026-01-01T00:00:00Z',
      status,
      database,
    }),

  'v1-get-services-health': ({ project, query }) =>
    ok(
      query.getAll('services').map((name) => {
        const { error, status } = project.health[name] ?? { status: 'ACTIVE_HEALTHY' };
        return { name, healthy: status === 'ACTIVE_HEALTHY', status, ...(error === undefined ? {} : { error }) };
      }),
    ),

  'v1-list-all-backups': ({ project }) =>
    ok({
      region: project.region,
      pitr_enabled: project.pitrEnabled,
      walg_enabled: project.walgEnabled,
      backups: project.backups,
      physical_backup_data: project.physicalBackupData,
    }),

  'v1-get-backup-schedule': ({ project: { schedule } }) =>
    schedule === undefined
      ? { status: 402, body: { message: 'Backup schedules are not available on this plan' } }
      : ok({ schedule_for: schedule, updated_at: '2026-05-04T14:40:44+00:00' }),

  'v1-list-all-functions': ({ project }) => ok(project.functions.map(functionAnswer)),

  'v1-get-a-function': ({ params, project }) => {
    const found = project.functions.find(({ slug }) => slug === params['function_slug']);
    return found === undefined ? { status: 404, body: { message: 'Function not found' } } : ok(functionAnswer(found));
  },

  'v1-list-project-addons': ({ project: { pitrAddon } }) =>
    ok({ selected_addons: pitrAddon === undefined ? [] : [addon(pitrAddon)], available_addons: [] }),

  ...restorePointRoutes,
};

function functionAnswer({ answers: _, slug, ...rest }: EdgeFunctionSeed): object {
  return {
    id: `00000000-0000-4000-8000-${Buffer.from(slug).toString('hex').padEnd(12, '0').slice(0, 12)}`,
    slug,
    name: slug,
    created_at: 1_767_225_600_000,
    import_map: false,
    entrypoint_path: `file:///tmp/user_fn/source/supabase/functions/${slug}/index.ts`,
    ...rest,
  };
}

function addon(id: string): object {
  const price = { description: '$100/month', type: 'fixed', interval: 'monthly', amount: 100 };
  return { type: 'pitr', variant: { id, name: id, price } };
}
