import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../scope/scope.ts';
import type { BuildPlan, JobPlan, Plans } from './plans.ts';
import { Refusal } from './refusal.ts';
import type { Sample } from './rollout-gate.ts';
import type { RolloutTime } from './rollout-time.ts';
import type { Settings } from './settings-state.ts';
import { type Alias, type Deployment, hostKey, type Person, type Project, type State, type Team } from './state.ts';
import type { Store } from './store.ts';

export interface Token {
  readonly person: Person;
  /** A token made for one project sees nothing else. */
  readonly projectId?: string;
}

/** All that the routes and the platform behind them share. */
export interface World {
  readonly store: Store;
  readonly scope: Scope;
  /** Where sources and outputs of deployments lie. */
  readonly folder: string;
  /** What was uploaded, by SHA-1. */
  readonly blobs: Map<string, Buffer>;
  /** What deployment URLs end in, without the dot: `vercel.localhost:4000`. */
  readonly suffix: string;
  readonly team: Team;
  /** Variables of every process of a build or an app. */
  readonly processEnv: Readonly<Record<string, string>>;
  readonly user: Person;
  /** What the team and its projects have set besides their deployments. */
  readonly settings: Settings;
  /** What the stages of rolling releases last by. */
  readonly rolloutTime: RolloutTime;
  /** What canaries answered while a gate of the platform looked on. */
  readonly rolloutSamples: Sample[];
  readonly tokens: Map<string, Token>;
  readonly builds: Plans<BuildPlan>;
  readonly jobs: Plans<JobPlan>;
  /** Deployments by the host of their own. */
  readonly hosts: Map<string, string>;
  /** Builds under way, by deployment: aborting one ends its build command. */
  readonly building: Map<string, AbortController>;
  /** Names that an owner may not use (answered 409), and names whose certificate is not ready yet (400, once each). */
  readonly forbiddenNames: Set<string>;
  readonly namesWithoutCertificate: Set<string>;
  /** Lets work go on after the answer. What goes wrong there is a fault of the stand-in and is thrown at the end. */
  background(work: Promise<void>): void;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** `dpl_` and 28 letters and digits, as Vercel's ids are made. */
export function makeId(prefix: string, length = 28): string {
  const letters = Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return prefix === '' ? letters : `${prefix}_${letters}`;
}

/** Waits; rejects when the signal aborts. Infinity is as long as a timer goes (24 days). */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(Math.min(ms, 2 ** 31 - 1), undefined, { signal });
}

/** By id, by the host of its own, or by an alias of it. */
export function findDeployment(world: World, state: State, idOrUrl: string): Deployment | undefined {
  const key = hostKey(idOrUrl.replace(/^https?:\/\//, ''));
  const id = world.hosts.get(key) ?? findAlias(state, key)?.deploymentId ?? idOrUrl;
  return state.deployments.get(id);
}

/** By uid or by name; the port of a name does not matter. */
export function findAlias(state: State, idOrName: string): Alias | undefined {
  const byName = state.aliases.get(hostKey(idOrName));
  if (byName !== undefined) return byName;
  for (const alias of state.aliases.values()) if (alias.uid === idOrName) return alias;
  return undefined;
}

export function findProject(state: State, ownerId: string, idOrName: string): Project | undefined {
  const byId = state.projects.get(idOrName);
  if (byId !== undefined) return byId.ownerId === ownerId ? byId : undefined;
  for (const project of state.projects.values())
    if (project.ownerId === ownerId && project.name === idOrName) return project;
  return undefined;
}

export function projectOf(world: World, deployment: Deployment): Project {
  const project = world.store.now.projects.get(deployment.projectId);
  if (project === undefined) throw new Refusal(404, 'not_found', 'Project not found.');
  return project;
}
