export {
  type ProviderBackup,
  type ProviderBackups,
  readBackupSchedule,
  readPitrDays,
  readProviderBackups,
} from './backups.ts';
export { createSupabaseClient, SUPABASE_API, type SupabaseApi, type SupabaseClientOptions } from './client.ts';
export {
  type AnswerTools,
  type AskFunction,
  type AskOptions,
  checkFunctions,
  createAsk,
  type Deployed,
  type EdgeFunction,
  type Expected,
  type Folder,
  type FunctionAnswer,
  type FunctionFindings,
  type FunctionRequests,
  type FunctionRules,
  type FunctionTools,
  type FunctionWish,
  folderOf,
  type Git,
  getFunction,
  gitIn,
  judgeFunctions,
  judgeStrays,
  type LastChange,
  lastChange,
  listFunctions,
  readFunctionRequests,
  readWantedFunctions,
  type WantedFunction,
} from './functions/index.ts';
export {
  type MadeRestorePoint,
  type MakeRestorePoint,
  makeRestorePoint,
  restorePointName,
} from './make-restore-point.ts';
export {
  type ProjectCondition,
  readHealth,
  readProject,
  type ServiceHealth,
  type ServiceName,
  type SupabaseProject,
} from './project.ts';
export { type DatabaseAddress, type DatabaseOwner, ownerOf, projectOf } from './project-of-database.ts';
export { assertRef } from './ref.ts';
export { createRestorePoint, type RestorePoint, readRestorePoint } from './restore-points.ts';
