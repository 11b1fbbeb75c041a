/** What is loaded only where something is archived: most runs archive nothing, and start without it. */
export const loadArchivist = () => import('./archivist.ts');
export const loadPreview = () => import('./preview.ts');
export const loadRestore = () => import('./restore.ts');
export const loadSealing = () => import('./sealing.ts');
export const loadContractData = () => import('./contract-data.ts');
export const loadManagement = () => import('./manage.ts');
export const loadCarry = () => import('./carry.ts');
