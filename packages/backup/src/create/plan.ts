import { type Inventory, readInventory } from '../source/inventory.ts';
import { openSource } from '../source/snapshot.ts';
import type { CreateOptions } from './options.ts';

/** What a backup would hold at this moment; takes no lock and stores nothing. Throws InputError and RemoteError. */
export async function planBackup({
  target,
  selection,
  log,
  signal,
}: Pick<CreateOptions, 'target' | 'selection' | 'log' | 'signal'>): Promise<Inventory> {
  const session = await openSource(target, log, signal);
  try {
    await session.rows('set row_security = off');
    return await readInventory(session, selection, { locked: false });
  } finally {
    await session.close();
  }
}
