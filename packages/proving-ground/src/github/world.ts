/**
 * Everything that the stand-in knows: plain data, so that it can be copied whole. Times are ISO texts in UTC with
 * seconds, as GitHub gives them; ids grow over all kinds, so that order of making is order of ids.
 */
export interface World {
  nextId: number;
  readonly repositories: Map<string, Repository>;
}

export interface User {
  readonly login: string;
  readonly id: number;
  readonly type: 'Bot' | 'User' | 'Organization';
}

export interface Repository {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly createdAt: string;
  readonly private: boolean;
  /** Whether published releases are locked (a setting of the repository). */
  immutableReleases?: boolean;
  readonly defaultBranch: string;
  readonly commits: Map<string, Commit>;
  /** What was made by itself, and is in no commit yet: sha → text, and sha → files. */
  readonly blobs: Map<string, string>;
  readonly trees: Map<string, Commit['files']>;
  /** `heads/main`, `tags/v1` → sha. */
  readonly refs: Map<string, string>;
  /** By name; GitHub makes one with the first deployment to it. */
  readonly environments: Map<string, DeploymentEnvironment>;
  /** What its settings say; what is absent is as it is in a new repository. */
  settings: RepositorySettings;
  /** What people may do, by login; whoever is not named may read where the repository is public, and nothing else. */
  readonly people: Map<string, Role>;
  /** Accounts that changed their names: their ids, by the login that they have now. */
  readonly renamed: Map<string, number>;
  readonly deployments: Deployment[];
  readonly runs: Run[];
  readonly issues: Issue[];
  readonly checkRuns: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly releases: Release[];
}

/** Names alone: nobody can read a secret's value. */
export interface RepositorySettings {
  readonly secrets?: readonly string[];
  readonly variables?: readonly string[];
  /** Of its organization, and shared with it. */
  readonly organizationSecrets?: readonly string[];
  readonly organizationVariables?: readonly string[];
  /** What workflows may use; everything where absent. `patterns` as `owner/*`. */
  readonly allowedActions?: 'none' | 'local' | { readonly githubOwned: boolean; readonly patterns: readonly string[] };
  /** Checks that the default branch requires, by a ruleset or by classic protection. */
  readonly requiredChecks?: { readonly by: 'ruleset' | 'protection'; readonly names: readonly string[] };
  /** Other rulesets of the default branch, their rules by GitHub's own names. */
  readonly rulesets?: readonly RulesetSeed[];
  readonly shaPinning?: boolean;
  readonly verifiedCreators?: boolean;
  /** The token of a workflow that says nothing; `read` where absent. */
  readonly workflowToken?: 'read' | 'write';
  readonly workflowsApprove?: boolean;
  /** Whose workflows wait for an approval, of those who send pull requests from forks; GitHub's default where absent. */
  readonly forkApproval?:
    | 'first_time_contributors_new_to_github'
    | 'first_time_contributors'
    | 'all_external_contributors';
  readonly dependabotAlerts?: boolean;
  readonly dependabotUpdates?: boolean;
  readonly codeScanning?: boolean;
  readonly privateReports?: boolean;
  readonly secretScanning?: boolean;
  readonly pushProtection?: boolean;
  /** What its organization has; `team` where no plan is named. */
  readonly organization?: {
    readonly plan?: string;
    readonly requiresSecondFactor?: boolean;
    readonly withoutSecondFactor?: readonly string[];
  };
  /** Newest first. */
  readonly auditLog?: readonly AuditEntry[];
  /** Who changed which ruleset when, newest first. */
  readonly rulesetHistory?: readonly { readonly ruleset: number; readonly login: string; readonly at: string }[];
}

