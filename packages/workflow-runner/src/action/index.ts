export { actionNode } from '../machine/node-runtime.ts';
export { type SpawnedAction, type SpawnOptions, spawnAction } from './spawn-action.ts';
