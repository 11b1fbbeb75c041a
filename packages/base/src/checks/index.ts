export {
  type CheckAcceptance,
  type ReadAcceptances,
  readAcceptances,
} from './accept-checks.ts';
export { type Acceptance, applyAcceptances, expiredWords, isDay, type Sifted } from './acceptance.ts';
export { type BlockRule, type OnUnknown, verdictBlocks } from './block-rule.ts';
export { CHECKS_KIND, type Check, type CheckList, type NotVerified, type Place } from './check.ts';
export {
  type CheckCounts,
  type CheckJudgement,
  type ChecksReason,
  type JudgedCheck,
  type JudgedGap,
  judgeChecks,
} from './judge-checks.ts';
export { CHECK_LIMITS } from './limits.ts';
export { type CheckListFacts, makeCheckList } from './make-list.ts';
export { readCheckList } from './read-list.ts';
export { type CheckAnnotation, checksAnnotations } from './render/annotations.ts';
export { checksJson } from './render/json.ts';
export { jsonText } from './render/json-text.ts';
export { checksJunit } from './render/junit.ts';
export { checksSarif } from './render/sarif.ts';
export { checksComment, checksSummary } from './render/summary.ts';
export { checksText, type Paint } from './render/text.ts';
