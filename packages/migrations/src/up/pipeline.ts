import { randomUUID } from 'node:crypto';
import { isRecorded } from '../history/write.ts';
import { type SmallFile, startSmallFiles } from '../run/execute.ts';
import type { Execution } from '../run/execution.ts';
import { isOneMessage } from '../run/parts.ts';
import { cutSegments, isAtomic } from '../sql/segments.ts';
import { noHints } from '../sql/split-hints.ts';
import type { Pipelined } from './apply.ts';
import type { PlannedUp } from './plan.ts';
import { entryOf, type Place, recordsOf } from './records.ts';

const PIPELINE_BYTES = 256 << 10;
const PIPELINE_FILES = 50;

/**
 * Starts the files at the head of a plan that are small, and each one transaction: their messages go out together, so
 * that the server need not wait for us between them. Each is taken only where the one before is in the history. By
 * version; empty where there is nothing to gain.
 */
export function startPipeline(
  { engine, session, tables }: Place,
  planned: readonly PlannedUp[],
): ReadonlyMap<string, Pipelined> {
  const small = planned.slice(0, smallAtHead(planned));
  if (small.length < 2) return new Map();
  const attempts = small.map(() => randomUUID());
  const files = small.map((each, nth): SmallFile => {
    const { up } = each.migration;
    const [segment] = cutSegments(up.pieces);
    if (segment?.kind !== 'transaction') throw new Error(`${each.migration.file} is not one transaction`);
    const entry = entryOf(engine, each, attempts[nth] ?? '', { script: up, segments: 1, hints: noHints });
    const before = small[nth - 1]?.migration.version;
    const condition = before === undefined ? undefined : isRecorded(before, attempts[nth - 1] ?? '');
    const isFollowed = nth < small.length - 1;
    return { script: up, segment, records: recordsOf(entry, tables, segment), condition, isFollowed };
  });
  const executions = startSmallFiles(session, engine, files);
  // Nobody asks for those behind one that failed.
  for (const execution of executions) execution.catch(() => undefined);
  return new Map(
    small.map(({ migration }, nth) => [
      migration.version,
      { attempt: attempts[nth] ?? '', execution: executions[nth] as Promise<Execution> },
    ]),
  );
}

function smallAtHead(planned: readonly PlannedUp[]): number {
  let bytes = 0;
  const end = planned.findIndex(({ migration: { down, up }, partial }, nth) => {
    bytes += up.source.size + (down?.source.size ?? 0);
    if (bytes > PIPELINE_BYTES || nth >= PIPELINE_FILES || partial !== undefined) return true;
    const segments = cutSegments(up.pieces);
    const [only] = segments;
    return !(isAtomic(segments) && only?.kind === 'transaction' && isOneMessage(only));
  });
  return end < 0 ? planned.length : end;
}
