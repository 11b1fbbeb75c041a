import { type ArchiveLimits, defaultArchiveLimits } from '../../src/archive/limits.ts';
import type { ContractArchive } from '../../src/up/archive-plan.ts';
import { type UpReport, up } from '../../src/up/up.ts';
import { type Database, type EngineSetup, engineOn, folderOf, type Ground } from '../ground.ts';

/** What the database has before, and a contract migration with its down migration. */
export interface Contract {
  readonly before?: string;
  readonly contract: string;
  readonly down?: string;
}

export interface ContractSetup extends EngineSetup {
  readonly mode?: ContractArchive['mode'] | 'never';
  readonly archiveLimits?: Partial<ArchiveLimits>;
  readonly version?: string;
  /** Other files of its folder. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Applies a contract migration, and archives what it deletes. */
export function applyContract(
  ground: Ground,
  database: Database,
  { contract, down }: Contract,
  { archiveLimits, mode = 'auto', more = {}, version = '5', ...setup }: ContractSetup = {},
): Promise<UpReport> {
  const rollback = down === undefined ? {} : { [`rollbacks/${version}_contract.sql`]: down };
  const folder = folderOf(ground.scope, {
    [`migrations/${version}_contract.sql`]: `-- lockstep: contract\n${contract}`,
    ...rollback,
    ...more,
  });
  const limits = { ...defaultArchiveLimits, ...archiveLimits };
  const archive = mode === 'never' ? {} : { archive: { mode, limits } };
  return up(engineOn(database, setup), { folder, phase: 'contract', allowOutOfOrder: false, ...archive });
}

export async function contracted(ground: Ground, contract: Contract, setup: ContractSetup = {}) {
  const database = await ground.database();
  if (contract.before !== undefined) await database.run(contract.before);
  return { database, report: await applyContract(ground, database, contract, setup) };
}
