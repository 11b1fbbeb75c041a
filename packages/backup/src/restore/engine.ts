/** All that restores, in one part of the bundle: most runs make a backup or look at those that are there. */
export { drillBackup } from '../drill/drill.ts';
export { restoreTables } from './tables.ts';
export { restoreWhole } from './whole.ts';
