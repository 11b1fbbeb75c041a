import { randomUUID } from 'node:crypto';
import { readBlocker } from '@lockstep/action-kit/blocker';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import {
  goOn,
  type Head,
  type Ledger,
  type LedgerView,
  LOOKED_AT,
  openIntents,
  strangersOf,
  unsettledHead,
} from '@lockstep/github';
import type { Engine } from '@lockstep/migrations';
import { readProject, readSwapSnapshot, type VercelApi } from '@lockstep/vercel';
import { type Acted, carryOut } from './carry-out.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { type Interruptible, interrupt } from './interrupt.ts';
import { engineOf, planSchema } from './schema.ts';
import { type RollbackPlan, showPlan } from './show.ts';
import { findTarget, type Target, type TargetFacts, type WayBack } from './target.ts';
import { planTraffic } from './traffic.ts';

export const action = defineAction({ name: 'rollback', inputs, check: problemsOf, run });

/** How far back a release is looked for. */
const MOST_RELEASES = 500;

/** How often a release that begins while another one is cancelled is cancelled too. */
const MOST_INTERRUPTIONS = 5;

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  if (shell.journal !== undefined)
    return no(
      'inside-release',
      'this job has a release of its own, whose steps undo themselves; run rollback in a job of its own',
    );
  const world = worldOf(values, shell);
  let { to } = values;
  for (let turn = 0; ; turn++) {
    const look = await lookAt(world, to, values);
    const { running } = look;
    // Where to go is settled before anything is cancelled: what a release leaves when it unwinds is not one step more.
    if (turn === 0) to = look.target;
    if (turn === 0) for (const warning of strangersOf(look.facts.view)) shell.log.warning(warning);
    if (running === undefined || !values.interrupt || values.to === 'finish') {
      const { outcome, beaten } = await act(world, look, values, shell);
      const again = beaten && values.interrupt && running === undefined;
      if (!again || turn >= MOST_INTERRUPTIONS) return outcome;
      continue;
    }
    const release = `release ${running.id} (${running.author.url})`;
    if (values['dry-run']) {
      const message = `would cancel ${release}, wait until it has unwound, and go back to ${to}`;
      return { verdict: 'pass', reason: 'dry-run', message, outputs: { ...outputsOf('nothing', running), target: to } };
    }
    const over = turn < MOST_INTERRUPTIONS && (await interrupt(world, running, values['interrupt-within'], shell));
    if (!over) return no('release-in-progress', `${release} was cancelled and did not end; press again, or wait`);
  }
}

interface World extends Interruptible {
  readonly api: VercelApi;
}

/** What a rollback sees before it decides. */
interface Look {
  readonly facts: TargetFacts;
  readonly found: Target;
  /** The release that a living run is at work on. */
  readonly running: Head | undefined;
  /** What `to` stands for now: the id of a release or deployment; `to` itself where that is not clear. */
  readonly target: string;
}

async function lookAt({ api, ledger, key }: World, to: string, values: Inputs): Promise<Look> {
  const view = await ledger.read(key);
  const project = await readProject(api, values['vercel-project']);
  const facts: TargetFacts = {
    view,
    line: await lineOf(ledger, view, to),
    author: (await readBlocker(ledger, view))?.run,
    live: project.production,
  };
  const head = unsettledHead(view);
  const running = head?.state === 'begun' && facts.author?.kind === 'running' ? head : undefined;
  const settled = findTarget(to, { ...facts, author: undefined });
  const target = settled.kind === 'back' && to !== 'finish' ? (settled.release ?? settled.to.deployment) : null;
  return { facts, found: findTarget(to, facts), running, target: target ?? to };
}

async function act(world: World, look: Look, values: Inputs, shell: Shell): Promise<Acted> {
  const { api, ledger, key } = world;
  const { found: target } = look;
  switch (target.kind) {
    case 'busy':
      return { outcome: no('release-in-progress', target.message), beaten: true };
    case 'refuse':
      return ended(no(target.reason, target.message));
    case 'nothing':
      return ended({
        verdict: 'pass',
        reason: target.reason,
        message: target.message,
        outputs: outputsOf('nothing'),
      });
    case 'complete':
      return ended(await complete(ledger, target.head, values));
    case 'back':
      break;
  }
  const overtaken = overtakenBy(target, values['expect-newest']);
  if (overtaken !== undefined) return ended(overtaken);
  const engine = engineOf(values, shell, randomUUID());
  const commits = { 'from-commit': target.leavesCommit ?? '', 'to-commit': target.to.commit ?? '' };
  const found = { ...outputsOf(foundIn(target), target.takesBack[0]), ...commits, target: look.target };
  const planned = await planAll(look, target, { api, engine, nowMs: shell.clock.now() }, values);
  if (planned.kind === 'refuse') return ended({ ...planned.outcome, outputs: found });
  const text = showPlan(planned.plan, values);
  shell.log.info(text);
  shell.summary.add(`### Rollback\n\n${text}`);
  if (values['dry-run']) {
    const outputs = { ...found, plan: planned.plan };
    return ended({ verdict: 'pass', reason: 'dry-run', message: wouldDo(planned.plan), outputs });
  }
  const way = `go on with ${goOn({ key })}`;
  const { outcome, beaten } = await carryOut(
    { api, ledger, engine, key, open: openIntents(look.facts.view), way },
    planned.plan,
    values,
    shell,
  );
  return { outcome: { ...outcome, outputs: { ...found, ...outcome.outputs } }, beaten };
}

