import { expect } from '@jest/globals';
import { type DispatchOptions, issueCommentEvent, type Shop } from '@lockstep/proving-ground/ground';
import type { RunResult } from '@lockstep/workflow-runner';
import { look, type World } from './look.ts';
import type { Stage } from './stage.ts';
import { type Change, commitChange, installStarters, runWorkflowOf } from './team.ts';

const file = (name: string) => `.github/workflows/lockstep-${name}.yml`;
const head = (shop: Shop) => shop.consumer.github.state.refs.get('heads/main') ?? '';

/** How a run of people's ended: the run, its errors, and the world. */
export interface Press extends World {
  readonly conclusion: RunResult['conclusion'];
  readonly run: RunResult;
  readonly errors: string;
}

/** A shop on version 1 whose commits are staged, and that people promote. `inputs` are those of the promotion. */
export async function shopThatStages(
  stage: Stage,
  inputs: Readonly<Record<string, string>> = {},
  { aliases = '', plain = false } = {},
): Promise<Shop> {
  const shop = await stage.liveShop();
  const staged = { 'staged-aliases': aliases.replace('{host}', shop.host) };
  installStarters(shop, ['stage'], { plain, inputs: staged });
  installStarters(shop, ['promote', 'approve'], { plain, inputs });
  for (const login of ['dana', 'olga', 'ines']) shop.consumer.github.invite(login, 'write');
  return shop;
}

/** A commit, which its push stages; gives the staged deployment, and the commit. */
export async function stageVersion(
  shop: Shop,
  change: Change,
): Promise<{ readonly deployment: string; readonly sha: string }> {
  const sha = await commitChange(shop, change);
  const end = await start(shop, 'stage', { event: { name: 'push' } });
  expect(end).toMatchObject({ conclusion: 'success' });
  const record = shop.consumer.github.deployments('lockstep:candidate').at(-1);
  const { deployment } = (record?.payload ?? { deployment: '' }) as { readonly deployment: string };
  return { deployment, sha };
}

/** Somebody presses "Run workflow" of the starter, or an event starts it. */
export async function start(
  shop: Shop,
  starter: 'stage' | 'promote' | 'approve' | 'release' | 'rollback' | 'recover' | 'contract',
  options: Omit<DispatchOptions, 'sha'> = {},
): Promise<Press> {
  const run = await runWorkflowOf(shop, { actor: 'dana', ...options, sha: head(shop), workflow: file(starter) });
  await shop.ground.vercel.settled();
  const { conclusion, jobs } = run;
  const annotations = jobs.flatMap((job) => [...job.annotations, ...job.steps.flatMap((step) => step.annotations)]);
  const errors = annotations
    .filter(({ level }) => level === 'error')
    .map(({ message, title }) => `${title}: ${message}`);
  return { ...(await look(shop)), conclusion, run, errors: errors.join('\n') };
}

export function promote(shop: Shop, options: Omit<DispatchOptions, 'sha'> = {}): Promise<Press> {
  return start(shop, 'promote', options);
}

export function approve(shop: Shop, request: string, actor = 'olga', inputs = {}): Promise<Press> {
  return start(shop, 'approve', { actor, inputs: { request, ...inputs } });
}

/** Somebody writes a comment, and GitHub starts what waits for comments. */
export function comment(shop: Shop, user: string, body: string): Promise<Press> {
  const { github } = shop.consumer;
  const issue = github.state.issues[0]?.number ?? github.issue('Releases');
  return start(shop, 'approve', { actor: user, event: issueCommentEvent(shop.consumer, issue, user, body) });
}

/** Somebody says no to a request, by the button. */
export function deny(shop: Shop, request: string, why: string, actor = 'olga'): Promise<Press> {
  return start(shop, 'approve', { actor, inputs: { request, answer: 'deny', 'denial-reason': why } });
}

/** Runs it, and holds it to having changed nothing: traffic, schema, ledger, messages. */
export async function expectRefused(shop: Shop, reason: string | RegExp, press: () => Promise<Press>): Promise<Press> {
  const before = await look(shop);
  const end = await press();
  expect(end.errors).toMatch(reason);
  expect(end.conclusion).toBe('failure');
  expect(await look(shop)).toEqual(before);
  return end;
}

/** What was asked for, oldest first, and how it stands. */
export function requests(
  shop: Shop,
): readonly { readonly id: string; readonly actor: string; readonly state: string }[] {
  return shop.consumer.github.deployments('lockstep:request').map(({ payload, statuses }) => ({
    ...(payload as { readonly id: string; readonly actor: string }),
    state: statuses.at(-1)?.description ?? '',
  }));
}
