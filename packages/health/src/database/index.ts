export { type DatabaseFacts, readDatabase } from './facts.ts';
export { type DatabaseLook, type DatabaseLooked, lookAtStatistics } from './look.ts';
export { databaseOpener } from './open.ts';
export { type DatabaseLimits, type DatabaseReport, judgeDatabase, usualLimits } from './report.ts';
export { readSnapshot, writeSnapshot } from './snapshot.ts';
