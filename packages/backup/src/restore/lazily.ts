import type { Drilled, DrillOptions } from '../drill/drill.ts';
import type { TablesRestored } from './tables.ts';
import type { WholeOptions, WholeRestored } from './whole.ts';

/** What restores is loaded when it is used. */
const restoring = () => import('./engine.ts');

export async function drillBackup(options: DrillOptions): Promise<Drilled> {
  return (await restoring()).drillBackup(options);
}

export async function restoreWhole(options: WholeOptions): Promise<WholeRestored> {
  return (await restoring()).restoreWhole(options);
}

export async function restoreTables(options: WholeOptions, names: readonly string[]): Promise<TablesRestored> {
  return (await restoring()).restoreTables(options, names);
}
