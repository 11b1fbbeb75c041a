import type { Logger, Secret } from '@lockstep/base';
import { readDatabase } from './facts.ts';
import { databaseOpener } from './open.ts';
import { type DatabaseLimits, type DatabaseReport, judgeDatabase } from './report.ts';
import { writeSnapshot } from './snapshot.ts';
import type { StatementSnapshot } from './statements.ts';

export interface DatabaseLook {
  readonly databaseUrl: Secret;
  readonly limits: DatabaseLimits;
  /** The snapshot of the report before, where there is one. */
  readonly earlier: StatementSnapshot | undefined;
  readonly nowMs: () => number;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** The report, and the snapshot for the next one: undefined where the statements could not be read. */
export interface DatabaseLooked extends DatabaseReport {
  readonly snapshot: string | undefined;
}

/** Reads the statistics once, and judges them. Throws what the session throws. */
export async function lookAtStatistics({
  databaseUrl,
  earlier,
  limits,
  log,
  nowMs,
  signal,
}: DatabaseLook): Promise<DatabaseLooked> {
  const session = await databaseOpener(databaseUrl, log)(signal);
  const facts = await readDatabase(session).finally(() => session.close());
  const { statements } = facts;
  return {
    ...judgeDatabase(facts, earlier, limits, nowMs()),
    snapshot: statements.kind === 'read' ? writeSnapshot(statements.snapshot) : undefined,
  };
}