/** An entry of the audit log of the organization: with plan `enterprise` it is shown to owners. */
export interface AuditEntry {
  readonly action: string;
  readonly login: string;
  readonly at: string;
  /** `acme/shop`; of another repository it is about that. */
  readonly repo: string;
  /** `ruleset_name`, `environment_name`, `key` and the like. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface RulesetSeed {
  readonly name: string;
  readonly enforcement: 'active' | 'evaluate' | 'disabled';
  readonly rules: readonly { readonly type: string; readonly parameters?: object }[];
  readonly bypassActors: readonly {
    readonly actor_id: number | null;
    readonly actor_type: string;
    readonly bypass_mode: string;
  }[];
}

export interface DeploymentEnvironment {
  readonly id: number;
  readonly createdAt: string;
  readonly secrets?: readonly string[];
  readonly variables?: readonly string[];
  /** Logins, one of which has to let a job in; nobody has to where there are none. */
  readonly reviewers?: readonly string[];
  /** Whether who started a run may not let its jobs in. */
  readonly preventsSelfReview?: boolean;
  /** Whether it takes protected branches alone. */
  readonly protectedBranches?: boolean;
  readonly waitMinutes?: number;
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly author: User;
  readonly at: string;
  /** The whole tree: path → text. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: User;
  readonly createdAt: string;
  updatedAt: string;
  readonly statuses: DeploymentStatus[];
}

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: User;
  readonly at: string;
}

export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
export type Conclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale';

export interface Run {
  readonly id: number;
  readonly number: number;
  readonly workflow: string;
  readonly path: string;
  readonly event: string;
  readonly branch: string | null;
  readonly sha: string;
  readonly actor: User;
  /** `owner/name` of the fork that its commit is in; its own repository where absent. */
  readonly fork?: string;
  readonly createdAt: string;
  /** The first attempt first. */
  readonly attempts: Attempt[];
  /** Who let its jobs into environments, or did not, oldest first. */
  readonly reviews: RunReview[];
  readonly artifacts: readonly Artifact[];
}

/** What a run kept. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly archive: Buffer;
  readonly expired: boolean;
  readonly createdAt: string;
}

export interface RunReview {
  readonly environment: string;
  readonly state: 'approved' | 'rejected';
  readonly user: User;
}

export interface Attempt {
  /** Who started it: of a re-run somebody else than the run's actor, whose rights it has all the same. */
  readonly triggeringActor: User;
  status: RunStatus;
  conclusion: Conclusion | null;
  readonly startedAt: string;
  updatedAt: string;
  readonly jobs: Job[];
}

export interface Job {
  readonly id: number;
  readonly name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  readonly at: string;
  completedAt: string | null;
}

export interface Comment {
  readonly id: number;
  readonly user: User;
  /** What GitHub says of the author: not MEMBER where the membership is private, which a token of a job does not see. */
  association?: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** An issue, or a pull request: they share their numbers. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null;
  labels: string[];
  /** When each label came, oldest first. */
  readonly labelled: { readonly id: number; readonly label: string; readonly user: User; readonly at: string }[];
  assignees: User[];
  readonly user: User;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Absent while it is open. */
  closedBy?: User | undefined;
  readonly comments: Comment[];
  readonly pull?: Pull;
}

export interface Pull {
  readonly base: string;
  readonly head: string;
  /** `owner/name` of the fork that the head is in; its own repository where absent. */
  readonly fork?: string;
  /** The head's sha, since its branch may be gone. */
  headSha: string;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: User | null;
  mergeSha: string | null;
  /** What a squash or a rebase made of its commits on the base. */
  landed?: readonly string[];
  readonly reviews: Review[];
}

export interface Review {
  readonly id: number;
  readonly user: User;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly body: string;
  readonly sha: string;
  readonly at: string;
}

export interface CheckRun {
  readonly id: number;
  readonly sha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Exclude<Conclusion, 'stale'> | null;
  detailsUrl: string | null;
  externalId: string | null;
  startedAt: string | null;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly annotations: Record<string, unknown>[];
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly at: string;
}

export interface Release {
  readonly id: number;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  readonly author: User;
  readonly createdAt: string;
  publishedAt: string | null;
}

export function newWorld(): World {
  return { nextId: 1_000_001, repositories: new Map() };
}

export function takeId(world: World): number {
  return world.nextId++;
}

/** GitHub's own bot has this id on github.com; everybody else's is made from the name. */
export function userNamed(login: string, type?: User['type']): User {
  if (login === 'github-actions[bot]') return { login, id: 41_898_282, type: 'Bot' };
  let id = 7;
  for (const char of login) id = (id * 31 + (char.codePointAt(0) ?? 0)) % 90_000_000;
  return { login, id: id + 1, type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User') };
}

/** A time as GitHub writes it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
