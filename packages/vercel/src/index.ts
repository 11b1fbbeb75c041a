export { createVercelClient, VERCEL_API, type VercelApi, type VercelClientOptions } from './client.ts';
export { explainBlock, lastLines, schemaHint } from './deploy/build-trouble.ts';
export { cancelBuild } from './deploy/cancel-build.ts';
export { createDeployment, type DeploymentRequest, findAttempt, newAttempt } from './deploy/create-deployment.ts';
export { collectFiles, type DeploymentFile, type FileList } from './deploy/deployment-files.ts';
export { checkPrebuilt } from './deploy/prebuilt.ts';
export { type DeploymentRoot, findRoot, planRoot, type RootFacts, type RootPlan } from './deploy/root-directory.ts';
export { type BuildEnd, waitForBuild } from './deploy/wait-for-build.ts';
export { type Deployment, nameOf, originOf, readDeployment } from './deployment.ts';
export { type ForeignAlias, readAlias, readAliases, readProductionDomains } from './hosts.ts';
export {
  PREVIEW_META,
  type PreviewState,
  planRemoval,
  previewOwners,
  type RemovalPlan,
  readPreviews,
  removeDeployment,
} from './previews.ts';
export { type AliasJob, inFlight, readProject, type VercelProject } from './project.ts';
export type { StageEnd } from './rolling/apply-rolling.ts';
export { ARM_QUERIES, type RolloutArm } from './rolling/arms.ts';
export { planRolling, type RollingProgress, type RollingSight, type RollingStep } from './rolling/next-step.ts';
export {
  type ConfigPlan,
  type PlannedConfig,
  type PlannedStage,
  planConfig,
  type RollingWish,
  SERVER_GATES,
  showStages,
} from './rolling/plan-config.ts';
export {
  type RollingConfig,
  type RollingSettings,
  readRollingConfig,
  writeRollingConfig,
} from './rolling/rolling-config.ts';
export { applyRollingSwap, type RollingSwapEnd, type RollingSwapTools } from './rolling/rolling-swap.ts';
export {
  nameStage,
  placeName,
  type Rollout,
  type RolloutPlace,
  type RolloutStage,
  readRollout,
} from './rolling/rollout.ts';
export { applySwap, expectationOf, recheck, type SwapEnd, type SwapReason } from './swap/apply-swap.ts';
export type { AutoAssignEnd } from './swap/auto-assign.ts';
export { placesOf } from './swap/confirm.ts';
export {
  alreadyThere,
  describePlan,
  type HostMove,
  type PlannedSwap,
  planSwap,
  type SwapPlan,
} from './swap/plan-swap.ts';
export { planUndo, type UndoPlan } from './swap/plan-undo.ts';
export {
  type Expectation,
  type ObservedPlace,
  POINTERS,
  type ProbeHost,
  type ReadBack,
  readBack,
  type ServedBuild,
} from './swap/read-back.ts';
export { SWAP_REFUSALS, type SwapRefusal, type SwapRefusalCode, verdictOf } from './swap/refusal.ts';
export type { OrderToLive, SwapEvidence, SwapRequest } from './swap/swap-request.ts';
export { readSwapSnapshot, type SwapSnapshot } from './swap/swap-snapshot.ts';
export { type UndoEnd, type UndoReason, undoSwap } from './swap/undo-swap.ts';
