import type { Wall } from '../edge/wall.ts';
import type { RollingConfig, RollingRelease } from './rolling-state.ts';

/**
 * What the stand-in knows, as plain data. Nothing in here is ever changed in place: a change makes new rows, so an
 * older state stays what it was and can still be read.
 */

export type ReadyState = 'QUEUED' | 'INITIALIZING' | 'BUILDING' | 'READY' | 'ERROR' | 'CANCELED' | 'BLOCKED';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly email: string;
}

export interface Team {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly plan: 'hobby' | 'pro' | 'enterprise';
}

export interface Fault {
  readonly code: string;
  readonly message: string;
}

export interface SeatBlock {
  readonly blockCode: 'TEAM_ACCESS_REQUIRED' | 'COMMIT_AUTHOR_REQUIRED';
  readonly gitProvider?: 'github' | 'gitlab' | 'bitbucket';
  readonly isVerified?: boolean;
  readonly userId?: string;
}

/** A file of a deployment, as the client named it. `mode` is the st_mode of the sender's file, symlinks included. */
export interface FileRef {
  readonly file: string;
  readonly sha: string;
  readonly mode: number;
}

export interface BuildEvent {
  readonly type: 'command' | 'stdout' | 'stderr' | 'deployment-state' | 'alias-assigned' | 'exit';
  readonly at: number;
  readonly text: string;
}

export interface Deployment {
  readonly id: string;
  /** The host of its own, which never moves. With the edge's port where the suffix has one. */
  readonly url: string;
  readonly name: string;
  readonly projectId: string;
  readonly ownerId: string;
  /** `production`, `preview`, or the slug of a custom environment. */
  readonly target: string;
  readonly creator: Person;
  readonly source: 'cli' | 'git' | 'redeploy';
  readonly meta: Readonly<Record<string, string>>;
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly prebuilt: boolean;
  /** Whether it takes the production domains by itself once it is ready. */
  readonly autoAssign: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Environment of its functions, as the project had it when the deployment was made. */
  readonly env: Readonly<Record<string, string>>;
  readonly files: readonly FileRef[];
  readonly readyState: ReadyState;
  readonly readySubstate?: 'STAGED' | 'ROLLING' | 'PROMOTED';
  readonly readyStateReason?: string;
  readonly error?: Fault & { readonly step?: string };
  readonly aliasError?: Fault;
  readonly seatBlock?: SeatBlock;
  /** False until the aliases that the platform gives it by itself point to it. */
  readonly aliasAssignedAt: number | false;
  readonly createdAt: number;
  readonly buildingAt?: number;
  readonly readyAt?: number;
  readonly canceledAt?: number;
  /** The folder with its Build Output (`config.json`, `static`, `functions`), once built. */
  readonly output?: string;
  readonly crons: readonly Cron[];
  readonly events: readonly BuildEvent[];
}

export interface Cron {
  readonly path: string;
  readonly schedule: string;
}

export interface Alias {
  readonly uid: string;
  readonly name: string;
  /** Null for a name that only redirects. */
  readonly deploymentId: string | null;
  /** Who held the name before. The edge answers from there until the change has reached it. */
  readonly previousDeploymentId: string | null;
  readonly projectId: string;
  readonly ownerId: string;
  readonly creator: Person;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly redirect?: string;
  readonly redirectStatusCode?: 301 | 302 | 307 | 308;
}

export interface Domain {
  readonly name: string;
  readonly verified: boolean;
  readonly gitBranch?: string;
  readonly customEnvironmentId?: string;
  readonly redirect?: string;
  readonly redirectStatusCode?: 301 | 302 | 307 | 308;
  readonly createdAt: number;
}

export interface EnvVariable {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly type: 'plain' | 'encrypted' | 'sensitive';
  readonly target: readonly string[];
  readonly gitBranch?: string;
  readonly createdAt: number;
  /** When it was set last; its creation where absent. */
  readonly updatedAt?: number;
}

export type JobStatus = 'pending' | 'in-progress' | 'succeeded' | 'failed' | 'skipped';

