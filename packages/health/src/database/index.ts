export { type DatabaseFacts, readDatabase } from './facts.ts';
export { databaseOpener } from './open.ts';
export { type DatabaseLimits, type DatabaseReport, judgeDatabase, usualLimits } from './report.ts';
export { readSnapshot, writeSnapshot } from './snapshot.ts';
