// Written by scripts/docs.mjs from packages/proving-ground/src/supabase/openapi-cut.json.

export const PATHS = {
  'v1-create-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
  'v1-get-a-function': '/v1/projects/{ref}/functions/{function_slug}',
  'v1-get-an-organization': '/v1/organizations/{slug}',
  'v1-get-auth-service-config': '/v1/projects/{ref}/config/auth',
  'v1-get-backup-schedule': '/v1/projects/{ref}/database/backups/schedule',
  'v1-get-network-restrictions': '/v1/projects/{ref}/network-restrictions',
  'v1-get-postgrest-service-config': '/v1/projects/{ref}/postgrest',
  'v1-get-project': '/v1/projects/{ref}',
  'v1-get-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
  'v1-get-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
  'v1-get-security-advisors': '/v1/projects/{ref}/advisors/security',
  'v1-get-services-health': '/v1/projects/{ref}/health',
  'v1-get-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
  'v1-list-all-backups': '/v1/projects/{ref}/database/backups',
  'v1-list-all-buckets': '/v1/projects/{ref}/storage/buckets',
  'v1-list-all-functions': '/v1/projects/{ref}/functions',
  'v1-list-organization-members': '/v1/organizations/{slug}/members',
  'v1-list-project-addons': '/v1/projects/{ref}/billing/addons',
} as const;

export interface Operations {
  readonly 'v1-create-restore-point': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: V1RestorePointPostBody;
    readonly answer: V1RestorePointResponse;
  };
  readonly 'v1-get-a-function': {
    readonly query: { readonly function_slug: string };
    readonly body: undefined;
    readonly answer: FunctionSlugResponse;
  };
  readonly 'v1-get-an-organization': {
    readonly query: { readonly slug: string };
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-auth-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-backup-schedule': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1BackupScheduleResponse;
  };
  readonly 'v1-get-network-restrictions': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-postgrest-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-project': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1ProjectWithDatabaseResponse;
  };
  readonly 'v1-get-project-legacy-api-keys': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-restore-point': {
    readonly query: { readonly name?: string };
    readonly body: undefined;
    readonly answer: V1RestorePointResponse;
  };
  readonly 'v1-get-security-advisors': {
    readonly query: { readonly lint_type?: 'sql' };
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-get-services-health': {
    readonly query: { readonly services: readonly ('auth' | 'db' | 'db_postgres_user' | 'pooler' | 'realtime' | 'rest' | 'storage' | 'pg_bouncer')[]; readonly timeout_ms?: number };
    readonly body: undefined;
    readonly answer: readonly V1ServiceHealthResponse[];
  };
  readonly 'v1-get-ssl-enforcement-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-list-all-backups': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1BackupsResponse;
  };
  readonly 'v1-list-all-buckets': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-list-all-functions': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: readonly FunctionResponse[];
  };
  readonly 'v1-list-organization-members': {
    readonly query: { readonly slug: string };
    readonly body: undefined;
    readonly answer: unknown;
  };
  readonly 'v1-list-project-addons': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: ListProjectAddonsResponse;
  };
}

export interface FunctionResponse {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'REMOVED' | 'THROTTLED';
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly verify_jwt?: boolean;
  readonly import_map?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
}

export interface FunctionSlugResponse {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'REMOVED' | 'THROTTLED';
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly verify_jwt?: boolean;
  readonly import_map?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
}