/** A promotion or rollback, as the platform works it off after it was accepted. */
export interface AliasJob {
  readonly type: 'promote' | 'rollback';
  readonly fromDeploymentId: string | null;
  readonly toDeploymentId: string;
  /** The canary of the rolling release that a rollback ended. */
  readonly fromRollingReleaseId?: string;
  readonly requestedAt: number;
  readonly status: JobStatus;
  readonly aliases: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: 'pending' | 'in-progress' | 'completed' | 'failed';
    readonly createdAt: number;
  }[];
}

/** Which hosts stand behind Deployment Protection; Vercel's own names. */
export type SsoProtection = 'preview' | 'prod_deployment_urls_and_all_previews' | 'all_except_custom_domains' | 'all';

export interface GitLink {
  readonly org: string;
  readonly repo: string;
  readonly productionBranch: string;
}

export interface CustomEnvironment {
  readonly id: string;
  readonly slug: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly autoAssign: boolean;
  /** True from a rollback until a promotion: the rollback turned auto-assignment off, the promotion turns it on. */
  readonly rolledBack: boolean;
  readonly productionId: string | null;
  /** Earlier production deployments, newest first: Hobby may go back by one. */
  readonly productionHistory: readonly string[];
  readonly crons: { readonly deploymentId: string | null; readonly updatedAt: number };
  readonly domains: readonly Domain[];
  readonly env: readonly EnvVariable[];
  readonly customEnvironments: readonly CustomEnvironment[];
  readonly link?: GitLink;
  /** Of a connected repository: whether a push makes a deployment. */
  readonly createDeployments: 'enabled' | 'disabled';
  readonly promotion?: AliasJob;
  readonly rollback?: AliasJob;
  readonly rollbackDescription?: { readonly text: string; readonly by: Person; readonly at: number };
  /** Null where rolling releases are off. */
  readonly rollingConfig: RollingConfig | null;
  readonly rollingRelease?: RollingRelease;
  /** How long a client may stay on the deployment that it began with, in seconds; 0 for not at all. */
  readonly skewProtectionMaxAge: number;
  readonly ssoProtection: SsoProtection | null;
  readonly wall: Wall;
  /** Secret to the time it was made, in milliseconds since the epoch. */
  readonly bypassSecrets: Readonly<Record<string, number>>;
  /** Where it builds, below what was sent (`apps/web`). */
  readonly rootDirectory: string | null;
  readonly installCommand: string | null;
  readonly buildCommand: string | null;
  readonly outputDirectory: string | null;
  readonly nodeVersion: string;
  /** Whatever else is set, by the API's own names (`gitForkProtection`). */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface Rows {
  readonly deployments: Deployment;
  readonly aliases: Alias;
  readonly projects: Project;
}

export type State = { readonly [Table in keyof Rows]: ReadonlyMap<string, Rows[Table]> };

/** The name without the port, in lower case: what tells hosts apart here. */
export function hostKey(name: string): string {
  return name.toLowerCase().replace(/:\d+$/, '');
}

/** What a host shows: its own row, else that of the wildcard just above it. */
export function aliasAt(state: State, host: string): Alias | undefined {
  const key = hostKey(host);
  return state.aliases.get(key) ?? state.aliases.get(key.replace(/^[^.]+/, '*'));
}

/** The project's newest promotion or rollback. */
export function lastJob(project: Project): AliasJob | undefined {
  const { promotion, rollback } = project;
  if (promotion === undefined || rollback === undefined) return promotion ?? rollback;
  return promotion.requestedAt > rollback.requestedAt ? promotion : rollback;
}

/** The names that a production deployment takes over: verified, no redirect, no branch, no custom environment. */
export function productionDomains(project: Project): readonly Domain[] {
  return project.domains.filter((domain) => domain.verified && isProductionDomain(domain));
}

export function isProductionDomain(domain: Domain): boolean {
  return domain.redirect === undefined && domain.gitBranch === undefined && domain.customEnvironmentId === undefined;
}

/** What points to a deployment, by name. */
export function aliasesOf(state: State, deploymentId: string): readonly Alias[] {
  return [...state.aliases.values()].filter((alias) => alias.deploymentId === deploymentId);
}
