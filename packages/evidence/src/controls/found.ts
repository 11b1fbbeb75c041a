import type { CheckList } from '@lockstep/base';
import type { TrailRecord } from '../trail/record.ts';

/** All that was found to map controls to, each with its digest. */
export interface FoundEvidence {
  readonly lists: readonly FoundList[];
  readonly records: readonly FoundRecord[];
  readonly files: ReadonlyMap<string, FoundFile>;
}

interface Found {
  /** Its path or key. */
  readonly file: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

export interface FoundList extends Found {
  readonly list: CheckList;
}

export interface FoundRecord extends Found {
  readonly record: TrailRecord;
}

export interface FoundFile extends Found {
  /** When a person reviewed it last, as it says itself; null where it does not. Milliseconds since the epoch. */
  readonly reviewedAt: number | null;
  /** What is wrong with it as a document of its kind; none where nothing is. */
  readonly problems: readonly string[];
}
