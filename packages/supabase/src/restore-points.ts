import { InputError, type Persistence, sendOnce } from '@lockstep/base';
import { orNone } from './backups.ts';
import type { SupabaseApi } from './client.ts';
import type { V1RestorePointResponse } from './openapi.generated.ts';
import { needed, textOf, timeOf, type Unsure } from './unsure.ts';

export interface RestorePoint {
  readonly name: string;
  readonly state: 'available' | 'pending' | 'gone' | 'failed' | 'not-known';
  /** In milliseconds since the epoch; undefined until it is complete. */
  readonly completedMs: number | undefined;
}

const NAME = /^[\w-]{1,20}$/;
const PERSISTENCE: Persistence = { sends: 2, lookAfterMs: [1_000, 3_000, 6_000] };

/**
 * A named point that the database can be led back to; undefined where there is none of that name. Permission
 * `backups_read`. Supabase's description has it, marked as internal: it may go without notice.
 */
export async function readRestorePoint(api: SupabaseApi, ref: string, name: string): Promise<RestorePoint | undefined> {
  assertName(name);
  const answer = await orNone(api.read('v1-get-restore-point', ref, { name }), [404]);
  // An answer without a name is how an empty one looks; another name is not what was asked for.
  return answer === undefined || textOf(answer.name) !== name ? undefined : pointOf(answer);
}

/** Makes one. What is lost on the way is looked for by its name before it is asked for again. Permission `backups_write`. */
export async function createRestorePoint(
  api: SupabaseApi,
  ref: string,
  name: string,
  persistence: Partial<Persistence> = {},
): Promise<RestorePoint> {
  assertName(name);
  const { clock, signal } = api;
  return sendOnce(
    {
      send: async () => {
        const sent = await api.change('v1-create-restore-point', ref, { name });
        return sent.kind === 'accepted' ? { kind: 'accepted', data: pointOf(sent.data) } : sent;
      },
      look: () => readRestorePoint(api, ref, name),
    },
    { ...PERSISTENCE, ...persistence },
    { clock, signal },
  );
}

function pointOf(answer: Unsure<V1RestorePointResponse>): RestorePoint {
  const of = 'the restore point';
  return {
    name: needed(textOf(answer?.name), 'name', of),
    state: stateOf(needed(textOf(answer?.status), 'status', of)),
    completedMs: timeOf(answer?.completed_on),
  };
}

function stateOf(status: string): RestorePoint['state'] {
  switch (status) {
    case 'AVAILABLE':
      return 'available';
    case 'PENDING':
      return 'pending';
    case 'REMOVED':
      return 'gone';
    case 'FAILED':
      return 'failed';
    default:
      return 'not-known';
  }
}

function assertName(name: string): void {
  if (!NAME.test(name))
    throw new InputError(`restore point: "${name}" can be no name; expected 1 to 20 letters, digits, - and _`);
}
