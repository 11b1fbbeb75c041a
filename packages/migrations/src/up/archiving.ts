import { literal, type Session } from '@lockstep/postgres';
import { createArchivist } from '../archive/archivist.ts';
import { carrierFor } from '../archive/carry.ts';
import type { Archived } from '../archive/copy.ts';
import { guardedRuns } from '../archive/guarded-runs.ts';
import { ownsArchives } from '../archive/notes.ts';
import { previewArchive } from '../archive/preview.ts';
import { readArchives, sealArchives } from '../archive/sealing.ts';
import { countPredicted } from '../data-loss/count-predicted.ts';
import { predict } from '../data-loss/predict.ts';
import { findUntestable } from '../data-loss/untestable.ts';
import { loadParser, type Parse } from '../parse/parser.ts';
import { readStatements } from '../parse/statements.ts';
import type { Runner } from '../run/runner.ts';
import type { Script } from '../sql/inspect.ts';
import type { NewRuns } from './apply.ts';
import { type ContractArchive, decideArchive, type UpArchive, untested } from './archive-plan.ts';
import type { PlannedUp } from './plan.ts';

/** A plan is no reason to read a large table for longer. */
const WITHIN_MS = 5_000;

/** Of each contract migration, by version, what becomes of what it deletes. Takes no lock. */
export async function planArchives(
  runner: Pick<Runner, 'session'>,
  planned: readonly PlannedUp[],
  archive: ContractArchive,
): Promise<ReadonlyMap<string, UpArchive>> {
  const contracts = planned.filter(({ decision }) => decision.phase === 'contract');
  const parse = await loadParser();
  const decided = new Map<string, UpArchive>();
  for (const { migration } of contracts)
    decided.set(migration.version, await planOne(runner, migration.up, archive, parse));
  return decided;
}

async function planOne(
  { session }: Pick<Runner, 'session'>,
  script: Script,
  { limits, mode }: ContractArchive,
  parse: Parse,
): Promise<UpArchive> {
  const { noArchive } = script.directives;
  const { deletes, opaque } = predict(script, parse);
  const isHarmless = !opaque && deletes.length === 0 && onlyDefines(script, parse);
  const losses = (await countPredicted(session, deletes, undefined, WITHIN_MS)) ?? [];
  const untestable = await findUntestable(session, script);
  const isSeen = noArchive === undefined && losses.length > 0;
  const preview = isSeen ? await previewArchive(session, { deletes, losses, own: undefined }, limits, 'up') : undefined;
  return decideArchive(mode, { isHarmless, noArchive, losses, untestable, preview });
}

/** Statements that, where they name nothing that goes, leave every row and value as it is. */
const DEFINES = new Set([
  'AlterTableStmt',
  'AlterFunctionStmt',
  'AlterObjectSchemaStmt',
  'AlterOwnerStmt',
  'AlterPolicyStmt',
  'CommentStmt',
  'CreateFunctionStmt',
  'CreatePolicyStmt',
  'CreateStmt',
  'CreateTrigStmt',
  'DropStmt',
  'GrantStmt',
  'IndexStmt',
  'RenameStmt',
  'VariableSetStmt',
  'ViewStmt',
]);

function onlyDefines(script: Script, parse: Parse): boolean {
  return readStatements(script, parse).every(
    ({ class: kind, parsed }) =>
      (parsed !== undefined && DEFINES.has(parsed.type)) || ['begin', 'commit', 'rollback'].includes(kind),
  );
}

/** What runs the transactions of one contract migration, and archives what they delete. */
export function newRunsFor(
  { engine, session, tables }: Runner,
  planned: PlannedUp,
  { limits }: ContractArchive,
): NewRuns {
  const { name, version } = planned.migration;
  const { release } = engine.provenance;
  const of = { direction: 'up', version, migration: name, release, cluster: tables.cluster } as const;
  // Everything counts as data: what migrations put there would be missed as much.
  const guard = { allowsLoss: false, own: async () => undefined };
  return async (script) => {
    const carrier = (await ownsArchives(session)) ? await carrierFor(session) : undefined;
    // That it commits by itself may show only when the server refuses it in a transaction.
    const losses = await findUntestable(session, script);
    if (losses.length > 0) return { losses, unarchived: losses.map(untested) };
    return { runs: guardedRuns({ ...guard, carrier }, () => createArchivist(engine, of, limits)) };
  };
}

/** What is in the list of a contract migration since it was applied, where no one saw its end. */
export async function archivedBy(session: Session, version: string, keepMs: number): Promise<readonly Archived[]> {
  const archives = await readArchives(session);
  const last = `(select coalesce(pg_catalog.max(d.id), 0) from lockstep.events d where d.kind = 'down' and d.version = ${literal(version)})`;
  const rows = await session.rows(`
    select each->>'id' from lockstep.events e cross join lateral pg_catalog.jsonb_array_elements(e.detail->'archives') each
     where e.kind = 'archive' and e.version = ${literal(version)} and e.detail->>'direction' = 'up' and e.id > ${last}`);
  const ids = new Set(rows.map((row) => row[0]));
  return archives
    .filter(({ id }) => ids.has(id))
    .map(({ bytes, id, kind, rows: count, source }) => ({ id, object: source, kind, rows: count, bytes, keepMs }));
}

/** Sums up what is new, behind the commit and without a lock. */
export async function seal(session: Session): Promise<void> {
  await sealArchives(session, await readArchives(session));
}
