import { archive } from './archive.ts';
import { down } from './down.ts';
import { importHistory } from './import.ts';
import { lint } from './lint.ts';
import { adopt, repair } from './records.ts';
import { status } from './status.ts';
import { plan, up } from './up.ts';
import { verify } from './verify.ts';

export { refusedEnd } from '@lockstep/action-kit/migrate/refused-end';
export { runDb } from './db.ts';
export { downDraft } from './down-draft.ts';
export { newMigration } from './new.ts';

/** What the commands on a database do, with the engine, which no other command waits for. */
export const runs = { up, plan, down, status, adopt, import: importHistory, repair, archive } as const;

/** And those that do without one, where none is named. */
export const runsWithout = { lint, verify } as const;
