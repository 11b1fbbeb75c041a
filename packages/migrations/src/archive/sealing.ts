export { readArchives } from './catalog.ts';
export { sealArchives } from './digest.ts';
