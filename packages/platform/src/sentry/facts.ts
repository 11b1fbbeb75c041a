import type { Part } from '../facts/part.ts';

/** How a Sentry project watches, and whether it has the event of this release's drill. */
export interface SentryFacts {
  readonly project: Part<SentryProjectFacts>;
  readonly alerts: Part<readonly AlertFacts[]>;
  readonly members: Part<readonly SentryMember[]>;
  /** Undefined where no release was named, or no secret to verify with. */
  readonly drill: Part<DrillFacts> | undefined;
}

export interface SentryMember {
  /** The name of the account, or the id of an invitation that no one accepted yet. */
  readonly name: string;
  readonly role: string;
  /** Undefined for an invitation. */
  readonly secondFactor: boolean | undefined;
}

export interface SentryProjectFacts {
  readonly id: string;
  readonly slug: string;
  readonly dataScrubber: boolean | undefined;
  readonly scrubsAddresses: boolean | undefined;
  readonly verifiesTls: boolean | undefined;
  readonly requiresSecondFactor: boolean | undefined;
  /** Domains whose browsers may send events; `*` for all. */
  readonly allowedDomains: readonly string[];
}

export interface AlertFacts {
  readonly name: string;
  readonly enabled: boolean;
  readonly environment: string | undefined;
  /** What its actions are, `slack`, `email`, `pagerduty`. None: it reaches no one. */
  readonly destinations: readonly string[];
}

export interface DrillFacts {
  readonly release: string;
  /** Each event that claims to be of an error drill, and what the claim is worth. */
  readonly events: readonly DrillClaim[];
  /** Whether all events of the last 24 hours were looked at. */
  readonly whole: boolean;
}

export type DrillClaim =
  /** Of this release, and signed for it with the secret. */
  { readonly kind: 'signed'; readonly atMs: number } | { readonly kind: 'unsigned' | 'forged' | 'other-release' };
