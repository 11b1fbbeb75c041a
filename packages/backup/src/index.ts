export { readDatabaseUrl, type Target } from '@lockstep/postgres';
export { type Created, createBackup } from './create/create.ts';
export type { CreateOptions } from './create/options.ts';
export { planBackup } from './create/plan.ts';
export { type CheckCommand, runCheckCommand, SCRATCH_URL } from './drill/check-command.ts';
export type { Drilled, DrillOptions } from './drill/drill.ts';
export type { FileOptions } from './files/copy-files.ts';
export type { FilesSummary } from './files/file-list.ts';
export type { FileSource, FileSourceSettings } from './files/file-source.ts';
export { fileDays, keptFiles } from './files/generation.ts';
export { openFileSource, writeBackupFiles } from './files/lazily.ts';
export { type Contents, isBackupId, type Manifest, TIERS, type Tier } from './manifest/manifest.ts';
export { readManifest } from './manifest/read-manifest.ts';
export {
  type LegalHold,
  lastMomentOf,
  POLICY_FILE,
  type PolicyFile,
  readPolicyFile,
} from './policy/policy-file.ts';
export type { Recovery } from './policy/recovery.ts';
export { judgeRetention, type RetentionFacts } from './policy/retention.ts';
export { drillBackup, restoreTables, restoreWhole } from './restore/lazily.ts';
export type { ScratchRefusal } from './restore/scratch.ts';
export type { TablesRestored } from './restore/tables.ts';
export { targetName } from './restore/target-name.ts';
export type { WholeOptions, WholeRestored } from './restore/whole.ts';
export { type RunbookFacts, renderRunbook } from './runbook/document.ts';
export { judgeRunbook, type RunbookReality } from './runbook/judge.ts';
export type { Runbook } from './runbook/settings.ts';
export { type Encryption, readIdentities, recipientProblems } from './seal/recipients.ts';
export { type DrillRecord, keepDrill, listDrills } from './status/drill-record.ts';
export { judgeLifecycle, type KeptTier } from './status/lifecycle.ts';
export { type ListedBackup, listBackups, newestOf } from './status/list-backups.ts';
export { judgeProvider, type ProviderFacts, type ProviderJudged, type ProviderPolicy } from './status/provider.ts';
export { readLocks } from './status/read-locks.ts';
export { readProvider } from './status/read-provider.ts';
export { type BackupPolicy, judgeStatus, type StatusFacts } from './status/status.ts';
export { tierFor } from './status/tiers.ts';
export { directoryTarget } from './targets/directory.ts';
export { openPlace, type PlaceSettings, type PlaceTools } from './targets/open-place.ts';
export { lifecycleRules, type TierProblem, tierProblems } from './targets/s3/lifecycle.ts';
export {
  assertKey,
  type BackupTarget,
  keyProblem,
  MissingObject,
  type Protection,
  type PutOptions,
  type ReadOptions,
  type StoredObject,
} from './targets/target.ts';
