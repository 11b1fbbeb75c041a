import { randomBytes } from 'node:crypto';
import { isMap, type Verdict } from '@lockstep/base';
import { textOf } from '../manifest/read-manifest.ts';
import type { BackupTarget, ReadOptions } from '../targets/target.ts';

/** That a drill was made, kept beside the backups: whoever can write there can write it, so it proves nothing to an enemy. */
export interface DrillRecord {
  readonly kind: 'lockstep-drill/1';
  readonly backup: string;
  readonly verdict: Verdict;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly restoreMs: number | null;
  readonly dataAgeMs: number | null;
  readonly run: string | null;
}

const PREFIX = 'drills/';
/** Later ones come first when they are read; no more are looked at. */
const MOST = 200;

export async function keepDrill(place: BackupTarget, record: DrillRecord, options: ReadOptions): Promise<void> {
  const at = record.at.replace(/[-:.]/g, '');
  const body = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  await place.putIfAbsent(`${PREFIX}${at}-${randomBytes(4).toString('hex')}.json`, body, options);
}

/** The drills of a place, newest first; what cannot be read is left out. */
export async function listDrills(place: BackupTarget, options: ReadOptions): Promise<readonly DrillRecord[]> {
  const keys: string[] = [];
  for await (const { key } of place.list(PREFIX, options)) keys.push(key);
  const records: DrillRecord[] = [];
  for (const key of keys.sort().reverse().slice(0, MOST)) {
    const record = parse(await textOf(await place.get(key, options)));
    if (record !== undefined) records.push(record);
  }
  // Names tell the order to the millisecond; older ones did to the second alone.
  return records.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function parse(text: string): DrillRecord | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (!isMap(data) || data['kind'] !== 'lockstep-drill/1' || Number.isNaN(Date.parse(String(data['at']))))
      return undefined;
    return data as unknown as DrillRecord;
  } catch {
    return undefined;
  }
}
