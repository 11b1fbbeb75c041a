import { cascades } from './cascade.ts';
import { channels } from './channels.ts';
import { creators } from './creators.ts';
import type { Extra, Extras } from './extra.ts';
import { foreignTables } from './foreign-tables.ts';
import { ownRole } from './own-role.ts';
import { realtime } from './realtime.ts';
import { sequences } from './sequences.ts';
import { sideEffects } from './side-effects.ts';
import { uniqueOracle } from './unique-oracle.ts';
import { viewWrites } from './view-writes.ts';

const ALL: readonly ((extras: Extras) => Promise<readonly Extra[]>)[] = [
  viewWrites,
  realtime,
  channels,
  foreignTables,
  uniqueOracle,
  sequences,
  creators,
  sideEffects,
  cascades,
  ownRole,
];

export async function findExtras(extras: Extras): Promise<readonly Extra[]> {
  const found: Extra[] = [];
  for (const find of ALL) found.push(...(await find(extras)));
  return found;
}
