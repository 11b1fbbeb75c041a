import { nameSome } from '@lockstep/base';
import { nameOf } from '../deployment.ts';
import type { AliasJob } from '../project.ts';
import { type ConfigPlan, planConfig, showStages } from '../rolling/plan-config.ts';
import { guard } from './guards.ts';
import { POINTERS } from './read-back.ts';
import type { SwapRefusal } from './refusal.ts';
import type { SwapRequest } from './swap-request.ts';
import type { SwapSnapshot } from './swap-snapshot.ts';

/** A name that users visit, and its deployment before and after. */
export interface HostMove {
  readonly host: string;
  /** Undefined where it is new. */
  readonly from: string | undefined;
  readonly to: string;
}

/** All that a swap, its read-back and its undo need to know. Plain data: it is kept in the state of the step. */
export interface SwapPlan {
  readonly strategy: 'promote' | 'alias' | 'rolling';
  readonly projectId: string;
  readonly projectName: string;
  readonly to: string;
  /** What the production pointer named when it was planned. */
  readonly from: string | undefined;
  readonly toCommit: string | undefined;
  readonly fromCommit: string | undefined;
  /** Every name that will answer from `to`, also those that do already. */
  readonly hosts: readonly HostMove[];
  /** Whose cron jobs ran. */
  readonly crons: string | undefined;
  /** As it was before, and is to be after: both jobs change it on the side. */
  readonly autoAssign: boolean;
  /** Clients that loaded a build stay on it until they reload, whatever happens to the names. */
  readonly pinsClients: boolean;
  /** Whether the project has rolling releases, so that one may be under way. */
  readonly rolls: boolean;
  /** With strategy `rolling`: its stages, and what is configured for them. */
  readonly rolling?: ConfigPlan | undefined;
  /** The last job before ours, to know ours by being another one. */
  readonly jobBefore: AliasJob | undefined;
  /** What a reader should know, one line each. */
  readonly notes: readonly string[];
}

export type PlannedSwap =
  | { readonly kind: 'plan'; readonly plan: SwapPlan }
  | { readonly kind: 'refused'; readonly refusals: readonly [SwapRefusal, ...SwapRefusal[]]; readonly plan: SwapPlan };

/** Decides a swap from what is. Pure; a refused swap is planned all the same, so that it can be shown. */
export function planSwap(state: SwapSnapshot, request: SwapRequest, nowMs: number): PlannedSwap {
  const plan = planOf(state, request);
  const [first, ...more] = guard(state, request, nowMs);
  return first === undefined ? { kind: 'plan', plan } : { kind: 'refused', refusals: [first, ...more], plan };
}

/** Whether everything shows the candidate already. */
export function alreadyThere(plan: SwapPlan): boolean {
  const pointers = plan.strategy === 'alias' || (plan.from === plan.to && (plan.crons ?? plan.to) === plan.to);
  return pointers && plan.hosts.every((move) => move.from === move.to);
}

function planOf(state: SwapSnapshot, request: SwapRequest): SwapPlan {
  const { project, candidate, current } = state;
  const names = request.strategy === 'alias' ? request.aliases : state.productionDomains;
  const elsewhere = new Map(request.foreignAliases.map((alias) => [alias.host, alias.deploymentId]));
  const hosts = names.map((host) => ({
    host,
    from: state.aliases.get(host)?.deploymentId ?? elsewhere.get(host),
    to: candidate.id,
  }));
  const rolling = rollingOf(state, request);
  return {
    strategy: request.strategy === 'rolling' && project.production === undefined ? 'promote' : request.strategy,
    projectId: project.id,
    projectName: project.name,
    to: candidate.id,
    from: project.production,
    toCommit: candidate.commit,
    fromCommit: current?.commit,
    hosts,
    crons: project.crons,
    autoAssign: project.autoAssign,
    // What users get in a rolling release is kept in a cookie, and Vercel switches skew protection on with them.
    pinsClients: project.pinsClients || project.rollingReleases,
    rolls: project.rollingReleases,
    ...(rolling === undefined ? {} : { rolling }),
    jobBefore: project.job,
    notes: request.strategy === 'alias' ? [] : notesOf(state, request, hosts),
  };
}

function rollingOf({ project, rolling }: SwapSnapshot, request: SwapRequest): ConfigPlan | undefined {
  if (request.rolling === undefined || project.production === undefined || rolling.kind !== 'on') return undefined;
  const planned = planConfig(rolling.config, request.rolling);
  return planned.kind === 'plan' ? planned.plan : undefined;
}

function notesOf({ project, current }: SwapSnapshot, request: SwapRequest, hosts: readonly HostMove[]): string[] {
  const notes: string[] = [];
  if (project.production === undefined) notes.push('nothing is live yet, so this swap cannot be undone');
  if (project.production === undefined && request.strategy === 'rolling')
    notes.push('nothing is live yet to roll from, so all users get the deployment at once');
  const strayed = hosts.filter((move) => move.from !== project.production && move.from !== move.to);
  if (strayed.length > 0 && project.production !== undefined)
    notes.push(
      `${nameSome(
        strayed.map((move) => `${move.host} (${move.from ?? 'unassigned'})`),
        3,
      )}: not on the production deployment now, so it was moved by hand; the promote moves it too, and an undo assigns it to ${project.production}`,
    );
  if (project.production !== undefined && request.commitOrder === 'not-recorded')
    notes.push(
      `Vercel has no commit for ${nameOf(current?.id ?? project.production)}, so the order of commits is not checked this time`,
    );
  if (!project.autoAssign)
    notes.push(
      project.rolledBack
        ? 'the project is rolled back and does not assign production domains automatically: this promote ends the rollback, and that setting is switched off again after it'
        : 'the project does not assign production domains automatically, as staged releases need',
    );
  return notes;
}

const VERBS = { promote: 'promote', alias: 'assign aliases to', rolling: 'roll out' } as const;

/** The plan as lines of text, for the log. */
export function describePlan(plan: SwapPlan): readonly string[] {
  const line = (what: string, from: string | undefined, to: string) =>
    from === to ? `${what}: stays on ${to}` : `${what}: ${from ?? 'nothing'} -> ${to}`;
  const pointers =
    plan.strategy === 'alias'
      ? []
      : [
          line(POINTERS.production, plan.from, plan.to),
          ...(plan.crons === undefined ? [] : [line(POINTERS.crons, plan.crons, plan.to)]),
        ];
  return [
    `${VERBS[plan.strategy]} ${nameOf(plan.to, plan.toCommit)} of ${plan.projectName}; live is ${nameOf(plan.from, plan.fromCommit)}`,
    ...plan.hosts.map((move) => line(move.host, move.from, move.to)),
    ...pointers,
    ...stageLines(plan),
    `auto-assignment of production domains is ${plan.autoAssign ? 'on' : 'off'}`,
    ...plan.notes,
  ];
}

function stageLines({ rolling }: SwapPlan): string[] {
  if (rolling === undefined) return [];
  const config = rolling.write === undefined ? [] : ['the stages or the gate of the project are configured first'];
  return [`stages: ${showStages(rolling)}`, ...config];
}
