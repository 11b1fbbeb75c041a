import { defineAction, type Outcome, type PostShell, type Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import {
  alreadyThere,
  applySwap,
  createClient,
  expectationOf,
  nameOf,
  planSwap,
  readBack,
  readSwapState,
  recheck,
  type SwapPlan,
  showPlan,
  undoSwap,
  type VercelApi,
  verdictOf,
} from '@lockstep/vercel';
import { askerOf } from './ask-host.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { wishOf } from './wish.ts';

export const action = defineAction({
  name: 'alias-swap',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo },
});

/** Where main leaves what undo needs. */
const SWAP = 'swap';
/** Of the undo budget of the job; the rest belongs to the schema. */
const UNDO_MS = 120_000;
/** How long a look may take that follows no change. */
const LOOK_MS = 10_000;

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  const api = clientOf(values, shell);
  const state = await readSwapState(api, values['vercel-project'], values['deployment-id']);
  const planned = planSwap(state, await wishOf(values, shell, api, state), shell.clock.now());
  const { plan } = planned;
  await shell.log.group('The plan', async () => shell.log.info(showPlan(plan)));
  shell.summary.add(`### Swap\n\n${showPlan(plan)}`);
  const told = (outcome: Outcome, swapped: boolean): Outcome => ({
    ...outcome,
    outputs: { 'previous-deployment-id': plan.from ?? '', swapped, plan },
  });

  if (alreadyThere(plan)) return told(await lookAgain(api, values, plan), false);
  if (planned.kind === 'refused') {
    const [first] = planned.refusals;
    const message = planned.refusals.map((refusal) => refusal.message).join('; ');
    return told({ verdict: verdictOf(planned.refusals), reason: first.code, message }, false);
  }
  if (values['dry-run']) return told({ verdict: 'pass', reason: 'dry-run', message: wouldSwap(plan) }, false);

  const late = await recheck(api, plan);
  if (late !== undefined) return told({ verdict: 'fail', reason: late.code, message: late.message }, false);
  // Written down before the world is touched: a runner that dies from here on leaves what the undo needs.
  shell.state.save(SWAP, plan);
  shell.journal?.began('alias-swap', { from: plan.from, to: plan.to, hosts: plan.hosts });
  shell.journal?.traffic('reached', { from: plan.from, to: plan.to });
  const { verdict, reason, message } = await applySwap(api, plan, {
    probe: askerOf(values),
    timeoutMs: values['swap-timeout'],
  });
  if (verdict === 'pass') shell.journal?.finished('alias-swap', { to: plan.to });
  // Only what is sure is undone; anything else waits for a person.
  if (verdict === 'unknown') shell.journal?.held(reason);
  return told({ verdict, reason, message }, verdict === 'pass');
}

async function lookAgain(api: VercelApi, values: Inputs, plan: SwapPlan): Promise<Outcome> {
  const until = api.clock.now() + LOOK_MS;
  const back = await readBack(api, expectationOf(plan), { probe: askerOf(values), until });
  const trouble = [...back.differs, ...back.unclear];
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
    message: `${name} was live already, but ${trouble.join('; ')}`,
  };
}

function wouldSwap(plan: SwapPlan): string {
  return `would move ${plan.hosts.length} hosts from ${nameOf(plan.from, plan.fromCommit)} to ${nameOf(plan.to, plan.toCommit)}; nothing was changed`;
}

async function undo(values: Inputs, shell: PostShell): Promise<Outcome | undefined> {
  const plan = shell.state.get(SWAP) as SwapPlan | undefined;
  if (plan === undefined) return undefined;
  try {
    const until = shell.clock.now() + UNDO_MS;
    const end = await undoSwap(clientOf(values, shell), plan, { probe: askerOf(values), until });
    shell.journal?.traffic(end.traffic, { to: plan.from });
    shell.summary.add(`### Swap undone\n\n${end.message}`);
    return {
      verdict: end.verdict,
      reason: end.reason,
      message: end.verdict === 'pass' ? end.message : withWayOn(end.message),
    };
  } catch (error) {
    shell.journal?.traffic('unconfirmed', { to: plan.from });
    return { verdict: 'unknown', reason: 'undo-unconfirmed', message: withWayOn(describe(error)) };
  }
}

function withWayOn(message: string): string {
  return `${message}; go on with the rollback action, to: finish`;
}

function clientOf(values: Inputs, shell: Shell): VercelApi {
  return createClient({
    token: values['vercel-token'],
    team: values['vercel-team'],
    apiUrl: values['vercel-api-url'] ?? new URL('https://api.vercel.com'),
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
    fetch,
    requestTimeoutMs: values['request-timeout'],
  });
}
