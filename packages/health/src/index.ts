export { askIdentity, type IdentityAnswer, type IdentityQuestion } from './ask-identity.ts';
export {
  type ComparisonRules,
  errorSamples,
  FEWEST as FEWEST_SAMPLES,
  findableDelta,
} from './compare/comparison.ts';
export { type ComparisonPlan, type ComparisonRun, runComparison } from './compare/run-comparison.ts';
export type { Condition } from './conditions/condition.ts';
export { parseCondition } from './conditions/parse.ts';
export { ConditionError } from './conditions/tokens.ts';
export { withControl } from './control.ts';
export type { Criticality } from './criticality.ts';
export type { HttpResponse, NoResponse, ProbeExchange } from './exchange.ts';
export { type AnswerFinding, type FindingRule, ruleNames } from './finding.ts';
export { type FormatName, formatNames } from './formats.ts';
export type { ComparisonReason, Ending, GateRules, HealthReason } from './gate.ts';
export { type GatusGate, gatusFile, type SeenPath } from './gatus.ts';
export { type ExpectedIdentity, type Identity, showIdentity } from './identity.ts';
export { type Expectations, type JudgedAnswer, judgeAnswer } from './judgement.ts';
export { junitOf } from './junit.ts';
export type { ReadingReason } from './metrics/judge-reading.ts';
export type { MetricReport } from './metrics/report-metrics.ts';
export { withMetrics } from './metrics/with-metrics.ts';
export { bypassOnly, type Credentials, openProber, type ProbeOptions, type Prober, type ProbeTarget } from './probe.ts';
export {
  type ComparedBuilds,
  type GateReport,
  type GateSubject,
  reportOn,
  type SeenBesides,
} from './report.ts';
export { type ResponseClass, responseClasses } from './response-class.ts';
export { type GateRun, type GateWorld, type ProbePlan, type ProbeRecord, runGate } from './run-gate.ts';
export { sentOnTo } from './sent-on.ts';
export { summaryOf } from './summary.ts';
