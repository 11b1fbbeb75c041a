import { describe, lookAfter } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { readProject } from '../project.ts';
import type { SwapPlan } from './plan-swap.ts';

/** When to look: a change that a job made may show up a little later. In milliseconds from one look to the next. */
const LOOK_AFTER_MS = [0, 500, 1_500] as const;
/** Setting it twice sets it once: a lost answer may be followed by another try. */
const TRIES = 2;

/** Whether new production builds get the production domains automatically, as `autoAssign` of the plan said before. */
type Before = Pick<SwapPlan, 'projectId' | 'autoAssign'>;

/** What became of the setting, and what to say of it (`''` where it never changed). */
export interface AutoAssignEnd {
  readonly state: 'unchanged' | 'restored' | 'not-restored';
  readonly message: string;
}

export const AUTO_ASSIGN_UNCHANGED: AutoAssignEnd = { state: 'unchanged', message: '' };

/**
 * Both jobs change that setting of the project: a rollback switches it off (vercel.com/docs/instant-rollback), and a
 * promote switches it on, as the end of a rollback or for no reason (vercel/vercel#15095), after which the next push
 * would go live without any gate. Restores it, or says what it is now and how to end that. Throws nothing but a
 * cancellation: the swap or the undo itself is done.
 */
export async function keepAutoAssign(
  api: VercelApi,
  before: Before,
  after: 'promote' | 'rollback',
): Promise<AutoAssignEnd> {
  try {
    // It is not asked first whether a rollback switched it off: right after it, such a read may be an old one.
    const known = after === 'rollback' && before.autoAssign;
    if (!known && !(await changes(api, before))) return AUTO_ASSIGN_UNCHANGED;
    const why = await set(api, before);
    return why === undefined ? restored(before, after) : notRestored(before, after, why);
  } catch (error) {
    if (api.signal.aborted) throw error;
    return notRestored(before, after, describe(error));
  }
}

/** Whether it is seen to be another than before. */
async function changes(api: VercelApi, { projectId, autoAssign }: Before): Promise<boolean> {
  // Off is what keeps pushes behind the gates, so that an old reading must not pass for it.
  const isOther = async () => ((await readProject(api, projectId)).autoAssign !== autoAssign ? true : undefined);
  return (await lookAfter(api, autoAssign ? [0] : LOOK_AFTER_MS.slice(0, 2), isOther)) ?? false;
}

/** Undefined once it reads as it was; else why it does not. */
async function set(api: VercelApi, { projectId, autoAssign }: Before): Promise<string | undefined> {
  const path = `/v9/projects/${encodeURIComponent(projectId)}`;
  let why = `Vercel still shows it ${autoAssign ? 'off' : 'on'}`;
  for (let turn = 0; turn < TRIES; turn++) {
    const answer = await api.change('PATCH', path, {}, { autoAssignCustomDomains: autoAssign });
    if (answer.kind !== 'accepted') why = describe(answer.error);
    if (answer.kind === 'refused') break;
    const isBack = async () => ((await readProject(api, projectId)).autoAssign === autoAssign ? true : undefined);
    if (await lookAfter(api, LOOK_AFTER_MS, isBack)) return undefined;
  }
  return why;
}

function restored({ autoAssign }: Before, after: string): AutoAssignEnd {
  const [was, is] = autoAssign ? ['off', 'on'] : ['on', 'off'];
  return {
    state: 'restored',
    message: `the ${after} had switched auto-assignment ${was}, it was switched ${is} again`,
  };
}

function notRestored({ autoAssign }: Before, after: string, why: string): AutoAssignEnd {
  const message = autoAssign
    ? `auto-assignment is off since the ${after} (${why}): later production builds stay staged until one is promoted, by the next release or by "Undo Rollback" in the dashboard`
    : `auto-assignment may be on since the ${after} (${why}): the next production build, also of a push, would go live automatically without any gate; switch "Auto-assign Custom Production Domains" off in the project's settings`;
  return { state: 'not-restored', message };
}
