export { unreadServices, whatWasNotRead, whyNothing } from './access.ts';
export { type Audited, auditPlatform } from './audit.ts';
export type { BundleFacts } from './bundle/facts.ts';
export { readBundleDirectory, readServedBundle, type ServedBundle } from './bundle/read.ts';
export type { Part } from './facts/part.ts';
export type { Facts, ReleaseFacts } from './facts.ts';
export { GITHUB_READS, type GitHubRead, type GitHubReads } from './github/read.ts';
export { createJsonApi, type JsonApi, type JsonApiOptions, type Pages } from './json-api.ts';
export type { Line } from './line.ts';
export { platformLines } from './lines.ts';
export { type Policy, type PolicyLine, type ReadPolicy, readPolicy } from './policy/read-policy.ts';
export { writePolicy } from './policy/write-policy.ts';
export { type PlatformWorld, readPlatform } from './read.ts';
export { DRILL_HEADER, DRILL_ID, DRILL_RELEASE, type Drill, drillHeader, LEAST_SECRET } from './sentry/drill.ts';
export { SENTRY_API, type SentryPlace } from './sentry/read.ts';
export {
  type Change,
  type Comparison,
  changeLines,
  compareSnapshots,
  isChange,
  judgeChanges,
  partsCompared,
  partsLeftOut,
  partsLost,
  partsNotCompared,
  pinsNotCompared,
} from './state/compare.ts';
export { partsNotPlanned, planRestore, restoreText } from './state/restore.ts';
export { readSnapshot, type Snapshot, snapshotOf, snapshotText } from './state/snapshot.ts';
export type { RestorePlace, RestoreRequest, RestoreStep } from './state/step.ts';
export { readTraces } from './state/traces.ts';
export { NO_WITNESSES, type Trace, type Untraced, type Witnesses } from './state/who.ts';
export { STRIPE_API } from './stripe/read.ts';
export type { VercelPlace, VercelReads } from './vercel/read.ts';
export { readVercelTraces } from './vercel/traces.ts';
export type { Unasked, Why } from './why.ts';
