import { readFileSync } from 'node:fs';

export interface MemberSeed {
  user_name: string;
  role_name: string;
  mfa_enabled: boolean;
}

export interface LintSeed {
  name: string;
  level: 'ERROR' | 'WARN' | 'INFO';
  schema: string;
  entity: string;
}

/** What a project and its organization have set. Its members are the API's own, and can be changed in place. */
export interface SupabaseSettings {
  plan: string;
  members: MemberSeed[];
  /** Every member of the authentication settings. */
  auth: Record<string, unknown>;
  sslEnforced: boolean;
  allowedCidrs: string[];
  restrictionsApplied: boolean;
  legacyKeys: boolean;
  lints: LintSeed[];
  postgrest: { db_schema: string; max_rows: number; db_extra_search_path: string; db_pool: number | null };
  buckets: { name: string; public: boolean }[];
}

/** As Supabase's CLI recorded of a new project (apps/cli-e2e/fixtures/recorded): open to everyone, addresses confirmed. */
export function newSettings(): SupabaseSettings {
  return {
    plan: 'pro',
    members: [],
    auth: {
      ...blankAuth(),
      external_email_enabled: true,
      jwt_exp: 3600,
      mailer_autoconfirm: true,
      mailer_otp_exp: 3600,
      mailer_otp_length: 6,
      mailer_secure_email_change_enabled: true,
      mfa_max_enrolled_factors: 10,
      mfa_totp_enroll_enabled: true,
      mfa_totp_verify_enabled: true,
      password_min_length: 6,
      password_required_characters: '',
      rate_limit_anonymous_users: 30,
      rate_limit_email_sent: 2,
      rate_limit_otp: 30,
      rate_limit_sms_sent: 30,
      rate_limit_token_refresh: 150,
      rate_limit_verify: 30,
      rate_limit_web3: 30,
      refresh_token_rotation_enabled: true,
      site_url: 'http://localhost:3000',
      uri_allow_list: '',
    },
    sslEnforced: false,
    allowedCidrs: ['0.0.0.0/0'],
    restrictionsApplied: true,
    legacyKeys: true,
    lints: [],
    postgrest: {
      db_schema: 'public,graphql_public',
      max_rows: 1000,
      db_extra_search_path: 'public,extensions',
      db_pool: null,
    },
    buckets: [],
  };
}

interface Schema {
  readonly nullable?: boolean;
  readonly type?: string;
  readonly enum?: readonly unknown[];
}

/** Every member that Supabase's description has, as empty as it may be. */
function blankAuth(): Record<string, unknown> {
  const cut = JSON.parse(readFileSync(new URL('../../src/supabase/openapi-cut.json', import.meta.url), 'utf8')) as {
    readonly components: {
      readonly schemas: Readonly<Record<string, { readonly properties: Readonly<Record<string, Schema>> }>>;
    };
  };
  const members = cut.components.schemas['AuthConfigResponse']?.properties ?? {};
  return Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, blank(schema)]));
}

function blank({ enum: words, nullable, type }: Schema): unknown {
  if (type === 'boolean') return false;
  if (nullable === true) return null;
  if (words !== undefined) return words[0];
  return type === 'integer' || type === 'number' ? 0 : '';
}
