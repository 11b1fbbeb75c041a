import type { Engine } from '../engine/engine.ts';
import type { ArchiveRecord } from './catalog.ts';
import type { ContractData } from './contract-data.ts';
import { loadContractData, loadManagement, loadRestore } from './lazily.ts';
import type { Erased, Erasure } from './manage.ts';
import type { RestoreOptions, RestoreReport } from './restore.ts';

/** What a person or a schedule does with archives; each is loaded when it is asked for. */

export async function restoreArchives(engine: Engine, options: RestoreOptions): Promise<RestoreReport> {
  return (await loadRestore()).restoreArchives(engine, options);
}

/** Of each contract migration that some releases applied, whether what it deleted can be restored. */
export async function readContractData(engine: Engine, releases: readonly string[]): Promise<readonly ContractData[]> {
  return (await loadContractData()).readContractData(engine, releases);
}

export async function listArchives(engine: Engine): Promise<readonly ArchiveRecord[]> {
  return (await loadManagement()).listArchives(engine);
}

export async function pruneArchives(
  engine: Engine,
  options: { readonly dryRun: boolean },
): Promise<readonly ArchiveRecord[]> {
  return (await loadManagement()).pruneArchives(engine, options);
}

export async function extendArchive(
  engine: Engine,
  id: string,
  options: { readonly because: string; readonly keepMs: number; readonly dryRun?: boolean },
): Promise<ArchiveRecord> {
  return (await loadManagement()).extendArchive(engine, id, options);
}

export async function removeArchive(
  engine: Engine,
  id: string,
  options: { readonly because: string; readonly dryRun?: boolean },
): Promise<ArchiveRecord> {
  return (await loadManagement()).removeArchive(engine, id, options);
}

export async function eraseFromArchives(
  engine: Engine,
  erasures: readonly Erasure[],
  options: { readonly because: string; readonly dryRun: boolean },
): Promise<readonly Erased[]> {
  return (await loadManagement()).eraseFromArchives(engine, erasures, options);
}
