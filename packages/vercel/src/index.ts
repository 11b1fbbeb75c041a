export { applySwap, expectationOf, recheck, type SwapEnd, type SwapReason } from './apply-swap.ts';
export { explainBlock, lastLines, schemaHint } from './build-trouble.ts';
export { cancelBuild } from './cancel-build.ts';
export { type ClientOptions, createClient, VERCEL_API, type VercelApi } from './client.ts';
export { placesOf } from './confirm.ts';
export { createDeployment, type DeploymentRequest, findAttempt, newAttempt } from './create-deployment.ts';
export { type Deployment, nameOf, originOf, readDeployment } from './deployment.ts';
export { collectFiles, type DeploymentFile, type FileList } from './deployment-files.ts';
export type { CommitOrder, SwapEvidence, SwapRequest } from './guards.ts';
export { type ForeignAlias, readAlias, readAliases, readProductionDomains } from './hosts.ts';
export { alreadyThere, type HostMove, type PlannedSwap, planSwap, type SwapPlan, showPlan } from './plan-swap.ts';
export { planUndo, type UndoPlan } from './plan-undo.ts';
export { checkPrebuilt } from './prebuilt.ts';
export {
  PREVIEW_META,
  type PreviewState,
  planRemoval,
  previewOwners,
  type RemovalPlan,
  readPreviews,
  removeDeployment,
} from './previews.ts';
export { type AliasJob, inFlight, type Project, readProject } from './project.ts';
export { type Expectation, type Place, type ProbeHost, type ReadBack, readBack, type Served } from './read-back.ts';
export { REFUSALS, type Refusal, type RefusalCode, verdictOf } from './refusal.ts';
export { type DeploymentRoot, findRoot, planRoot, type RootFacts, type RootPlan } from './root-directory.ts';
export { readSwapState, type SwapState } from './swap-state.ts';
export { type UndoEnd, type UndoReason, undoSwap } from './undo-swap.ts';
export { type BuildEnd, waitForBuild } from './wait-for-build.ts';
