export {
  type Artifact,
  type ArtifactOrigin,
  downloadArtifact,
  type EndedRun,
  listArtifacts,
  newestRun,
  readArtifactOrigin,
} from './artifacts.ts';
export { type BelievedMigrated, believeMigrated, type Migrated } from './believe-migrated.ts';
export { type BranchLog, type BranchLogOptions, type LogContents, openBranchLog } from './branch-log/branch-log.ts';
export { type Brought, type BroughtCommit, readBrought } from './brought.ts';
export { cancelRun } from './cancel-run.ts';
export { type CheckAnnotation, type CheckRequest, type CheckResult, publishCheck } from './checks.ts';
export { type ChangeAnswer, createGitHubClient, type GitHub, repositoryProblem } from './client.ts';
export type { ClientOptions } from './client-options.ts';
export { cutMarkdown } from './comment/cut-markdown.ts';
export { changedFiles, type FoundPull, type PullOfCommit, pullOfCommit, readPull } from './comment/find-pull.ts';
export { namesPlaces, type Places } from './comment/link-places.ts';
export { type CommentRequest, type CommentResult, postComment } from './comment/post-comment.ts';
export { readable } from './comment/readable.ts';
export { isLong, type Row, SECTION_NAME, type Section, sectionOf, type Version } from './comment/sections.ts';
export { tame } from './comment/tame-markdown.ts';
export { type CommitOrder, compareCommits } from './commits.ts';
export { CHANGES, type EndpointData, type EndpointParameters, READS } from './endpoints.ts';
export { type Issue, type Issues, openIssues } from './issues.ts';
export { type IssueComment, type LabelledIssue, type LabelledIssues, openLabelledIssues } from './labelled-issues.ts';
export { type LedgerHistory, type PastRelease, type PastSwap, readHistory } from './ledger/history.ts';
export { endsRollback, interruptedRollback } from './ledger/interrupted-rollback.ts';
export { showKey } from './ledger/key.ts';
export { type Ledger, type LedgerOptions, openLedger } from './ledger/ledger.ts';
export { liveBefore } from './ledger/live-before.ts';
export type {
  Approval,
  Author,
  Build,
  GateOverride,
  LedgerKey,
  ReleasePayload,
  SwapPayload,
} from './ledger/payload.ts';
export {
  type BeginFacts,
  type BeginPlan,
  type BeginRefusal,
  beganBefore,
  blockingRecord,
  describeIgnored,
  type Live,
  planBegin,
  type RunState,
  resumeHint,
} from './ledger/plan-begin.ts';
export { type CommitPlan, type CommitRefusal, planCommit, rollbacksToEnd } from './ledger/plan-commit.ts';
export { type LedgerSource, RECORDS_READ, type WantedLine } from './ledger/read-records.ts';
export { newRecordId, RECORD_ID } from './ledger/record-id.ts';
export { findTarget, type RollbackDecision, type RollbackTarget, type TargetFacts } from './ledger/rollback-target.ts';
export { servicesIn } from './ledger/services.ts';
export type { ReachedStage, ReleaseRecordState, SwapRecordState } from './ledger/states.ts';
export {
  type IgnoredRecord,
  isRepeatRelease,
  isSettled,
  type LedgerView,
  lastReleased,
  type ReleaseRecord,
  type SwapRecord,
  unchangedSince,
  unsettledRelease,
  unsettledReleases,
  unsettledSwaps,
} from './ledger/view.ts';
export {
  isDigests,
  type MigratedPayload,
  type MigratedRecord,
  type MigrationDigests,
  readMigrated,
  recordMigrated,
} from './migrated.ts';
export { type Candidate, findCandidate, readCandidateOrigin, stageCandidate } from './promotion/candidates.ts';
export {
  type CandidatePayload,
  LONGEST_REQUEST_MS,
  type PromotionMode,
  type RequestPayload,
} from './promotion/payload.ts';
export { type Person, readEnvironmentApprover, readPerson } from './promotion/people.ts';
export { type Protection, readProtection } from './promotion/protection.ts';
export {
  approveRequest,
  denyRequest,
  findRequest,
  openRequest,
  openRequests,
  type Request,
  readRequestOrigin,
  useRequest,
} from './promotion/requests.ts';
export { type RerunJob, readRerunJobs } from './rerun-jobs.ts';
export { findRestorePoint, type RestorePointPayload, recordRestorePoint } from './restore-points.ts';
export { retireDeployments } from './retire.ts';
export { type RunTimes, readRunTimes } from './run-times.ts';
export { learnTime, type ServerTime, serverTime } from './server-time.ts';
export type { Account, Origin, Provenance } from './trust/judge-origin.ts';
export { isOnBranch, readOrigin, readStarter } from './trust/read-origin.ts';
