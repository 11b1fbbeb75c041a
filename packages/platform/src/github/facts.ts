import type { Part } from '../facts/part.ts';

/** How a repository at GitHub is configured: names and settings, never a value of a secret. */
export interface GitHubFacts {
  readonly repository: Part<RepositoryFacts>;
  /** The organization that owns it; undefined for a repository of a personal account. */
  readonly organization: Part<OrganizationFacts> | undefined;
  /** Logins of its members that have no second factor. */
  readonly withoutSecondFactor: Part<readonly string[]> | undefined;
  readonly rules: Part<BranchFacts>;
  readonly environments: Part<readonly EnvironmentFacts[]>;
  readonly actions: Part<ActionsFacts>;
  readonly workflow: Part<WorkflowFacts>;
  /** Who needs an approval before the workflows of a pull request from a fork run. */
  readonly forkApproval: Part<{ readonly policy: string }>;
  readonly immutableReleases: Part<{ readonly enabled: boolean }>;
  readonly secrets: Part<readonly string[]>;
  readonly environmentSecrets: Readonly<Record<string, Part<readonly string[]>>>;
  readonly dependabotAlerts: Part<{ readonly enabled: boolean }>;
  readonly dependabotUpdates: Part<{ readonly enabled: boolean }>;
  readonly codeScanning: Part<{ readonly configured: boolean }>;
  readonly vulnerabilityReports: Part<{ readonly enabled: boolean }>;
}

export interface OrganizationFacts {
  /** Undefined where the token may not see it, as the next. */
  readonly plan: string | undefined;
  readonly requiresSecondFactor: boolean | undefined;
}

export interface RepositoryFacts {
  readonly name: string;
  /** The login of the organization that owns it; undefined for a personal account. */
  readonly organization: string | undefined;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** Undefined where the token may not see it. */
  readonly secretScanning: boolean | undefined;
  readonly pushProtection: boolean | undefined;
  readonly deletesMergedBranches: boolean | undefined;
}

/** What the rules of the default branch demand, of rulesets and of classic protection together. */
export interface BranchFacts {
  readonly requiredChecks: readonly string[];
  readonly pullRequest: boolean;
  readonly approvals: number;
  readonly dismissesStale: boolean;
  readonly codeOwners: boolean;
  readonly signatures: boolean;
  readonly linear: boolean;
  readonly forcePushBlocked: boolean;
  readonly deletionBlocked: boolean;
  /** The rulesets that these rules come from. */
  readonly rulesets: readonly RulesetFacts[];
}

export interface RulesetFacts {
  readonly id: number | undefined;
  readonly name: string;
  readonly enforcement: string;
  /** Who may bypass it, as `Team 12 always`. Undefined where the token may not see it. */
  readonly bypassActors: readonly string[] | undefined;
  /** Its rules as GitHub has them, by type. */
  readonly rules: Readonly<Record<string, unknown>>;
}

export interface EnvironmentFacts {
  readonly name: string;
  readonly reviewers: readonly string[];
  /** The same as GitHub's API takes them: `User 17`. */
  readonly reviewerIds: readonly string[];
  readonly preventsSelfReview: boolean;
  /** `all`, `protected`, `custom`. */
  readonly branches: 'all' | 'protected' | 'custom';
  readonly waitMinutes: number;
}

export interface ActionsFacts {
  readonly enabled: boolean;
  /** `all`, `local_only`, `selected`; `none` where Actions is off. */
  readonly allowed: string;
  readonly shaPinning: boolean;
  readonly patterns: readonly string[];
  readonly githubOwned: boolean;
  readonly verifiedCreators: boolean;
}

export interface WorkflowFacts {
  readonly tokenWrites: boolean;
  readonly approvesPullRequests: boolean;
}
