export {
  type ProviderBackup,
  type ProviderBackups,
  readBackupSchedule,
  readPitrDays,
  readProviderBackups,
} from './backups.ts';
export { createSupabaseClient, SUPABASE_API, type SupabaseApi, type SupabaseClientOptions } from './client.ts';
export {
  type ProjectCondition,
  readHealth,
  readProject,
  type ServiceHealth,
  type ServiceName,
  type SupabaseProject,
} from './project.ts';
export { assertRef } from './ref.ts';
export { createRestorePoint, type RestorePoint, readRestorePoint } from './restore-points.ts';
