import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import type { Migration } from '../files/migration.ts';
import type { Tables } from '../history/tables.ts';
import { insertEvent, insertHistory, upsertSide } from '../history/write.ts';
import { loadParser } from '../parse/parser.ts';
import { decidePhase } from '../phase/phase.ts';
import { noHints } from '../sql/split-hints.ts';

export interface HowRecorded {
  readonly engine: Engine;
  readonly tables: Tables;
  /** `side`: Supabase's table has it already. */
  readonly records: 'both' | 'side';
  /** More of the detail of its event. */
  readonly detail?: object;
}

/** SQL that records a migration as applied which others ran. */
export async function recordApplied(
  migration: Migration,
  { detail = {}, engine, records, tables }: HowRecorded,
): Promise<string> {
  const { phase } = await decidePhase(migration, loadParser);
  const entry = {
    ...{ migration, phase, provenance: engine.provenance, attempt: randomUUID() },
    // More than one: rows that are there were not written by a transaction that we know.
    segments: 2,
    hints: noHints,
    isRecorded: true as const,
  };
  const event = insertEvent({
    kind: 'adopt',
    version: migration.version,
    by: engine.provenance,
    detail: { records, phase, ...detail },
  });
  const history = records === 'both' ? `${insertHistory(entry, tables)} ` : '';
  return `${history}${upsertSide(entry, tables, 'applied')} ${event}`;
}
