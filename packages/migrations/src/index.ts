export type { Difference } from '@lockstep/postgres';
export { type DownOptions, type DownReport, down, type RevertedMigration } from './down/down.ts';
export { describeLosses, type Loss } from './down/losses.ts';
export type { DownPlan, DownRange, DownRefusal, PlannedDown } from './down/plan.ts';
export { describePrediction } from './down/predict.ts';
export { type DownPreview, type PreviewedDown, readDownPlan } from './down/preview.ts';
export { type Folder, type FolderOptions, readFolder } from './files/folder.ts';
export type { Layout } from './files/layout.ts';
export type { Migration } from './files/migration.ts';
export { FileError, type Problem } from './files/problem.ts';
export { type FolderLintOptions, type LintOptions, lintFolder, lintPending } from './lint/lint.ts';
export type { Finding } from './lint/rule.ts';
export { usesSupabase } from './lint/supabase-project.ts';
export {
  dropPreview,
  listPreviews,
  openPreview,
  type PreviewDatabase,
  type PreviewServer,
} from './previews/preview-database.ts';
export { pullMarkdown, pullVerdict } from './pull/pull-markdown.ts';
export type { PullReport, PullVersions } from './pull/pull-report.ts';
export { readFolderPull } from './pull/read-pull.ts';
export { type Adopted, type AdoptOptions, adopt, readAdoptPlan } from './records/adopt.ts';
export { type Edit, readEdits } from './records/edits.ts';
export { describeReleases, type OwnReleases, type ReleaseTrace } from './records/releases.ts';
export { type Repair, type RepairOptions, readRepairPlan, repair } from './records/repair.ts';
export { describeWaiting, readWaiting, type Waiting } from './records/waiting.ts';
export { table as markdownTable } from './report/markdown.ts';
export { planMarkdown } from './report/plan-markdown.ts';
export { type MigrationReport, type PlanReport, readPlanReport } from './report/plan-report.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type Limits,
  type Provenance,
  type ReleaseLine,
} from './run/engine.ts';
export type { Failure, FailureReason } from './run/failure.ts';
export { PlanRefused } from './run/refused.ts';
export type { PlannedUp, Refusal, UpPlan } from './up/plan.ts';
export { folderDigest } from './up/plan-digest.ts';
export { readStatus, type VersionStatus } from './up/status.ts';
export { type AppliedMigration, otherPlan, readUpPlan, type UpOptions, type UpReport, up } from './up/up.ts';
export {
  type VerifiedFile,
  type VerifyOptions,
  type VerifyProblem,
  type VerifyReport,
  verify,
} from './verify/verify.ts';
