import { hostAsker } from '@lockstep/action-kit/ask-host';
import { credentialsOf } from '@lockstep/action-kit/gate-credentials';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import type { OpenSwapRecord } from '@lockstep/action-kit/swap-record';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { defineAction, type Outcome, type PostShell, type Shell } from '@lockstep/action-shell';
import { count, describe } from '@lockstep/base';
import {
  alreadyThere,
  applySwap,
  describePlan,
  expectationOf,
  nameOf,
  type PlannedSwap,
  placesOf,
  planSwap,
  readBack,
  readSwapSnapshot,
  recheck,
  type SwapEnd,
  type SwapPlan,
  type UndoEnd,
  undoSwap,
  type VercelApi,
  verdictOf,
} from '@lockstep/vercel';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { requestOf } from './request.ts';
import { checkRolling, isRolling, type RolledOut, rollOut, type StageNews } from './roll-out.ts';
import { type SwapNews, swapSummary, undoSummary } from './summary.ts';
import { recordEnd, recordSwap } from './swap-record.ts';

export const action = defineAction({
  name: 'alias-swap',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo, witness },
});

/** The key under which main keeps what the undo needs. */
const BEGUN = 'swap';
/** Part of the undo budget of the job; the rest is for the schema. */
const UNDO_MS = 120_000;
/** How long a read-back may take that follows no change. */
const LOOK_MS = 10_000;

interface Begun {
  readonly plan: SwapPlan;
  readonly record: OpenSwapRecord | undefined;
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const api = vercelClient(values, shell);
  const github = githubClient(values, shell);
  const state = await readSwapSnapshot(api, values['vercel-project'], values['deployment-id']);
  const planned = planSwap(state, await requestOf(values, shell, { api, github }, state), shell.clock.now());
  const { plan } = planned;
  await shell.log.group('The plan', async () => shell.log.info(describePlan(plan).join('\n')));
  const end = await carryOut({ values, shell, api }, planned);
  shell.summary.add(swapSummary(plan, end.news));
  const { news: _shown, stages = [], swapped = false, ...outcome } = end;
  const outputs = {
    'previous-deployment-id': plan.from ?? '',
    swapped,
    stages: stages.length === 0 ? '' : stages,
    plan,
  };
  return { ...outcome, outputs };
}

/** What the step works with. */
interface Tools {
  readonly values: Inputs;
  readonly shell: Shell;
  readonly api: VercelApi;
}

/** How the step ends, and what the run page says of it. */
type End = Pick<Outcome<Reason>, 'verdict' | 'reason' | 'message' | 'causes'> & {
  readonly news: SwapNews;
  /** Whether this step moved the traffic. */
  readonly swapped?: boolean;
  /** Of a rolling release, each stage that was judged. */
  readonly stages?: readonly StageNews[];
};

async function carryOut(tools: Tools, planned: PlannedSwap): Promise<End> {
  const { plan } = planned;
  if (alreadyThere(plan)) return await confirmLive(tools, plan);
  if (planned.kind === 'refused') {
    const [first] = planned.refusals;
    const messages = planned.refusals.map(({ message }) => message);
    const causes = messages.map((message) => ({ message }));
    const news = { kind: 'unchanged', causes: messages } as const;
    return { verdict: verdictOf(planned.refusals), reason: first.code, message: messages.join('; '), causes, news };
  }
  if (isRolling(plan)) await checkRolling(tools.values, plan, tools.shell);
  if (tools.values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: wouldSwap(plan), news: { kind: 'dry-run' } };
  return await swap(tools, plan);
}

async function swap(tools: Tools, plan: SwapPlan): Promise<End> {
  const { values, shell, api } = tools;
  // Recorded before the change: a runner that dies from here on leaves what the undo needs.
  const record = await recordSwap(values, shell, plan);
  const late = await recheck(api, plan);
  if (late !== undefined) {
    const { code, message } = late;
    await recordEnd(values, shell, record, { state: 'unchanged', message: code });
    return { verdict: 'fail', reason: code, message, news: { kind: 'outdated', causes: [message] } };
  }
  shell.state.keep(BEGUN, { plan, record } satisfies Begun);
  shell.journal?.began('alias-swap', { from: plan.from, to: plan.to, hosts: plan.hosts });
  shell.journal?.traffic('reached', { from: plan.from, to: plan.to });
  const done: Promise<SwapEnd | RolledOut> = isRolling(plan)
    ? rollOut(tools, plan, record)
    : applySwap(api, plan, { probe: asker(values, shell), timeoutMs: values['swap-timeout'] });
  const made = await done.catch((error: unknown) => {
    const news = { kind: 'uncertain', causes: [describe(error)], readBack: undefined } as const;
    shell.summary.add(swapSummary(plan, news));
    throw error;
  });
  const { verdict, reason, message } = made;
  if (verdict === 'pass') shell.journal?.finished('alias-swap', { to: plan.to });
  // Only what is certain is undone; anything else waits for a person.
  if (verdict === 'unknown') shell.journal?.held(reason);
  const state = verdict === 'pass' ? 'swapped' : 'unresolved';
  await recordEnd(values, shell, record, { state, message: reason });
  const stages = 'stages' in made ? made.stages : [];
  return { verdict, reason, message, swapped: verdict === 'pass', stages, news: newsOf(made) };
}

