import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This repository's own root: the folder with `actions/` and `dist/`. */
export function repositoryRoot(): string {
  // The path holds from src/action and from lib/action.
  return dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
}
