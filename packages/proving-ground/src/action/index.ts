export { repositoryRoot } from './repository-root.ts';
export { type SpawnedAction, type SpawnOptions, spawnAction } from './spawn-action.ts';
export { wordsOf } from './words-of.ts';