/** What the run page says of it. */
function newsOf(made: SwapEnd | RolledOut): SwapNews {
  const { cause, readBack, verdict } = made;
  const rolled = 'stages' in made ? { stages: made.stages, share: made.share } : undefined;
  const causes = 'notVerified' in made ? [cause, ...made.notVerified] : [cause];
  if (verdict === 'pass') return { kind: 'live', causes: causes.slice(1), ...(rolled === undefined ? {} : { rolled }) };
  return { kind: NEWS[verdict], causes, readBack, ...(rolled === undefined ? {} : { rolled }) };
}

const NEWS = { fail: 'failed', unknown: 'uncertain' } as const;

/** Asks the hosts of the project which build they serve. */
function asker(values: Inputs, shell: Shell) {
  return hostAsker(values, credentialsOf(values, shell));
}

async function confirmLive({ values, shell, api }: Tools, plan: SwapPlan): Promise<End> {
  const until = api.clock.now() + LOOK_MS;
  const back = await readBack(api, expectationOf(plan), { probe: asker(values, shell), until });
  const places = placesOf(back);
  const name = nameOf(plan.to, plan.toCommit);
  if (places.length === 0)
    return {
      verdict: 'pass',
      reason: 'already-live',
      message: `${name} was live everywhere already; nothing was changed`,
      news: { kind: 'live' },
    };
  const message = `${name} was live already, but ${places.map(({ shown }) => shown).join('; ')}`;
  return back.differs.length > 0
    ? { verdict: 'fail', reason: 'swap-incomplete', message, news: { kind: 'failed', causes: [], readBack: back } }
    : {
        verdict: 'unknown',
        reason: 'swap-unconfirmed',
        message,
        news: { kind: 'uncertain', causes: [], readBack: back },
      };
}

function wouldSwap(plan: SwapPlan): string {
  return `would move ${count(plan.hosts.length, 'host')} from ${nameOf(plan.from, plan.fromCommit)} to ${nameOf(plan.to, plan.toCommit)}; nothing was changed`;
}

async function undo(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  const begun = shell.state.get(BEGUN) as Begun | undefined;
  if (begun === undefined) return undefined;
  const { plan, record } = begun;
  const api = vercelClient(values, shell);
  const until = shell.clock.now() + UNDO_MS;
  const end = await undoSwap(api, plan, { probe: asker(values, shell), until }).catch(undoUnknown);
  shell.journal?.traffic(end.traffic, { to: plan.from, pinned: plan.pinsClients });
  const message =
    end.verdict === 'pass' ? end.message : `${end.message}; resolve it with the rollback action, to: finish`;
  shell.summary.add(undoSummary(plan, end));
  const state = end.verdict !== 'pass' ? 'unresolved' : end.moved ? 'put-back' : 'unchanged';
  await recordEnd(values, shell, record, { state, message: end.reason });
  return { verdict: end.verdict, reason: end.reason, message };
}

/** Vercel could not be read during the undo, so it is not known how far it got. */
function undoUnknown(error: unknown): UndoEnd {
  const message = describe(error);
  return {
    verdict: 'unknown',
    reason: 'undo-unconfirmed',
    message,
    cause: message,
    traffic: 'unconfirmed',
    moved: false,
    cronsPending: false,
    differs: [],
    autoAssign: 'unchanged',
  };
}

/** Whether the release's own record says that it was committed. */
async function witness(
  values: Inputs,
  shell: Shell,
  release: { readonly id: string; readonly environment: string; readonly service: string },
): Promise<'released' | 'not-released'> {
  const { environment, service } = release;
  const view = await ledgerClient(values, shell).read({ environment, service });
  return view.releases.some(({ id, state }) => id === release.id && state === 'released') ? 'released' : 'not-released';
}
