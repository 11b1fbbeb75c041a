import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';

/** What a tool's history says of one migration. */
export interface TheirRow {
  /** As people know it there: a version, a name. */
  readonly label: string;
  /** undefined where its name holds none that can be recorded. */
  readonly version: string | undefined;
  readonly name: string | undefined;
  /**
   * - `baseline`: this and all before it were there when the tool began
   * - `undone`: rolled back, or marked as deleted
   * - `failed`: it stopped in the middle, and nobody has said since what became of it
   */
  readonly state: 'applied' | 'baseline' | 'undone' | 'failed';
  /** What the tool keeps to know its text again. */
  readonly checksum: string | undefined;
}

export interface TheirFile {
  readonly bytes: Buffer;
  readonly migration: Migration;
}

/** Where a tool may keep its history. */
export interface TheirTable {
  /** Undefined: wherever unqualified names are looked for. */
  readonly schema?: string;
  readonly name: string;
  /** Columns that tell it from other tools' tables of that name. */
  readonly has: readonly string[];
  /** Columns that only other tools' tables of that name have. */
  readonly lacks?: readonly string[];
}

/** A folder as far as it shows whose it is. */
export interface Shown {
  readonly folder: Pick<Folder, 'layout' | 'migrations'>;
  /** The tools whose marks divide its files. */
  readonly marks: ReadonlySet<string>;
  /** The names of what is in it. */
  readonly names: readonly string[];
}

/** A tool whose history can be taken over. One file each in `tools/`, and a line in `all.ts`. */
export interface ImportTool {
  /** As `from` names it. */
  readonly id: string;
  /** As messages name it. */
  readonly title: string;
  readonly tables: readonly TheirTable[];
  /** Whether a folder looks like one of its own. */
  readonly owns: (shown: Shown) => boolean;
  /** SQL for its rows, oldest first, with the columns of `TheirRow` as text. */
  readonly rows: (table: string) => string;
  /** `up-to`: its one row stands for all before it. */
  readonly names: 'each' | 'up-to';
  /** Whether a row is about a file; by version where it is undefined. */
  readonly isAbout?: (row: TheirRow, migration: Migration) => boolean;
  /** Whether a file has the name that was applied; the version alone counts where it is undefined. */
  readonly hasName?: (row: TheirRow, migration: Migration) => boolean;
  /**
   * Whether a file is what was applied; undefined where that cannot be said of this one. `bytes` are those of the whole
   * file. A tool without this keeps nothing of the text.
   */
  readonly isSame?: (checksum: string, file: TheirFile) => boolean | undefined;
  /** What to do about one that failed; LABEL stands for it. */
  readonly onFailed: string;
}
