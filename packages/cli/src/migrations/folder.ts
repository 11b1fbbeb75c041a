import { type Folder, readFolder } from '@lockstep/migrations';
import type { Place } from './options.ts';

/** Reads the folder. `base`: what it is relative to, where not to the current directory. */
export function folderOf({ isNamed, ...where }: Place, base?: string): Folder {
  return readFolder({ ...where, mayBeEmpty: !isNamed, ...(base === undefined ? {} : { base }) });
}
