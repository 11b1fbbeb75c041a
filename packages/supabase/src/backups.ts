import { RemoteError } from '@lockstep/base';
import type { SupabaseApi } from './client.ts';
import { booleanOf, listOf, needed, numberOf, textOf, timeOf } from './unsure.ts';

export interface ProviderBackup {
  readonly id: number;
  /** `stored`: it can be restored; `failed`; `running`; `gone`: deleted or moved away; `not-known`: a word added since. */
  readonly state: 'stored' | 'failed' | 'running' | 'gone' | 'not-known';
  /** Physical backups cannot be downloaded. */
  readonly isPhysical: boolean;
  /** When it was made, in milliseconds since the epoch. */
  readonly atMs: number;
}

export interface ProviderBackups {
  readonly region: string;
  /** Newest first. */
  readonly backups: readonly ProviderBackup[];
  /** Point-in-time recovery: whether it is switched on. It says nothing of what can be restored. */
  readonly pitrEnabled: boolean;
  /** Whether WAL is archived. It says nothing of whether there is a backup: it is on in projects that have none. */
  readonly walArchived: boolean;
  /** What can be restored to any point in time; undefined where nothing can. */
  readonly window: { readonly fromMs: number; readonly toMs: number } | undefined;
}

/**
 * What Supabase itself has stored of the database. Permission `backups_read`. Beside the API's own words it believes only
 * what is there: an empty list is no backup, whatever is switched on.
 */
export async function readProviderBackups(api: SupabaseApi, ref: string): Promise<ProviderBackups> {
  const answer = await api.read('v1-list-all-backups', ref);
  const of = 'the backups';
  const backups = needed(listOf(answer?.backups), 'backups', of).map((backup): ProviderBackup => {
    const status = needed(textOf(backup?.status), 'backups[].status', of);
    return {
      id: needed(numberOf(backup?.id), 'backups[].id', of),
      state: stateOf(status),
      isPhysical: booleanOf(backup?.is_physical_backup) ?? false,
      atMs: needed(timeOf(backup?.inserted_at), 'backups[].inserted_at', of),
    };
  });
  const from = numberOf(answer?.physical_backup_data?.earliest_physical_backup_date_unix);
  const to = numberOf(answer?.physical_backup_data?.latest_physical_backup_date_unix);
  return {
    region: textOf(answer?.region) ?? '',
    backups: backups.sort((a, b) => b.atMs - a.atMs),
    pitrEnabled: needed(booleanOf(answer?.pitr_enabled), 'pitr_enabled', of),
    walArchived: needed(booleanOf(answer?.walg_enabled), 'walg_enabled', of),
    window: from === undefined || to === undefined ? undefined : { fromMs: from * 1_000, toMs: to * 1_000 },
  };
}

function stateOf(status: string): ProviderBackup['state'] {
  switch (status) {
    case 'COMPLETED':
      return 'stored';
    case 'FAILED':
    case 'CANCELLED':
      return 'failed';
    case 'PENDING':
      return 'running';
    case 'REMOVED':
    case 'ARCHIVED':
      return 'gone';
    default:
      return 'not-known';
  }
}

/** The time of day of the daily backup, `04:00:00` in UTC; undefined on plans and projects without one. */
export async function readBackupSchedule(api: SupabaseApi, ref: string): Promise<string | undefined> {
  const answer = await orNone(api.read('v1-get-backup-schedule', ref), [402, 404]);
  return answer === undefined ? undefined : needed(textOf(answer.schedule_for), 'schedule_for', 'the backup schedule');
}

const PITR_DAYS = /^pitr_(\d+)$/;

/**
 * How many days of point-in-time recovery the project pays for; undefined where it pays for none. Permission
 * `infra_add_ons_read`. What can be restored is the `window` of the backups, which grows to it day by day.
 */
export async function readPitrDays(api: SupabaseApi, ref: string): Promise<number | undefined> {
  const answer = await api.read('v1-list-project-addons', ref);
  const selected = needed(listOf(answer?.selected_addons), 'selected_addons', 'the add-ons');
  const pitr = selected.find((addon) => addon?.type === 'pitr');
  if (pitr === undefined) return undefined;
  const days = PITR_DAYS.exec(textOf(pitr.variant?.id) ?? '')?.[1];
  return Number(needed(days, 'selected_addons[].variant.id', 'the add-ons'));
}

/** Undefined where the answer is one of these refusals, which say that there is none. */
export async function orNone<T>(work: Promise<T>, statuses: readonly number[]): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RemoteError && error.status !== undefined && statuses.includes(error.status)) return undefined;
    throw error;
  }
}
