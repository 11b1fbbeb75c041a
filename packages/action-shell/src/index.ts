export { type Action, type Cause, defineAction, type Outcome, type PostShell, type Shell } from './action.ts';
export { tellingTime, UNDO_DEADLINE_MS } from './cancelled-job.ts';
export type { CommonReason } from './common-reasons.ts';
export type { Annotation, ShellLog } from './edge.ts';
export { type RunEnvironment, readEnvironment } from './environment.ts';
export { HANDOVER_LIMIT, type Handover, openHandover, packHandover } from './handover.ts';
export { type HeldSummary, takeSummaries } from './held-summary.ts';
export { JOURNAL_VARIABLE, Journal } from './journal.ts';
export {
  foldJournal,
  type JournalEntry,
  type JournalRelease,
  type JournalState,
  type Traffic,
  type UndoResult,
} from './journal-state.ts';
export { resumeHint } from './known-release.ts';
export { type ProgramLimits, readProgram } from './programs.ts';
export { problemsBetween, readInputs, requireInputs } from './read-inputs.ts';
export { reasonLink } from './reason-link.ts';
export { type ReleaseEnd, releaseEnd } from './release-end.ts';
export { runAction } from './run-action.ts';
export * from './shape.ts';
export type { StateStore } from './state.ts';
export { inputText } from './step.ts';
export { decideUndo, type JobStatus, type MainEnd, type UndoDecision } from './undo-decision.ts';
