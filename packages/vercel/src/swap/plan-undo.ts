import type { AliasRow } from '../hosts.ts';
import { type AliasJob, inFlight, isNewer, type VercelProject } from '../project.ts';
import { placeOf, type Rollout, type RolloutPlace } from '../rolling/rollout.ts';
import type { AliasStep } from './move-aliases.ts';
import type { SwapPlan } from './plan-swap.ts';
import { type ObservedPlace, POINTERS, placeShowing } from './read-back.ts';

/** Where everything stands before an undo. */
export interface UndoState {
  readonly project: VercelProject;
  readonly aliases: ReadonlyMap<string, AliasRow>;
  /** The rolling release that is under way. */
  readonly rollout: Rollout | undefined;
}

export type UndoPlan =
  /** Nothing shows the candidate. */
  | { readonly kind: 'nothing' }
  /** One job on Vercel rolls back the pointer, the cron jobs and every production domain. */
  | { readonly kind: 'rollback'; readonly to: string; readonly before: AliasJob | undefined }
  /** A part of the users has the candidate: its rolling release is ended, back to the base that it has. */
  | { readonly kind: 'abort'; readonly to: string; readonly at: RolloutPlace | undefined }
  /** Only single names moved: each is assigned to its previous deployment again. */
  | { readonly kind: 'reassign'; readonly hosts: readonly AliasStep[]; readonly differs: readonly ObservedPlace[] }
  /** Our own promote, or a rollback begun before, is still running: wait for its end first. */
  | { readonly kind: 'wait'; readonly job: AliasJob }
  /** Another user released since. Nothing is changed. */
  | { readonly kind: 'conflict'; readonly differs: readonly ObservedPlace[] }
  /** Nothing was live before. */
  | { readonly kind: 'no-previous-deployment' };

/**
 * Decides how to undo a swap from what is. Pure. Every place must show the candidate, or what it showed before us;
 * anything else is another user's change, which is left alone. Single aliases are decided one by one.
 */
export function planUndo(swap: SwapPlan, state: UndoState, nowMs: number): UndoPlan {
  return swap.strategy === 'alias' ? undoAliases(swap, state) : undoPromote(swap, state, nowMs);
}

/**
 * The swap as it really went: where our job displaced another deployment than the planned one, that one is what to
 * restore.
 */
export function asItWent(swap: SwapPlan, job: AliasJob | undefined, rollout?: Rollout): SwapPlan {
  const ours = job !== undefined && job.type === 'promote' && job.to === swap.to && isNewer(job, swap.jobBefore);
  const rolled = swap.strategy !== 'alias' && rollout?.candidate === swap.to ? rollout.base : undefined;
  const from = rolled ?? (ours ? job.from : undefined);
  if (from === undefined || from === swap.from || from === swap.to) return swap;
  const hosts = swap.hosts.map((move) => (move.from === swap.from ? { ...move, from } : move));
  return { ...swap, from, fromCommit: undefined, hosts };
}

function undoPromote(swap: SwapPlan, { project, aliases, rollout }: UndoState, nowMs: number): UndoPlan {
  const { job } = project;
  const atWork = job !== undefined && inFlight(job, nowMs) ? job : undefined;
  const ours = atWork?.to === (atWork?.type === 'promote' ? swap.to : swap.from);
  const places = [
    { kind: 'production' as const, name: POINTERS.production, before: swap.from, now: project.production },
    ...swap.hosts.map(({ host, from }) => ({
      kind: 'name' as const,
      name: host,
      before: from,
      now: aliases.get(host)?.deploymentId,
    })),
  ];
  // A rollback that was begun and interrupted leaves some names on the deployment before.
  const foreign = places.filter(({ before, now }) => now !== swap.to && now !== before && now !== swap.from);
  const differs = foreign.map(({ kind, name, now }) => placeShowing(kind, name, now));
  if (atWork !== undefined && !ours) differs.push(jobUnderWay(atWork));
  const isRolling = rollout !== undefined && rollout.candidate === swap.to;
  // What is rolled out from our candidate on is another user's release by now; so is one from a base that was not ours.
  const isForeign = rollout !== undefined && (isRolling ? rollout.base !== swap.from : rollout.base === swap.to);
  if (isForeign) differs.push(placeShowing('rollout', POINTERS.rollout, rollout.candidate));
  if (differs.length > 0) return { kind: 'conflict', differs };
  if (atWork !== undefined) return { kind: 'wait', job: atWork };
  if (isRolling && swap.from !== undefined) return { kind: 'abort', to: swap.from, at: placeOf(rollout) };
  const moved = places.filter(({ before, now }) => now === swap.to && before !== swap.to);
  if (moved.length === 0) return { kind: 'nothing' };
  if (swap.from === undefined || swap.from === swap.to) return { kind: 'no-previous-deployment' };
  if (project.production === swap.to) return { kind: 'rollback', to: swap.from, before: job };
  // The pointer never moved: a rollback to what is current is refused (422), so the names are restored one by one.
  return { kind: 'reassign', hosts: strandedHosts(swap, aliases), differs: [] };
}

function undoAliases(swap: SwapPlan, { aliases }: UndoState): UndoPlan {
  const moved = swap.hosts.filter(({ from, to }) => from !== to);
  const now = (host: string) => aliases.get(host)?.deploymentId;
  const differs = moved
    .filter(({ host, from, to }) => now(host) !== to && now(host) !== from)
    .map(({ host }) => placeShowing('name', host, now(host)));
  const hosts = strandedHosts(swap, aliases);
  if (hosts.length > 0) return { kind: 'reassign', hosts, differs };
  return differs.length > 0 ? { kind: 'conflict', differs } : { kind: 'nothing' };
}

function jobUnderWay({ type, to, status }: AliasJob): ObservedPlace {
  return { kind: 'production', name: POINTERS.production, now: to, shown: `a ${type} to ${to} is ${status}` };
}

/** The names that show the candidate now and did not before. */
function strandedHosts(swap: SwapPlan, aliases: ReadonlyMap<string, AliasRow>): AliasStep[] {
  return swap.hosts
    .filter(({ host, from, to }) => aliases.get(host)?.deploymentId === to && from !== to)
    .map(({ host, from, to }) => ({ host, from: to, to: swap.strategy === 'alias' ? from : (from ?? swap.from) }));
}
