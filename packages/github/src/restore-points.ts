import type { GitHub } from './client.ts';
import { type Author, isAuthor, type LedgerKey, parsed } from './ledger/payload.ts';
import { describeState } from './ledger/states.ts';
import { createStatus } from './ledger/write.ts';
import { createOurs, findWritten } from './promotion/records.ts';

const RESTORE_POINT_TASK = 'lockstep:restore-point';

/** A point that the whole database can be restored to, made before something that cannot be undone. */
export interface RestorePointPayload {
  readonly kind: 'lockstep-restore-point/1';
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  readonly actor: string;
  /** The release that was live; null where no one said. */
  readonly release: string | null;
  readonly commit: string;
  /** The Supabase project, and the name of the point in it. */
  readonly project: string;
  readonly name: string;
  /** When it was complete, in ISO 8601; null where Supabase does not say. */
  readonly completed: string | null;
}

/** Writes a restore point down. `creator` is whose records count. Throws RemoteError, InputError for another one. */
export async function recordRestorePoint(
  github: GitHub,
  creator: string,
  environment: string,
  payload: RestorePointPayload,
): Promise<void> {
  const description = `Restore point ${payload.name}`;
  const wanted = { environment, ref: payload.commit, task: RESTORE_POINT_TASK, description, payload };
  const record = await createOurs(github, creator, wanted);
  // A deployment without any status looks as if it were about to begin.
  const said = describeState('restore-point', `${payload.name} of ${payload.project}`);
  await createStatus(github, record.id, { state: 'inactive', description: said, log_url: payload.author.url });
}

/** The newest one of a release line; undefined where there is none. */
export async function findRestorePoint(
  github: GitHub,
  creator: string,
  key: LedgerKey,
): Promise<RestorePointPayload | undefined> {
  const found = await findWritten(github, creator, key, {
    task: RESTORE_POINT_TASK,
    read: readPayload,
    wanted: () => true,
  });
  return found?.payload;
}

function readPayload(payload: unknown): RestorePointPayload | undefined {
  const found = parsed(payload) as Partial<RestorePointPayload> | undefined;
  const whole =
    found?.kind === 'lockstep-restore-point/1' &&
    typeof found.id === 'string' &&
    typeof found.service === 'string' &&
    typeof found.project === 'string' &&
    typeof found.name === 'string' &&
    isAuthor(found.author);
  return whole ? (found as RestorePointPayload) : undefined;
}
