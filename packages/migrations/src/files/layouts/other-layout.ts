import type { Problem } from '../../sql/problem.ts';
import type { FileName, Layout } from '../layout.ts';
import type { SqlFile } from '../list-files.ts';

/** A file that belongs to no migration. */
export interface StrayFile extends Problem {
  /** The version that its name begins with, if it does: then it may have been meant as one. */
  readonly version: string | undefined;
  /** Whatever is pending: its tool would run it, and nothing here does. */
  readonly matters?: 'always';
}

/** A half of a migration. */
export interface Found extends SqlFile {
  readonly name: Extract<FileName, { readonly version: string; readonly name: string }>;
  /** The same for an up and its down; by version and name where it is undefined. */
  readonly key?: string;
  /** See `Migration`. */
  readonly stamp?: string;
  /** What holds for it, and is not said in it. */
  readonly preamble?: string;
}

/** A layout that shows in more than the names of files. */
export interface OtherLayout {
  readonly id: Exclude<Layout, 'supabase' | 'pairs' | 'sections'>;
  /** Whether a folder has it, by the names of its files, by where it is, and by the names of the folders in it. */
  readonly isIt: (files: readonly string[], at: string, folders: readonly string[]) => boolean;
  readonly read: (folder: {
    readonly directory: string;
    readonly base: string | undefined;
    readonly problems: Problem[];
  }) => { readonly files: readonly Found[]; readonly strays: readonly StrayFile[] };
}
