export { type Annotated, inOrderOfInterest } from './annotations.ts';
export { type Baseline, baselineText, readBaseline } from './baseline.ts';
export { byCause } from './causes.ts';
export { type CommandEnd, type CommandRequest, commandEnvironment, runCommand } from './command.ts';
export { gatesOf, parseGates } from './config.ts';
export { type Detection, detectGates, type GateDeclaration, lookAt, type ProjectTools } from './detect.ts';
export { type ChangedLines, changedSince } from './diff.ts';
export type { CodeFinding, Level } from './finding.ts';
export type { Gate, GateAcceptance } from './gate.ts';
export type { GateJudgement, GateReason } from './judge.ts';
export { type LinkOf, outcomeHeading, summaryBlocks } from './markdown.ts';
export {
  type JudgedJob,
  judgeNeeds,
  type NeedsJudgement,
  type PolicyLine,
  type PolicyWord,
  parseJobs,
  parseNeeds,
  parsePolicy,
} from './needs.ts';
export { blocks, verdictOfGates } from './outcome.ts';
export type { ReadGit } from './read-git.ts';
export { FORMATS, type ReportFormat } from './readers.ts';
export { type ReportFiles, shrunk, writeReports } from './report-files.ts';
export { type GateResult, type GateRunContext, runGates } from './run-gates.ts';
