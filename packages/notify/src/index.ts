export type { Channel, ChannelType, Delivery, Handle, Sent, Surroundings } from './channel.ts';
export { channelTypes } from './channels.ts';
export { deliver, type TargetReport, verdictOf } from './deliver.ts';
export { drillChecks } from './drill/drill-checks.ts';
export {
  type Answered,
  AWAITED,
  type Awaited,
  acknowledgedAfter,
  answerText,
  type DrillOptions,
  type DrillReport,
  runDrill,
} from './drill/run-drill.ts';
export { PATIENCE, type World } from './exchange.ts';
export type { Changed, Issue, Issues, OpenIssues, Remark } from './issues.ts';
export {
  hasEnded,
  type Link,
  type Phase,
  RELEASE_STATES,
  type ReleaseMessage,
  type ReleaseState,
  SEVERITIES,
  type Severity,
  severityOf,
  subjectOf,
  type Undone,
} from './message.ts';
export { parseTargets, type Target } from './targets.ts';
export { headline, plainText } from './words.ts';
