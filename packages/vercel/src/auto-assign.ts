import { describe } from '@lockstep/base';
import { textAt } from './answer.ts';
import type { VercelApi } from './client.ts';
import type { SwapPlan } from './plan-swap.ts';
import { readProject } from './project.ts';

/**
 * A rollback switches off that new production builds take the production domains by themselves, until a promote
 * (https://vercel.com/docs/instant-rollback). Puts it back as it was before the swap, or says what stays and how to
 * end it. `''` where there is nothing to tell. Never throws but for cancellation: the undo itself is done.
 */
export async function restoreAutoAssign(
  api: VercelApi,
  swap: Pick<SwapPlan, 'projectId' | 'autoAssign'>,
): Promise<string> {
  try {
    if (!swap.autoAssign) return '';
    if ((await readProject(api, swap.projectId)).autoAssign) return '';
    const path = `/v9/projects/${encodeURIComponent(swap.projectId)}`;
    const answer = await api.change('PATCH', path, {}, { autoAssignCustomDomains: true });
    if ((await readProject(api, swap.projectId)).autoAssign)
      return 'the rollback had switched auto-assignment off, it is on again';
    const why =
      answer.kind === 'accepted'
        ? `it reads ${textAt(answer.body, 'autoAssignCustomDomains') ?? 'off'} still`
        : describe(answer.error);
    return staysOff(why);
  } catch (error) {
    if (api.signal.aborted) throw error;
    return staysOff(describe(error));
  }
}

function staysOff(why: string): string {
  return `auto-assignment is off since the rollback (${why}): later production builds stay staged until one is promoted, by the next release or by "Undo Rollback" in the dashboard`;
}
