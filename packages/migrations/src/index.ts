export type { Difference } from '@lockstep/postgres';
export { archivedRows, describeArchived } from './archive/archived-words.ts';
export type { RefusedArchive } from './archive/archivist.ts';
export type { ArchiveRecord } from './archive/catalog.ts';
export {
  eraseFromArchives,
  extendArchive,
  listArchives,
  pruneArchives,
  readContractData,
  removeArchive,
  restoreArchives,
} from './archive/commands.ts';
export type { ArchivedTable, ContractData } from './archive/contract-data.ts';
export type { ContractState } from './archive/contract-state.ts';
export type { Archived } from './archive/copy.ts';
export { type ArchiveLimits, defaultArchiveLimits, describeKeep } from './archive/limits.ts';
export type { Erased, Erasure } from './archive/manage.ts';
export type { ArchivePreview } from './archive/preview.ts';
export type { RestoredTable, RestoreReport } from './archive/restore.ts';
export { describeLosses, type Loss } from './data-loss/losses.ts';
export { describePrediction } from './data-loss/predict.ts';
export { type DownOptions, type DownReport, down, type RefusedDown, type RevertedMigration } from './down/down.ts';
export type { DownPlan, DownRange, DownRefusal, PlannedDown } from './down/plan.ts';
export { type DownPreview, type PreviewedDown, readDownPlan } from './down/preview.ts';
export {
  type Draft,
  type Drafted,
  draftDown,
  draftFrom,
  draftText,
  readKnown,
  within as withDraftSession,
} from './draft/draft.ts';
export { upTo, withDown, withMigration } from './draft/folders.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type Limits,
  type Provenance,
  type ReleaseLine,
} from './engine/engine.ts';
export { MigrationLockError } from './engine/migration-lock.ts';
export { asSection, hasDownHalf, hasStatements, readDownHalf, withDownHalf } from './files/down-half.ts';
export { type Folder, type FolderOptions, readFolder } from './files/folder.ts';
export type { Layout } from './files/layout.ts';
export { type Migration, VERSION, versionKey } from './files/migration.ts';
export { stemOf } from './files/stem.ts';
export { readStyle, type Style } from './files/style.ts';
export { isSupabaseFolder } from './files/supabase.ts';
export { usesSupabase } from './files/supabase-project.ts';
export type { ImportedVersion, ImportOptions, ImportReport } from './import/import.ts';
export { loadImport } from './import/lazily.ts';
export type { ImportRefusal, ImportRefusalReason } from './import/plan.ts';
export { type FolderLintOptions, type LintOptions, lintFolder, lintPending } from './lint/lint.ts';
export type { Finding } from './lint/rule.ts';
export {
  dropPreview,
  listPreviews,
  openPreview,
  type PreviewDatabase,
  type PreviewServer,
} from './previews/preview-database.ts';
export type { PullReport, PullVersions } from './pull/pull-report.ts';
export { readFolderPull } from './pull/read-pull.ts';
export type { Adopted, AdoptOptions } from './records/adopt.ts';
export { adopt, readAdoptPlan, readEdits, readRepairPlan, repair } from './records/commands.ts';
export type { Edit } from './records/edits.ts';
export { describeReleases, type OwnReleases, type ReleaseTrace } from './records/releases.ts';
export type { Repair, RepairOptions } from './records/repair.ts';
export { describeDeletions } from './report/deletions.ts';
export { table as markdownTable } from './report/markdown.ts';
export { findingList, planMarkdown } from './report/plan-markdown.ts';
export { type MigrationReport, type PlanReport, readPlanReport } from './report/plan-report.ts';
export { pullMarkdown, pullVerdict } from './report/pull-markdown.ts';
export type { Failure, FailureReason } from './run/failure.ts';
export { type DownRefusalReason, PlanRefused, type RefusalReason, type UpRefusalReason } from './run/refused.ts';
export { FileError, type Problem } from './sql/problem.ts';
export type { ContractArchive, UpArchive } from './up/archive-plan.ts';
export type { RefusedUp } from './up/contract-archives.ts';
export type { PlannedUp, Refusal, UpPlan } from './up/plan.ts';
export { digestsOf, folderDigest } from './up/plan-digest.ts';
export { readStatus, type VersionStatus } from './up/status.ts';
export { type AppliedMigration, otherPlan, readUpPlan, type UpOptions, type UpReport, up } from './up/up.ts';
export { describeWaiting, readWaiting, type Waiting } from './up/waiting.ts';
export { type Built, buildByFile, withBuiltSchema } from './verify/build.ts';
export type { DataAnswer } from './verify/data/answer.ts';
export { seedAsSupabase } from './verify/shadow.ts';
export {
  type VerifiedFile,
  type VerifyOptions,
  type VerifyProblem,
  type VerifyReport,
  verify,
} from './verify/verify.ts';
