export type { RehearsalOptions } from './options.ts';
export { overlay } from './overlay.ts';
export { rehearse } from './rehearse.ts';
