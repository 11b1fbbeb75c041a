import { newSettings, type SupabaseSettings } from './settings.ts';

export interface ProviderBackupSeed {
  id: number;
  is_physical_backup: boolean;
  status: string;
  /** ISO 8601 without a zone, as the API writes it. */
  inserted_at: string;
}

export interface RestorePointSeed {
  name: string;
  status: string;
  completed_on: string | null;
}

/** How a project makes restore points. */
export interface RestorePointing {
  /** Whether its plan has them. How supabase.com answers where not is not described: here with 404. */
  offered: boolean;
  /** What becomes of a new one, after it was read so many times as PENDING. */
  becomes: 'AVAILABLE' | 'FAILED' | 'REMOVED' | 'PENDING';
  pendingReads: number;
  /** Answered as made, and found by no one. */
  lost: boolean;
}

/** A deployed Edge Function: what the Management API says of it, and what its address answers. */
export interface EdgeFunctionSeed {
  readonly slug: string;
  status: string;
  version: number;
  verify_jwt?: boolean;
  /** Milliseconds since the epoch. */
  updated_at: number;
  ezbr_sha256?: string;
  /** What it answers to a method; by default 200 to OPTIONS and GET, and 405 to others. `crash`: it does not start. */
  answers?: Readonly<Record<string, number>> | 'crash';
}

/** A project, with what each call of it answers. A new one has no backup, though its WAL is archived, as a real one. */
export interface SupabaseProjectSeed {
  readonly ref: string;
  name: string;
  region: string;
  status: string;
  database: { host: string; version: string; postgres_engine: string; release_channel: string };
  backups: ProviderBackupSeed[];
  pitrEnabled: boolean;
  walgEnabled: boolean;
  /** Seconds since the epoch. */
  physicalBackupData: { earliest_physical_backup_date_unix?: number; latest_physical_backup_date_unix?: number };
  /** `04:00:00`; undefined where the plan has none, which is answered with 402. */
  schedule: string | undefined;
  /** `pitr_7`; undefined where it is not paid for. */
  pitrAddon: 'pitr_7' | 'pitr_14' | 'pitr_28' | undefined;
  /** By the name of a service; what is not there is healthy. */
  health: Record<string, { status: string; error?: string }>;
  restorePoints: RestorePointSeed[];
  restorePointing: RestorePointing;
  functions: EdgeFunctionSeed[];
  readonly settings: SupabaseSettings;
}

export type ProjectOptions = Partial<Omit<SupabaseProjectSeed, 'ref' | 'settings'>>;

export function newProject(ref: string, options: ProjectOptions): SupabaseProjectSeed {
  return {
    ref,
    name: 'shop',
    region: 'eu-central-1',
    status: 'ACTIVE_HEALTHY',
    database: {
      host: `db.${ref}.supabase.co`,
      version: '17.6.1.111',
      postgres_engine: '17',
      release_channel: 'ga',
    },
    backups: [],
    pitrEnabled: false,
    walgEnabled: true,
    physicalBackupData: {},
    schedule: undefined,
    pitrAddon: undefined,
    health: {},
    restorePoints: [],
    restorePointing: { offered: true, becomes: 'AVAILABLE', pendingReads: 0, lost: false },
    functions: [],
    settings: newSettings(),
    ...options,
  };
}
