export { directoryTarget } from './targets/directory.ts';
export {
  assertKey,
  type BackupTarget,
  keyProblem,
  MissingObject,
  type Protection,
  type PutOptions,
  type ReadOptions,
  type StoredObject,
} from './targets/target.ts';
