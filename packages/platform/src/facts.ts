import type { BundleFacts } from './bundle/facts.ts';
import type { Part } from './facts/part.ts';
import type { GitHubFacts } from './github/facts.ts';
import type { SentryFacts } from './sentry/facts.ts';
import type { StripeFacts } from './stripe/facts.ts';
import type { SupabaseFacts } from './supabase/facts.ts';
import type { VercelFacts } from './vercel/facts.ts';
import type { Unasked } from './why.ts';

/** What release is about to be made, where the audit runs before one. */
export interface ReleaseFacts {
  readonly commit: string | undefined;
  /** When it was committed, in milliseconds since the epoch. */
  readonly committedAtMs: number | undefined;
  /** When the code of each Edge Function last changed before it, by name; undefined where no one knows. */
  readonly functionsChangedAtMs?: Readonly<Record<string, number | undefined>>;
  /** The name of the release at Sentry. */
  readonly sentryRelease: string | undefined;
}

/** Everything that was read. A service that was not asked is absent. */
export interface Facts {
  readonly nowMs: number;
  readonly release: ReleaseFacts;
  /** Services that did not answer in their time, with why: nothing is known of them. */
  readonly unanswered?: Readonly<Record<string, string>>;
  /** Sections that were not asked, with why. */
  readonly unasked?: Readonly<Record<string, Unasked>>;
  /** How the caller names the token of each service: `VERCEL_TOKEN`. */
  readonly tokenNames?: Readonly<Record<string, string>>;
  readonly vercel?: VercelFacts;
  readonly github?: GitHubFacts;
  readonly supabase?: SupabaseFacts;
  readonly stripe?: StripeFacts;
  readonly sentry?: SentryFacts;
  readonly bundle?: Part<BundleFacts>;
}
