/** What is loaded only where something is archived: most runs archive nothing, and start without it. */
export const loadArchivist = () => import('./archivist.ts');
export const loadPreview = () => import('./preview.ts');
