export { type Annotated, inOrderOfInterest } from './annotations.ts';
export { type Baseline, baselineText, readBaseline } from './baseline.ts';
export { type CommandEnd, type CommandRequest, commandEnvironment, runCommand } from './command.ts';
export { gatesOf, parseGates } from './config.ts';
export { type Declared, type Detection, detectGates, lookAt, type Project } from './detect.ts';
export { type ChangedLines, changedSince } from './diff.ts';
export type { Finding, Level } from './finding.ts';
export type { Acceptance, Gate } from './gate.ts';
export type { Judgement, Reason } from './judge.ts';
export { summaryBlocks } from './markdown.ts';
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
export { FORMATS, type Format } from './readers.ts';
export { type ReportFiles, shrunk, writeReports } from './report-files.ts';
export { type GateResult, runGates, type Surroundings } from './run-gates.ts';
