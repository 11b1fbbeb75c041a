import { hostAsker } from '@lockstep/action-kit/ask-host';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import type { OpenSwapRecord } from '@lockstep/action-kit/swap-record';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { defineAction, type Outcome, type PostShell, type Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import {
  alreadyThere,
  applySwap,
  expectationOf,
  nameOf,
  placesOf,
  planSwap,
  readBack,
  readSwapState,
  recheck,
  type SwapPlan,
  showPlan,
  type UndoEnd,
  undoSwap,
  type VercelApi,
  verdictOf,
} from '@lockstep/vercel';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { closeIntent, openIntent } from './intent.ts';
import { requestOf } from './request.ts';

export const action = defineAction({
  name: 'alias-swap',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo, witness },
});

/** Where main leaves what undo needs. */
const BEGUN = 'swap';
/** Of the undo budget of the job; the rest belongs to the schema. */
const UNDO_MS = 120_000;
/** How long a look may take that follows no change. */
const LOOK_MS = 10_000;

interface Begun {
  readonly plan: SwapPlan;
  readonly intent: OpenSwapRecord | undefined;
}

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  const api = vercelClient(values, shell);
  const github = githubClient(values, shell);
  const state = await readSwapState(api, values['vercel-project'], values['deployment-id']);
  const planned = planSwap(state, await requestOf(values, shell, { api, github }, state), shell.clock.now());
  const { plan } = planned;
  await shell.log.group('The plan', async () => shell.log.info(showPlan(plan)));
  shell.summary.add(`### Swap\n\n${showPlan(plan)}`);
  const told = (outcome: Outcome, swapped = false): Outcome => ({
    ...outcome,
    outputs: { 'previous-deployment-id': plan.from ?? '', swapped, plan },
  });

  if (alreadyThere(plan)) return told(await lookAgain(api, values, plan));
  if (planned.kind === 'refused') {
    const [first] = planned.refusals;
    const message = planned.refusals.map((refusal) => refusal.message).join('; ');
    return told({ verdict: verdictOf(planned.refusals), reason: first.code, message });
  }
  if (values['dry-run']) return told({ verdict: 'pass', reason: 'dry-run', message: wouldSwap(plan) });

  // Written down before the world is touched: a runner that dies from here on leaves what the undo needs.
  const intent = await openIntent(values, shell, plan);
  const late = await recheck(api, plan);
  if (late !== undefined) {
    await closeIntent(values, shell, intent, { state: 'unchanged', message: late.code });
    return told({ verdict: 'fail', reason: late.code, message: late.message });
  }
  shell.state.keep(BEGUN, { plan, intent } satisfies Begun);
  shell.journal?.began('alias-swap', { from: plan.from, to: plan.to, hosts: plan.hosts });
  shell.journal?.traffic('reached', { from: plan.from, to: plan.to });
  const { verdict, reason, message } = await applySwap(api, plan, {
    probe: hostAsker(values),
    timeoutMs: values['swap-timeout'],
  });
  if (verdict === 'pass') shell.journal?.finished('alias-swap', { to: plan.to });
  // Only what is sure is undone; anything else waits for a person.
  if (verdict === 'unknown') shell.journal?.held(reason);
  const swap = { state: verdict === 'pass' ? 'swapped' : 'unresolved', message: reason } as const;
  await closeIntent(values, shell, intent, swap);
  return told({ verdict, reason, message }, verdict === 'pass');
}

async function lookAgain(api: VercelApi, values: Inputs, plan: SwapPlan): Promise<Outcome> {
  const until = api.clock.now() + LOOK_MS;
  const back = await readBack(api, expectationOf(plan), { probe: hostAsker(values), until });
  const trouble = placesOf(back);
  const name = nameOf(plan.to, plan.toCommit);
  if (trouble.length === 0)
    return {
      verdict: 'pass',
      reason: 'already-live',
      message: `${name} was live everywhere already; nothing was changed`,
    };
  return {
    verdict: back.differs.length > 0 ? 'fail' : 'unknown',
    reason: back.differs.length > 0 ? 'swap-incomplete' : 'swap-unconfirmed',
    message: `${name} was live already, but ${trouble.map(({ shown }) => shown).join('; ')}`,
  };
}

function wouldSwap(plan: SwapPlan): string {
  return `would move ${plan.hosts.length} hosts from ${nameOf(plan.from, plan.fromCommit)} to ${nameOf(plan.to, plan.toCommit)}; nothing was changed`;
}

async function undo(values: Inputs, shell: PostShell): Promise<Outcome | undefined> {
  const begun = shell.state.get(BEGUN) as Begun | undefined;
  if (begun === undefined) return undefined;
  const { plan, intent } = begun;
  const api = vercelClient(values, shell);
  const until = shell.clock.now() + UNDO_MS;
  const end = await undoSwap(api, plan, { probe: hostAsker(values), until }).catch(notSeen);
  shell.journal?.traffic(end.traffic, { to: plan.from, pinned: plan.pinsClients });
  const message = end.verdict === 'pass' ? end.message : `${end.message}; go on with the rollback action, to: finish`;
  shell.summary.add(`### Swap undone\n\n${message}`);
  const state = end.verdict !== 'pass' ? 'unresolved' : end.moved ? 'put-back' : 'unchanged';
  await closeIntent(values, shell, intent, { state, message: end.reason });
  return { verdict: end.verdict, reason: end.reason, message };
}

/** Vercel could not be read in the midst of it: nobody knows how far it got. */
function notSeen(error: unknown): UndoEnd {
  const message = describe(error);
  return {
    verdict: 'unknown',
    reason: 'undo-unconfirmed',
    message,
    traffic: 'unconfirmed',
    moved: false,
    cronsStayed: false,
  };
}

/** The release's own record, by its id. */
async function witness(
  values: Inputs,
  shell: Shell,
  release: { readonly id: string; readonly environment: string; readonly service: string },
): Promise<'released' | 'not-released'> {
  const { environment, service } = release;
  const view = await ledgerClient(values, shell).read({ environment, service });
  return view.heads.some(({ id, state }) => id === release.id && state === 'released') ? 'released' : 'not-released';
}
