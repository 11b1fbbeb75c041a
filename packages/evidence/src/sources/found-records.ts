import type { FoundRecord } from '../controls/found.ts';
import { readRecord } from '../trail/read-record.ts';
import { digestOf } from '../trail/record.ts';
import type { StoredRecord } from '../trail/verify.ts';

/**
 * The records of a trail that was judged, each with its digest. What is none is left out. `repository` is its address, by
 * which runs are found.
 */
export function foundRecords(objects: readonly StoredRecord[], repository: string): readonly FoundRecord[] {
  return objects.flatMap(({ bytes, key }): FoundRecord[] => {
    const read = readRecord(bytes);
    if (read.kind !== 'record') return [];
    const { record } = read;
    const { attempt, id } = record.run ?? {};
    const run = id === undefined ? {} : { run: `${repository}/actions/runs/${id}/attempts/${attempt}` };
    return [{ file: key, digest: digestOf(bytes), record, ...run }];
  });
}
