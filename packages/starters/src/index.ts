export { defaultBranch, type Git, repositoryOf } from './default-branch.ts';
export { type App, detect, type Found, linkOf, type PackageManager } from './detect.ts';
export { packedSources } from './packed.ts';
export { pinReferences } from './pin-references.ts';
export { plainSteps } from './plain/plain-steps.ts';
export {
  CONTROLS_FILE,
  DOCUMENTS_FILE,
  FRAMEWORKS,
  type KnownDocuments,
  type PlannedDocuments,
  planDocuments,
} from './plan-documents.ts';
export { inputsOf, type PlannedFiles, planFiles, type StarterOptions, usualStarters } from './plan-files.ts';
export {
  APPROVALS,
  type Approvals,
  type Choices,
  planStarters,
  repeatedNames,
  STRATEGIES,
  type Strategy,
} from './plan-sets.ts';
export { checkSettings, type SettingsWorld, workflowsIn } from './settings/check-settings.ts';
export type { Answer, AskGitHub, AskVercel, Finding } from './settings/finding.ts';
export { type Needed, neededSettings } from './settings/needed-settings.ts';
export { type Sources, sourcesIn } from './sources.ts';
export { suggestOptions } from './suggest-options.ts';
export { workflowFiles } from './workflow-files.ts';
export { changesOf, type FileChange, writeChanges, writeFiles } from './write-files.ts';
