/** Loaded only where a history is taken over, which happens once. */
export const loadImport = () => import('./import.ts');
