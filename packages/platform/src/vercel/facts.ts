import type { Part } from '../facts/part.ts';

/** How a Vercel project and its team are configured: names, types and times, never a value of a variable. */
export interface VercelFacts {
  readonly plan: string | undefined;
  readonly project: Part<VercelProjectFacts>;
  readonly domains: Part<readonly VercelDomainFacts[]>;
  /** By domain. */
  readonly configurations: Readonly<Record<string, Part<DomainConfiguration>>>;
  readonly certificates: Part<readonly CertificateFacts[]>;
  readonly env: Part<readonly EnvFacts[]>;
  readonly firewall: Part<FirewallFacts>;
  readonly drains: Part<readonly DrainFacts[]>;
  readonly webhooks: Part<readonly WebhookFacts[]>;
  readonly team: Part<TeamFacts>;
  readonly members: Part<readonly MemberFacts[]>;
}

export interface VercelProjectFacts {
  readonly id: string;
  readonly name: string;
  readonly framework: string | undefined;
  readonly nodeVersion: string | undefined;
  readonly rootDirectory: string | undefined;
  readonly buildCommand: string | undefined;
  readonly installCommand: string | undefined;
  readonly outputDirectory: string | undefined;
  readonly regions: readonly string[];
  /** `acme/shop`; undefined where none is connected. */
  readonly repository: string | undefined;
  readonly productionBranch: string | undefined;
  readonly gitDeployments: boolean | undefined;
  readonly verifiedCommits: boolean | undefined;
  readonly autoAssignDomains: boolean | undefined;
  /** `none`, or Vercel's own word. */
  readonly deploymentProtection: string;
  readonly forkProtection: boolean | undefined;
  readonly publicSource: boolean | undefined;
  readonly directoryListing: boolean | undefined;
  readonly skewProtectionSeconds: number;
  readonly cronsEnabled: boolean;
  /** Path to schedule. */
  readonly crons: Readonly<Record<string, string>>;
  readonly previewDays: number | undefined;
}

export interface VercelDomainFacts {
  readonly name: string;
  readonly verified: boolean;
  readonly redirect: string | undefined;
  readonly redirectStatus: number | undefined;
  readonly gitBranch: string | undefined;
}

export interface DomainConfiguration {
  readonly misconfigured: boolean;
  readonly configuredBy: string | undefined;
}

export interface CertificateFacts {
  readonly names: readonly string[];
  readonly expiresAtMs: number;
  readonly autoRenew: boolean;
}

export interface EnvFacts {
  readonly key: string;
  /** Vercel's own word: `plain`, `encrypted`, `sensitive`, `system`, `secret`. */
  readonly type: string;
  readonly targets: readonly string[];
  readonly gitBranch: string | undefined;
  readonly updatedAtMs: number | undefined;
}

export interface FirewallFacts {
  readonly enabled: boolean;
  /** The action of each managed ruleset that is active: `owasp` to `deny`. */
  readonly managed: Readonly<Record<string, string>>;
  /** The action of each group of the OWASP rules that is active: `sqli` to `deny`. */
  readonly owasp: Readonly<Record<string, string>>;
  readonly rules: readonly FirewallRule[];
  /** Addresses that are let past the firewall. */
  readonly bypasses: readonly string[];
}

export interface FirewallRule {
  readonly name: string;
  readonly active: boolean;
  readonly action: string;
  readonly limit: number | undefined;
  readonly windowSeconds: number | undefined;
  /** Whether nothing is said to stop what is above the limit. */
  readonly onlyLogs: boolean;
  /** Its conditions and action as Vercel has them, without the values of headers, cookies and queries. */
  readonly definition: Readonly<Record<string, unknown>>;
  /** Whether nothing was left out of the definition. */
  readonly whole: boolean;
}

export interface DrainFacts {
  readonly name: string;
  readonly host: string | undefined;
  readonly status: string;
  readonly kinds: readonly string[];
}

export interface WebhookFacts {
  readonly host: string;
  readonly events: readonly string[];
}

export interface TeamFacts {
  readonly slug: string;
  readonly plan: string | undefined;
  readonly samlEnforced: boolean;
  /** `on`, `off`, `default`. */
  readonly sensitivePolicy: string;
  readonly hidesAddresses: boolean;
  readonly hidesAddressesInDrains: boolean;
}

export interface MemberFacts {
  readonly name: string;
  readonly role: string;
  readonly confirmed: boolean;
}
