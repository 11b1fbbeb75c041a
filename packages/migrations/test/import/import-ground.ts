import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFolder } from '../../src/files/folder.ts';
import type { ImportOptions } from '../../src/import/import.ts';
import type { Database, Files, Ground } from '../ground.ts';
import { recordedFile } from './recorded.ts';
import { WORLDS, type World } from './worlds.ts';

const SCHEMA = 'create table users (id int primary key, name text); create table notes (id int, note text)';

export const all = { phase: 'all', allowOutOfOrder: false } as const;

export const worldOf = (name: string) => WORLDS.find(({ tool }) => tool === name) as World;

export function write(project: string, files: Files): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  }
  return project;
}

/** Projects of the tools, and databases that they made. */
export function importGround(ground: () => Ground) {
  const folderIn = (project: string, directory: string) =>
    readFolder({ directory, downDirectory: 'supabase/rollbacks', layout: 'auto', base: project });

  return {
    folderIn,
    projectOf: (files: Files) => write(ground().scope.folder('lockstep-import-'), files),
    async recorded(name: string): Promise<Database> {
      const database = await ground().database();
      await database.run(`${recordedFile(name).sql}; ${SCHEMA}`);
      return database;
    },
    options(
      project: string,
      { directory }: Pick<World, 'directory'>,
      more: Partial<ImportOptions> = {},
    ): ImportOptions {
      const where = { folder: folderIn(project, directory), directory, base: project };
      return { ...where, from: 'auto', table: '', because: '', ...more };
    },
  };
}
