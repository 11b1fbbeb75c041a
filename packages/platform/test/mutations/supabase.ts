import { DAY_MS, HOUR_MS, NOW } from '../world/names.ts';
import type { World } from '../world.ts';
import { type Mutation, on } from './mutation.ts';

const supabase = (id: string, what: string, change: (world: World) => void) => on('supabase', id, what, change);
const auth = (id: string, member: string, value: unknown) =>
  supabase(`auth-${id}`, `${member} is ${JSON.stringify(value)}`, ({ project: { settings } }) => {
    settings.auth[member] = value;
  });

export const supabaseMutations: readonly Mutation[] = [
  supabase('healthy', 'it is paused', ({ project }) => {
    project.status = 'INACTIVE';
  }),
  supabase('healthy', 'a service is not healthy', ({ project }) => {
    project.health['auth'] = { status: 'UNHEALTHY' };
  }),
  {
    ...supabase('region', 'another region', ({ project }) => {
      project.region = 'us-east-1';
    }),
    without: ['vercel.near-database'],
  },
  supabase('postgres-major', 'another version', ({ project }) => {
    project.database.postgres_engine = '15';
  }),
  supabase('tls-enforced', 'connections without TLS', ({ project: { settings } }) => {
    settings.sslEnforced = false;
  }),
  supabase('allowed-addresses', 'open to everyone', ({ project: { settings } }) => {
    settings.allowedCidrs = ['0.0.0.0/0'];
  }),
  supabase('allowed-addresses', 'no restriction at all', ({ project: { settings } }) => {
    settings.allowedCidrs = [];
  }),
  supabase('allowed-addresses', 'stored, and not applied', ({ project: { settings } }) => {
    settings.restrictionsApplied = false;
  }),
  supabase('legacy-keys', 'old keys work', ({ project: { settings } }) => {
    settings.legacyKeys = true;
  }),
  supabase('data-api-schemas', 'another schema is shown', ({ project: { settings } }) => {
    settings.postgrest.db_schema = 'public,private';
  }),
  supabase('data-api-max-rows', 'many rows', ({ project: { settings } }) => {
    settings.postgrest.max_rows = 100_000;
  }),
  supabase('public-buckets', 'documents for everyone', ({ project: { settings } }) => {
    for (const one of settings.buckets) one.public = true;
  }),
  supabase('functions', 'one is throttled', ({ project }) => {
    for (const one of project.functions) if (one.slug === 'stripe') one.status = 'THROTTLED';
  }),
  supabase('functions-with-jwt', 'one needs no session', ({ project }) => {
    for (const one of project.functions) one.verify_jwt = false;
  }),
  supabase('functions-current', 'one is older than the commit', ({ project }) => {
    for (const one of project.functions) if (one.slug === 'send-mail') one.updated_at = NOW - 3 * DAY_MS;
  }),
  supabase('backup-max-age-hours', 'the newest is old', ({ project }) => {
    project.backups = [];
    const { earliest_physical_backup_date_unix: from = 0, latest_physical_backup_date_unix: to = 0 } =
      project.physicalBackupData;
    project.physicalBackupData = {
      earliest_physical_backup_date_unix: from - 3 * 86_400,
      latest_physical_backup_date_unix: to - 3 * 86_400,
    };
  }),
  supabase('pitr', 'it is off', ({ project }) => {
    project.pitrEnabled = false;
  }),
  supabase('pitr-days', 'the add-on is gone', ({ project }) => {
    project.pitrAddon = undefined;
  }),
  supabase('pitr-window-days', 'it reaches back a day', ({ project }) => {
    project.physicalBackupData.earliest_physical_backup_date_unix = (NOW - 30 * HOUR_MS) / 1_000;
  }),
  supabase('advisors', 'a table without row level security', ({ project: { settings } }) => {
    settings.lints = [{ name: 'rls_disabled_in_public', level: 'ERROR', schema: 'public', entity: 'patients' }];
  }),
  supabase('members-second-factor', 'a member without one', ({ project: { settings } }) => {
    for (const one of settings.members) if (one.user_name === 'dev') one.mfa_enabled = false;
  }),
  supabase('owners', 'another owner', ({ project: { settings } }) => {
    for (const one of settings.members) one.role_name = 'Owner';
  }),
  auth('signup-disabled', 'disable_signup', false),
  auth('anonymous-users', 'external_anonymous_users_enabled', true),
  auth('autoconfirm', 'mailer_autoconfirm', true),
  auth('sms-autoconfirm', 'sms_autoconfirm', true),
  auth('unverified-sign-ins', 'mailer_allow_unverified_email_sign_ins', true),
  auth('secure-email-change', 'mailer_secure_email_change_enabled', false),
  auth('second-factor', 'mfa_totp_verify_enabled', false),
  auth('second-factor-enroll', 'mfa_totp_enroll_enabled', false),
  auth('second-factor-phone', 'mfa_phone_verify_enabled', true),
  auth('password-min-length', 'password_min_length', 8),
  auth('password-characters', 'password_required_characters', ''),
  auth('leaked-passwords-refused', 'password_hibp_enabled', false),
  auth('reauthentication', 'security_update_password_require_reauthentication', false),
  auth('manual-linking', 'security_manual_linking_enabled', true),
  auth('session-hours', 'sessions_timebox', 0),
  auth('inactivity-hours', 'sessions_inactivity_timeout', 720),
  auth('single-session', 'sessions_single_per_user', false),
  auth('refresh-rotation', 'refresh_token_rotation_enabled', false),
  auth('token-seconds', 'jwt_exp', 604_800),
  auth('mail-code-seconds', 'mailer_otp_exp', 86_400),
  auth('mail-code-length', 'mailer_otp_length', 6),
  auth('captcha', 'security_captcha_enabled', false),
  auth('rate-limits', 'rate_limit_otp', 100_000),
  auth('site-url', 'site_url', 'https://evil.example'),
  auth('redirects', 'uri_allow_list', 'https://shop.example.com/auth/callback,https://*.vercel.app/**'),
  auth('own-mail-server', 'smtp_host', null),
  auth('mail-password-changed', 'mailer_notifications_password_changed_enabled', false),
  auth('mail-factor-removed', 'mailer_notifications_mfa_factor_unenrolled_enabled', false),
];