function ended(outcome: Outcome): Acted {
  return { outcome, beaten: false };
}

/** What was looked at a while ago, as where its job alone is run again, is no leave to take back what came since. */
function overtakenBy({ takesBack: [newest] }: WayBack, expected: string): Outcome | undefined {
  if (expected === '' || newest === undefined || newest.id === expected || newest.state !== 'released')
    return undefined;
  const message = `release ${newest.id} came after this rollback was looked at (${newest.author.url}): start it anew, so that somebody sees what goes`;
  return no('overtaken', message);
}

/** What there was to take back, in one word, and the newest release of it. */
type Found = 'nothing' | 'committed' | 'dead' | 'held' | 'unresolved' | 'released' | 'swap';

function foundIn({ takesBack: [newest] }: WayBack): Found {
  switch (newest?.state) {
    case undefined:
      return 'swap';
    case 'begun':
      return 'dead';
    case 'held':
      return 'held';
    case 'unknown':
      return 'unresolved';
    case 'released':
    case 'rolled-back':
    case 'partly-rolled-back':
    case 'acknowledged':
      return 'released';
  }
}

function outputsOf(found: Found, head?: Head) {
  const commits = { 'from-commit': '', 'to-commit': '' };
  const nowhere = { target: '', 'rolled-back-to': '', ...commits, state: '', changed: false, migrations: '', plan: {} };
  return { ...nowhere, found, 'release-id': head?.id ?? '' };
}

/** Back to the release that `to` names; elsewhere the view is enough. */
async function lineOf(ledger: Ledger, view: LedgerView, to: string): Promise<readonly Head[]> {
  // What a failed release wanted to bring, users never got by it.
  const isIt = (head: Head) => head.id === to || (head.brings === to && head.state === 'released');
  // Of more than those it leaves out the failed ones, and something of them may be in place.
  const isWhole = view.heads.length < LOOKED_AT;
  if (to === 'previous' || to === 'finish' || (isWhole && view.heads.some(isIt))) return view.heads;
  return await ledger.line(view.key, { view, isIt, most: MOST_RELEASES });
}

async function complete(ledger: Ledger, head: Head, values: Inputs): Promise<Outcome> {
  const message = `release ${head.id} went through: ${head.brings} is live, and only the ledger did not know`;
  const outputs = outputsOf('committed', head);
  if (values['dry-run']) return { verdict: 'pass', reason: 'dry-run', message: `would complete: ${message}`, outputs };
  await ledger.released(head, head.brings);
  return { verdict: 'pass', reason: 'completed', message, outputs: { ...outputs, state: 'released' } };
}

type Planned =
  | { readonly kind: 'plan'; readonly plan: RollbackPlan }
  | { readonly kind: 'refuse'; readonly outcome: Outcome };

async function planAll(
  { facts }: Look,
  back: WayBack,
  { api, engine, nowMs }: { readonly api: VercelApi; readonly engine: Engine | undefined; readonly nowMs: number },
  values: Inputs,
): Promise<Planned> {
  const state = await readSwapSnapshot(api, values['vercel-project'], back.to.deployment ?? '');
  const traffic = planTraffic(back, state, nowMs);
  if (traffic.kind === 'refuse') return { kind: 'refuse', outcome: no(traffic.reason, traffic.message) };
  const releases = back.takesBack.map(({ id }) => id);
  const known = [...releases, ...[...facts.line, ...facts.view.heads].map(({ id }) => id)];
  const schema = engine === undefined ? undefined : await planSchema(engine, releases, known);
  if (
    schema !== undefined &&
    schema.contracts > 0 &&
    (values['on-data-loss'] !== 'allow' || schema.stays !== undefined)
  ) {
    const names = schema.chosen.slice(0, schema.contracts).filter(({ phase }) => phase === 'contract');
    const message = `contract migrations were applied since (${names.map(({ version }) => version).join(', ')}): the code of ${back.to.deployment} cannot live with them, and going down need not bring back what they took${schema.stays === undefined ? '; on-data-loss: allow goes down all the same' : `; ${schema.stays.because}`}`;
    return { kind: 'refuse', outcome: no('contract-applied', message) };
  }
  return { kind: 'plan', plan: { back, traffic, schema } };
}

function wouldDo({ back, traffic, schema }: RollbackPlan): string {
  const stays = traffic.kind === 'move' && traffic.first.kind === 'nothing' && (schema?.chosen.length ?? 0) === 0;
  return stays && back.takesBack.length === 0
    ? `would change nothing: users have ${back.to.deployment} already`
    : `would go back to ${back.to.deployment}`;
}

function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}

function worldOf(values: Inputs, shell: Shell): World {
  return {
    github: githubClient(values, shell),
    ledger: ledgerClient(values, shell),
    key: { environment: values.environment, service: values.service },
    api: vercelClient(values, shell),
  };
}
