import type { SupabaseApi } from './client.ts';
import type { Operations } from './openapi.generated.ts';
import { listOf, needed, textOf } from './unsure.ts';

/** `running`: it can be asked; `stopped`: paused, or on its way there; `changing`: it will be back; `broken`: not by itself. */
export type ProjectCondition = 'running' | 'stopped' | 'changing' | 'broken' | 'not-known';

export interface SupabaseProject {
  readonly ref: string;
  readonly name: string;
  readonly region: string;
  /** Supabase's own word, `ACTIVE_HEALTHY`. */
  readonly status: string;
  readonly condition: ProjectCondition;
  /** `17.6.1.111` */
  readonly databaseVersion: string;
  /** `db.REF.supabase.co`; `''` where the answer has none. */
  readonly databaseHost: string;
  /** `17` */
  readonly postgresMajor: string;
}

type Status = Operations['v1-get-project']['answer']['status'];

const CONDITIONS: Readonly<Record<Status, ProjectCondition>> = {
  ACTIVE_HEALTHY: 'running',
  ACTIVE_UNHEALTHY: 'running',
  INACTIVE: 'stopped',
  PAUSING: 'stopped',
  GOING_DOWN: 'stopped',
  REMOVED: 'stopped',
  COMING_UP: 'changing',
  RESTORING: 'changing',
  UPGRADING: 'changing',
  RESTARTING: 'changing',
  RESIZING: 'changing',
  INIT_FAILED: 'broken',
  RESTORE_FAILED: 'broken',
  PAUSE_FAILED: 'broken',
  UNKNOWN: 'not-known',
};

/** What the project is and whether it runs. Permission `project_admin_read`. */
export async function readProject(api: SupabaseApi, ref: string): Promise<SupabaseProject> {
  const answer = await api.read('v1-get-project', ref);
  const status = needed(textOf(answer?.status), 'status', 'the project');
  const conditions: Readonly<Record<string, ProjectCondition | undefined>> = CONDITIONS;
  return {
    ref: needed(textOf(answer?.ref), 'ref', 'the project'),
    name: textOf(answer?.name) ?? '',
    region: needed(textOf(answer?.region), 'region', 'the project'),
    status,
    condition: conditions[status] ?? 'not-known',
    databaseVersion: textOf(answer?.database?.version) ?? '',
    databaseHost: textOf(answer?.database?.host) ?? '',
    postgresMajor: textOf(answer?.database?.postgres_engine) ?? '',
  };
}

export type ServiceName = Operations['v1-get-services-health']['query']['services'][number];

export interface ServiceHealth {
  readonly name: string;
  /** `not-known`: a word that this version does not know, or no answer for this service. */
  readonly health: 'healthy' | 'unhealthy' | 'coming-up' | 'not-known';
  /** What Supabase says is wrong; `''` where it says nothing. */
  readonly error: string;
}

/** The health of each of these services, in their order. Permission `project_admin_read`. */
export async function readHealth(
  api: SupabaseApi,
  ref: string,
  services: readonly ServiceName[],
): Promise<readonly ServiceHealth[]> {
  const answer = needed(listOf(await api.read('v1-get-services-health', ref, { services })), '[]', 'the health');
  return services.map((name) => {
    const found = answer.find((one) => one?.name === name);
    return { name, health: healthOf(found?.status), error: textOf(found?.error) ?? '' };
  });
}

function healthOf(status: string | undefined): ServiceHealth['health'] {
  switch (status) {
    case 'ACTIVE_HEALTHY':
      return 'healthy';
    case 'UNHEALTHY':
      return 'unhealthy';
    case 'COMING_UP':
      return 'coming-up';
    default:
      return 'not-known';
  }
}
