import type { FoundRecord } from '../controls/found.ts';
import { readRecord } from '../trail/read-record.ts';
import { digestOf } from '../trail/record.ts';
import type { StoredRecord } from '../trail/verify.ts';

/** The records of a trail that was judged, each with its digest. What is none is left out. */
export function foundRecords(objects: readonly StoredRecord[]): readonly FoundRecord[] {
  return objects.flatMap(({ bytes, key }): FoundRecord[] => {
    const read = readRecord(bytes);
    return read.kind === 'record' ? [{ file: key, digest: digestOf(bytes), record: read.record }] : [];
  });
}
