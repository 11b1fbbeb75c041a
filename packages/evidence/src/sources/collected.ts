import { InputError, isMap, readCheckList } from '@lockstep/base';
import type { FoundEvidence, FoundFile } from '../controls/found.ts';
import type { NumberFacts } from '../numbers/numbers.ts';
import { entryProblems } from '../trail/read-record.ts';
import { misshapenAt } from './collected-shape.ts';

const COLLECTED_KIND = 'lockstep-collected/1';

/** Everything that was found, to be reported later or by somebody else. */
export interface Collected {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly found: FoundEvidence;
  /** Null where the ledger could not be read. */
  readonly numbers: NumberFacts | null;
  /** What was passed over, a line each. */
  readonly notes: readonly string[];
}

export function collectedJson({ at, found, notes, numbers }: Collected): string {
  const files = Object.fromEntries(found.files);
  return `${JSON.stringify({ kind: COLLECTED_KIND, at, found: { ...found, files }, numbers, notes }, null, 1)}\n`;
}

/** Throws InputError for what `collect` has not written. Lists and records in it are read like any that come from elsewhere. */
export function readCollected(text: string, name: string): Collected {
  const refuse = (why: string, cause?: unknown): never => {
    throw new InputError(`${name}: ${why}; pass the file evidence.json of the command collect as it is`, { cause });
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    return refuse('not readable as JSON', cause);
  }
  if (!isMap(data) || data['kind'] !== COLLECTED_KIND) return refuse('no collected evidence');
  const at = misshapenAt(data);
  if (at !== undefined) return refuse(`${at} is not as it was written`);
  const collected = data as unknown as Collected;
  const read = collected.found as FoundEvidence & { readonly files: Readonly<Record<string, FoundFile>> };
  const lists = read.lists.map((each) => ({
    ...each,
    list: readCheckList(JSON.stringify(each.list), `${name}: ${each.file}`),
  }));
  for (const { record } of read.records) {
    const { kind: _kind, number: _number, previous: _previous, recordedAt: _recordedAt, ...entry } = record;
    if (entryProblems(entry).length > 0) return refuse('a record in it is none');
  }
  return { ...collected, found: { ...read, lists, files: new Map(Object.entries(read.files)) } };
}
