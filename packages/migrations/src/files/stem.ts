import path from 'node:path';
import type { Layout } from './layout.ts';
import { FLYWAY_NAME } from './layouts/flyway.ts';
import { versionKey } from './migration.ts';

/**
 * What all files of one migration share, be they there or not: its up, its down, and what else says how they are run.
 * Undefined where the name is of none. `file`: from the folder in which it is, with slashes.
 */
export function stemOf(file: string, layout: Layout): string | undefined {
  return STEMS[layout](file);
}

const STEMS: Readonly<Record<Layout, (file: string) => string | undefined>> = {
  supabase: (file) => /^([^/]+)\.sql$/.exec(file)?.[1],
  sections: (file) => /^([^/]+)\.sql$/.exec(file)?.[1],
  pairs: (file) => /^([^/]+)\.(?:up|down)\.sql$/.exec(file)?.[1],
  drizzle: (file) => /^([^/]+?)(?:\.down)?\.sql$/.exec(file)?.[1],
  folders: (file) => /^([^/]+)\/(?:migration|down)\.sql$/.exec(file)?.[1],
  // Wherever below the folder, and by the version alone.
  flyway: (file) => {
    const [, , digits] = FLYWAY_NAME.exec(path.posix.basename(file, '.conf')) ?? [];
    return digits === undefined ? undefined : versionKey(digits.replaceAll('_', '.'));
  },
};
