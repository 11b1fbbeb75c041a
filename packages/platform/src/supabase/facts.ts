import type { Part } from '../facts/part.ts';

/** How a Supabase project is configured: names, settings and times, never a key or a secret. */
export interface SupabaseFacts {
  readonly plan: string | undefined;
  readonly project: Part<SupabaseProjectFacts>;
  /** By service, `healthy` or what it is instead. */
  readonly health: Part<Readonly<Record<string, string>>>;
  readonly ssl: Part<{ readonly enforced: boolean }>;
  readonly network: Part<NetworkFacts>;
  readonly auth: Part<AuthFacts>;
  readonly keys: Part<{ readonly legacyEnabled: boolean }>;
  readonly functions: Part<readonly FunctionFacts[]>;
  readonly backups: Part<BackupFacts>;
  readonly pitrDays: Part<number>;
  readonly advisors: Part<readonly AdvisorFacts[]>;
  readonly dataApi: Part<DataApiFacts>;
  readonly members: Part<readonly SupabaseMember[]>;
  readonly buckets: Part<readonly BucketFacts[]>;
}

export interface SupabaseProjectFacts {
  readonly ref: string;
  readonly name: string;
  readonly region: string;
  /** Supabase's own word, `ACTIVE_HEALTHY`. */
  readonly status: string;
  readonly running: boolean;
  readonly postgresMajor: string;
}

export interface NetworkFacts {
  /** Ranges of addresses that may reach the database, of both versions of IP. */
  readonly allowed: readonly string[];
  readonly applied: boolean;
}

/** The members of the authentication settings that this package knows, by Supabase's names. Secrets are not among them. */
export type AuthFacts = Readonly<Record<string, boolean | number | string | null>>;

export interface FunctionFacts {
  readonly slug: string;
  /** `ACTIVE`, `REMOVED`, `THROTTLED`. */
  readonly status: string;
  /** Undefined where Supabase does not say. */
  readonly verifyJwt: boolean | undefined;
  readonly version: number;
  readonly updatedAtMs: number | undefined;
}

export interface BackupFacts {
  readonly pitrEnabled: boolean;
  readonly newestAtMs: number | undefined;
  readonly windowFromMs: number | undefined;
  readonly windowToMs: number | undefined;
}

export interface AdvisorFacts {
  readonly name: string;
  readonly level: string;
  /** What it is about, `public.patients`; `''` where it names nothing. */
  readonly entity: string;
}

export interface DataApiFacts {
  readonly schemas: readonly string[];
  readonly maxRows: number | undefined;
}

export interface SupabaseMember {
  readonly name: string;
  readonly role: string;
  readonly secondFactor: boolean;
}

export interface BucketFacts {
  readonly name: string;
  readonly public: boolean;
}
