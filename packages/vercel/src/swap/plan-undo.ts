import type { AliasRow } from '../hosts.ts';
import { type AliasJob, inFlight, isNewer, type Project } from '../project.ts';
import type { SwapPlan } from './plan-swap.ts';

/** Where everything stands before an undo. */
export interface UndoState {
  readonly project: Project;
  readonly aliases: ReadonlyMap<string, AliasRow>;
}

/** A name that goes back; to nobody where it was new. */
export interface WayBack {
  readonly host: string;
  readonly from: string;
  readonly to: string | undefined;
}

export type UndoPlan =
  /** Nothing shows the candidate. */
  | { readonly kind: 'nothing' }
  /** One server-side job takes pointer, crons and every production domain back. */
  | { readonly kind: 'rollback'; readonly to: string; readonly before: AliasJob | undefined }
  /** Only single names moved: each goes back to its own holder. */
  | { readonly kind: 'reassign'; readonly hosts: readonly WayBack[]; readonly differs: readonly string[] }
  /** Our own promote, or a rollback begun before, is still at work: its end comes first. */
  | { readonly kind: 'wait'; readonly job: AliasJob }
  /** Somebody else released since. Nothing is changed. */
  | { readonly kind: 'conflict'; readonly differs: readonly string[] }
  /** Nothing was live before. */
  | { readonly kind: 'no-way-back' };

/**
 * Decides how to take a swap back from what is. Pure. Every place must show the candidate, or what it showed before
 * us; anything else belongs to somebody else, who is not fought. Single aliases are decided one by one.
 */
export function planUndo(swap: SwapPlan, state: UndoState, nowMs: number): UndoPlan {
  return swap.strategy === 'promote' ? undoPromote(swap, state, nowMs) : undoAliases(swap, state);
}

/**
 * The swap as it really went: where our job displaced another deployment than the planned one, that one is what to go
 * back to.
 */
export function asItWent(swap: SwapPlan, job: AliasJob | undefined): SwapPlan {
  const ours = job !== undefined && job.type === 'promote' && job.to === swap.to && isNewer(job, swap.jobBefore);
  const from = ours ? job.from : undefined;
  if (from === undefined || from === swap.from || from === swap.to) return swap;
  const hosts = swap.hosts.map((move) => (move.from === swap.from ? { ...move, from } : move));
  return { ...swap, from, fromCommit: undefined, hosts };
}

function undoPromote(swap: SwapPlan, { project, aliases }: UndoState, nowMs: number): UndoPlan {
  const { job } = project;
  const atWork = job !== undefined && inFlight(job, nowMs) ? job : undefined;
  const ours = atWork?.to === (atWork?.type === 'promote' ? swap.to : swap.from);
  const places = [
    { name: 'targets.production', before: swap.from, now: project.production },
    ...swap.hosts.map(({ host, from }) => ({ name: host, before: from, now: aliases.get(host)?.deploymentId })),
  ];
  // A rollback that was begun and interrupted leaves some names on the deployment before.
  const foreign = places.filter(({ before, now }) => now !== swap.to && now !== before && now !== swap.from);
  const differs = foreign.map(({ name, now }) => `${name} shows ${now ?? 'nothing'}`);
  if (atWork !== undefined && !ours) differs.push(`a ${atWork.type} to ${atWork.to} is ${atWork.status}`);
  if (differs.length > 0) return { kind: 'conflict', differs };
  if (atWork !== undefined) return { kind: 'wait', job: atWork };
  const moved = places.filter(({ before, now }) => now === swap.to && before !== swap.to);
  if (moved.length === 0) return { kind: 'nothing' };
  if (swap.from === undefined || swap.from === swap.to) return { kind: 'no-way-back' };
  if (project.production === swap.to) return { kind: 'rollback', to: swap.from, before: job };
  // The pointer never moved: a rollback to what is current is refused (422), so the names go back one by one.
  return { kind: 'reassign', hosts: strandedHosts(swap, aliases), differs: [] };
}

function undoAliases(swap: SwapPlan, { aliases }: UndoState): UndoPlan {
  const moved = swap.hosts.filter(({ from, to }) => from !== to);
  const now = (host: string) => aliases.get(host)?.deploymentId;
  const differs = moved
    .filter(({ host, from, to }) => now(host) !== to && now(host) !== from)
    .map(({ host }) => `${host} shows ${now(host) ?? 'nothing'}`);
  const hosts = strandedHosts(swap, aliases);
  if (hosts.length > 0) return { kind: 'reassign', hosts, differs };
  return differs.length > 0 ? { kind: 'conflict', differs } : { kind: 'nothing' };
}

/** The names that show the candidate now and did not before. */
function strandedHosts(swap: SwapPlan, aliases: ReadonlyMap<string, AliasRow>): WayBack[] {
  return swap.hosts
    .filter(({ host, from, to }) => aliases.get(host)?.deploymentId === to && from !== to)
    .map(({ host, from, to }) => ({ host, from: to, to: swap.strategy === 'promote' ? (from ?? swap.from) : from }));
}
