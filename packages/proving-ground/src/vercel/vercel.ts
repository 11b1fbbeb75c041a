import type { Edge } from '../edge/edge.ts';
import type { Wall } from '../edge/wall.ts';
import type { Faults } from '../faults/faults.ts';
import type { Exchange } from '../http/http-service.ts';
import type { Scope } from '../scope/scope.ts';
import type { Actor } from './foreign.ts';
import type { Limit } from './limits.ts';
import type { BuildPlan, JobPlan, Plans } from './plans.ts';
import type { ProjectDraft } from './projects.ts';
import type { RolloutTime } from './rollout-time.ts';
import type { Settings } from './settings-state.ts';
import type { Deployment, Domain, EnvVariable, Person, Project, SsoProtection, State, Team } from './state.ts';

export interface VercelOptions {
  readonly scope: Scope;
  readonly faults: Faults;
  /** What deployment hosts end in, without the dot (`vercel.localhost:PORT`). */
  readonly suffix?: (edgePort: number) => string;
  /** The one team; projects belong to it unless said otherwise. */
  readonly team?: Partial<Team>;
  /** Variables of every process of a build or an app, beside what the platform gives. */
  readonly processEnv?: Readonly<Record<string, string>>;
  /** None by default; `documentedLimits` are Vercel's. */
  readonly limits?: readonly Limit[];
  /** How old a bypass secret must be before the edge knows it, in milliseconds (0). */
  readonly bypassDelayMs?: number;
  /** How long a function may take, in milliseconds (60000). */
  readonly functionTimeoutMs?: number;
}

export interface NewProject extends ProjectDraft {
  /** `team` by default. */
  readonly owner?: 'team' | 'user';
  /** Beside the domain that the platform gives. A string is a verified production domain. */
  readonly domains?: readonly (string | Omit<Domain, 'createdAt'>)[];
  /** Encrypted variables for every environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Vercel's control plane and edge, on loopback. */
export interface Vercel {
  /** Of the API: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly edge: Edge;
  /** Sees the user's account and the team. */
  readonly token: string;
  readonly user: Person;
  readonly team: Team;
  readonly builds: Plans<BuildPlan>;
  readonly jobs: Plans<JobPlan>;
  readonly exchanges: readonly Exchange[];
  /** Requests that no route answers. A test of a client expects none. */
  readonly unmodelled: readonly string[];
  /** What stages of rolling releases last by: it stands still until it is moved, or follows a clock of the test. */
  readonly rolloutTime: Pick<RolloutTime, 'now' | 'advance' | 'follow'>;
  /** All that is known now, as plain data. */
  readonly state: State;
  addProject(draft: NewProject): Project;
  addDomain(project: Project, domain: string | Omit<Domain, 'createdAt'>): void;
  setEnv(project: Project, values: Readonly<Record<string, string>>): void;
  /** One variable of any type, in the place of others of its name. */
  addVariable(
    project: Project,
    variable: Pick<EnvVariable, 'key' | 'type' | 'target'> & Partial<Omit<EnvVariable, 'id'>>,
  ): void;
  /** The active configuration of the project's firewall, as a client puts it. */
  setFirewall(project: Project, body: Readonly<Record<string, unknown>>): void;
  /** What the team and its projects have set besides their deployments. Tests change it in place. */
  readonly settings: Settings;
  /** A token that sees this project and nothing else. */
  projectToken(project: Project): string;
  /** As it is now. Throws where there is none. */
  project(id: string): Project;
  /** By id, URL or alias, as it is now. Throws where there is none. */
  deployment(idOrUrl: string): Deployment;
  /** The deployment that holds a name now, or null. */
  holder(name: string): string | null;
  /** Changes settings of a project that the API has no route for. */
  configure(project: Project, changes: Partial<Omit<Project, 'id'>>): void;
  protect(project: Project, what: SsoProtection | null, wall?: Wall): void;
  /** From now on the name may not be used: 409. */
  forbid(name: string): void;
  /** The next try to alias the name finds no certificate: 400. */
  withholdCertificate(name: string): void;
  /** How long the edge goes on with the old holder after a switch, in milliseconds: of one name, or of the others. */
  setPropagation(ms: number, name?: string): void;
  /** Where a browser finds a name: `http://shop.localhost:PORT`. */
  address(name: string): string;
  actAs(name: string): Actor;
  /** Resolves when no build and no job is under way. Held builds never end: cancel them first. */
  settled(): Promise<void>;
}
