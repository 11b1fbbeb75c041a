import type { Limits } from '../../src/engine/engine.ts';
import { type UpReport, up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground } from '../ground.ts';

interface Setup {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly url?: string;
}

/** Applies all files to a database, as one run does. */
export type Apply = (database: Database, files: Files, setup?: Setup) => Promise<UpReport>;

/** By the ground that there is when it is called. */
export const applyOn =
  (ground: () => Ground): Apply =>
  (database, files, setup = {}) =>
    up(engineOn(database, { ...setup, provenance: { step: 'step-1' } }), {
      folder: folderOf(ground().scope, files),
      phase: 'all',
      allowOutOfOrder: false,
    });
