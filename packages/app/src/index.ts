export { type AppFacts, factsOf } from './app-facts.ts';
export { auditApp } from './audit.ts';
export type { FileSet } from './file-set.ts';
export { type Installed, type InstallOptions, installApp } from './install.ts';
export { type Change, digestOf, type PlannedFile, planInstall, recordAfter } from './plan-install.ts';
export { readApp } from './read-app.ts';
export { filesOf, type Layout, type Router, setNames, setOf } from './sets.ts';
