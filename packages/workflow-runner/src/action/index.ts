export { type SpawnedAction, type SpawnOptions, spawnAction } from './spawn-action.ts';
