export { type Audited, type AuditOptions, auditEdge, selectChecks, selectionProblems } from './audit.ts';
export { edgeChecks } from './checks.ts';
export type { ExpectedBuild, ServedBuild } from './identity.ts';
export {
  BEACONS,
  type Beacon,
  BURST_LIMIT,
  type Burst,
  type ClientHeader,
  CSP_LEVELS,
  type CspLevel,
  type DnsPlan,
  type EdgeEnvironment,
  type EdgePlan,
  ENVIRONMENTS,
} from './plan.ts';
export { GRADE_NAMES } from './score/results.ts';
