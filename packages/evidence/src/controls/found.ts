import type { CheckList } from '@lockstep/base';
import type { TrailRecord } from '../trail/record.ts';

/** All that was found to map controls to, each with its digest. */
export interface FoundEvidence {
  readonly lists: readonly FoundList[];
  /** Reports that cannot be believed: an older one that can is no evidence of now. */
  readonly broken: readonly FoundBroken[];
  readonly records: readonly FoundRecord[];
  readonly runs: readonly FoundRun[];
  readonly files: ReadonlyMap<string, FoundFile>;
  /** Why a whole kind of evidence was not read; absent where it was. */
  readonly unread: Readonly<Partial<Record<Readable, string>>>;
}

/** What is read from somewhere else than the files of the repository. */
export type Readable = 'reports' | 'records' | 'runs';

interface Found {
  /** Its path or key. */
  readonly file: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

export interface FoundList extends Found {
  readonly list: CheckList;
}

export interface FoundBroken extends Found {
  /** The tool whose report it should be. */
  readonly tool: string;
  /** Milliseconds since the epoch, by the clock of where it was found. */
  readonly atMs: number;
  readonly run: string | null;
  readonly why: string;
}

export interface FoundRecord extends Found {
  readonly record: TrailRecord;
  /** The address of the run that did it; absent where that is not known. */
  readonly run?: string;
}

/** A run of a workflow on a branch that is trusted, which has ended. */
export interface FoundRun {
  /** The name of its file: `lockstep-backup.yml`. */
  readonly workflow: string;
  /** As GitHub says: `success`. */
  readonly conclusion: string;
  readonly endedMs: number;
  readonly url: string;
}

export interface FoundFile extends Found {
  /** When a person reviewed it last, as it says itself; null where it does not. Milliseconds since the epoch. */
  readonly reviewedAt: number | null;
  /** By the newest report on documents that has it; null where none has. */
  readonly judged: JudgedFile | null;
}

export interface JudgedFile {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** What is wrong with it as a document of its kind; none where nothing is. */
  readonly problems: readonly string[];
}
