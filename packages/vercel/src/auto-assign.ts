import { describe } from '@lockstep/base';
import type { VercelApi } from './client.ts';
import type { SwapPlan } from './plan-swap.ts';
import { readProject } from './project.ts';

const LOOK_AFTER_MS = [0, 500, 1_500] as const;
/** Setting it twice sets it once: a lost answer may be followed by another try. */
const TRIES = 2;

/**
 * A rollback switches off that new production builds take the production domains by themselves, until a promote
 * (https://vercel.com/docs/instant-rollback). Puts it back as it was before the swap, or says what stays and how to
 * end it. It is not asked first whether it is off: right after the rollback such a read may be an old one. `''` where
 * there is nothing to tell. Never throws but for cancellation: the undo itself is done.
 */
export async function restoreAutoAssign(
  api: VercelApi,
  swap: Pick<SwapPlan, 'projectId' | 'autoAssign'>,
): Promise<string> {
  if (!swap.autoAssign) return '';
  const path = `/v9/projects/${encodeURIComponent(swap.projectId)}`;
  let why = 'it reads off still';
  try {
    for (let turn = 0; turn < TRIES; turn++) {
      const answer = await api.change('PATCH', path, {}, { autoAssignCustomDomains: true });
      if (answer.kind !== 'accepted') why = describe(answer.error);
      if (answer.kind === 'refused') break;
      for (const ms of LOOK_AFTER_MS) {
        await api.clock.sleep(ms, api.signal);
        if ((await readProject(api, swap.projectId)).autoAssign)
          return 'the rollback had switched auto-assignment off, it is on again';
      }
    }
  } catch (error) {
    if (api.signal.aborted) throw error;
    why = describe(error);
  }
  return `auto-assignment is off since the rollback (${why}): later production builds stay staged until one is promoted, by the next release or by "Undo Rollback" in the dashboard`;
}
