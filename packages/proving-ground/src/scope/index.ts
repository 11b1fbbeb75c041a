export * from './end-on-signals.ts';
export type { OwnedOptions, OwnedProcess, ProcessEnd } from './owned-process.ts';
export * from './scope.ts';