export interface ListProjectAddonsResponse {
  readonly selected_addons: readonly {
    readonly type: 'custom_domain' | 'compute_instance' | 'pitr' | 'ipv4' | 'auth_mfa_phone' | 'auth_mfa_web_authn' | 'log_drain';
    readonly variant: {
      readonly id: 'ci_micro' | 'ci_small' | 'ci_medium' | 'ci_large' | 'ci_xlarge' | 'ci_2xlarge' | 'ci_4xlarge' | 'ci_8xlarge' | 'ci_12xlarge' | 'ci_16xlarge' | 'ci_24xlarge' | 'ci_24xlarge_optimized_cpu' | 'ci_24xlarge_optimized_memory' | 'ci_24xlarge_high_memory' | 'ci_48xlarge' | 'ci_48xlarge_optimized_cpu' | 'ci_48xlarge_optimized_memory' | 'ci_48xlarge_high_memory' | 'cd_default' | 'pitr_7' | 'pitr_14' | 'pitr_28' | 'ipv4_default' | 'auth_mfa_phone_default' | 'auth_mfa_web_authn_default' | 'log_drain_default';
      readonly name: string;
      readonly price: {
        readonly description: string;
        readonly type: 'fixed' | 'usage';
        readonly interval: 'monthly' | 'hourly';
        readonly amount: number;
      };
      readonly meta?: unknown;
    };
  }[];
  readonly available_addons: readonly {
    readonly type: 'custom_domain' | 'compute_instance' | 'pitr' | 'ipv4' | 'auth_mfa_phone' | 'auth_mfa_web_authn' | 'log_drain';
    readonly name: string;
    readonly variants: readonly {
      readonly id: 'ci_micro' | 'ci_small' | 'ci_medium' | 'ci_large' | 'ci_xlarge' | 'ci_2xlarge' | 'ci_4xlarge' | 'ci_8xlarge' | 'ci_12xlarge' | 'ci_16xlarge' | 'ci_24xlarge' | 'ci_24xlarge_optimized_cpu' | 'ci_24xlarge_optimized_memory' | 'ci_24xlarge_high_memory' | 'ci_48xlarge' | 'ci_48xlarge_optimized_cpu' | 'ci_48xlarge_optimized_memory' | 'ci_48xlarge_high_memory' | 'cd_default' | 'pitr_7' | 'pitr_14' | 'pitr_28' | 'ipv4_default' | 'auth_mfa_phone_default' | 'auth_mfa_web_authn_default' | 'log_drain_default';
      readonly name: string;
      readonly price: {
        readonly description: string;
        readonly type: 'fixed' | 'usage';
        readonly interval: 'monthly' | 'hourly';
        readonly amount: number;
      };
      readonly meta?: unknown;
    }[];
  }[];
}

export interface V1BackupScheduleResponse {
  readonly schedule_for: string;
  readonly updated_at: string;
}

export interface V1BackupsResponse {
  readonly region: string;
  readonly walg_enabled: boolean;
  readonly pitr_enabled: boolean;
  readonly backups: readonly {
    readonly id: number;
    readonly is_physical_backup: boolean;
    readonly status: 'COMPLETED' | 'FAILED' | 'PENDING' | 'REMOVED' | 'ARCHIVED' | 'CANCELLED';
    readonly inserted_at: string;
  }[];
  readonly physical_backup_data: {
    readonly earliest_physical_backup_date_unix?: number;
    readonly latest_physical_backup_date_unix?: number;
  };
}

export interface V1ProjectWithDatabaseResponse {
  readonly id: string;
  readonly ref: string;
  readonly organization_id: string;
  readonly organization_slug: string;
  readonly name: string;
  readonly region: string;
  readonly created_at: string;
  readonly status: 'INACTIVE' | 'ACTIVE_HEALTHY' | 'ACTIVE_UNHEALTHY' | 'COMING_UP' | 'UNKNOWN' | 'GOING_DOWN' | 'INIT_FAILED' | 'REMOVED' | 'RESTORING' | 'UPGRADING' | 'PAUSING' | 'RESTORE_FAILED' | 'RESTARTING' | 'PAUSE_FAILED' | 'RESIZING';
  readonly database: {
    readonly host: string;
    readonly version: string;
    readonly postgres_engine: string;
    readonly release_channel: string;
  };
}

export interface V1RestorePointPostBody {
  readonly name: string;
}

export interface V1RestorePointResponse {
  readonly name: string;
  readonly status: 'AVAILABLE' | 'PENDING' | 'REMOVED' | 'FAILED';
  readonly completed_on: string | null;
}

export interface V1ServiceHealthResponse {
  readonly name: 'auth' | 'db' | 'db_postgres_user' | 'pooler' | 'realtime' | 'rest' | 'storage' | 'pg_bouncer';
  readonly healthy: boolean;
  readonly status: 'COMING_UP' | 'ACTIVE_HEALTHY' | 'UNHEALTHY';
  readonly info?: {
    readonly name: 'GoTrue';
    readonly version: string;
    readonly description: string;
  } | {
    readonly healthy: boolean;
    readonly db_connected: boolean;
    readonly replication_connected: boolean;
    readonly connected_cluster: number;
  } | {
    readonly db_schema: string;
  };
  readonly error?: string;
}
