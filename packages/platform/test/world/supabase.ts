import type { Supabase, SupabaseProjectSeed } from '@lockstep/proving-ground/supabase';
import { CANARY, DAY_MS, HOUR_MS, NOW, REF } from './names.ts';

/** The project on Supabase as production should be. */
export function goodSupabase(supabase: Supabase): SupabaseProjectSeed {
  const project = supabase.project(REF, {
    region: 'eu-central-1',
    pitrEnabled: true,
    pitrAddon: 'pitr_7',
    physicalBackupData: {
      earliest_physical_backup_date_unix: (NOW - 7 * DAY_MS) / 1_000,
      latest_physical_backup_date_unix: (NOW - HOUR_MS) / 1_000,
    },
    backups: [
      {
        id: 1,
        is_physical_backup: true,
        status: 'COMPLETED',
        inserted_at: new Date(NOW - 9 * HOUR_MS).toISOString().slice(0, 19),
      },
    ],
  });
  const { settings } = project;
  settings.sslEnforced = true;
  settings.allowedCidrs = ['198.51.100.0/24'];
  settings.legacyKeys = false;
  settings.members = [
    { user_name: 'olga', role_name: 'Owner', mfa_enabled: true },
    { user_name: 'dev', role_name: 'Developer', mfa_enabled: true },
  ];
  settings.buckets = [
    { name: 'logos', public: true },
    { name: 'documents', public: false },
  ];
  settings.postgrest = { db_schema: 'public', max_rows: 500, db_extra_search_path: 'public', db_pool: null };
  Object.assign(settings.auth, {
    disable_signup: true,
    external_google_secret: CANARY,
    smtp_host: 'mail.example.com',
    smtp_pass: CANARY,
    security_captcha_secret: CANARY,
    mailer_autoconfirm: false,
    mailer_notifications_password_changed_enabled: true,
    mailer_notifications_mfa_factor_unenrolled_enabled: true,
    password_min_length: 14,
    password_required_characters:
      'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789:!@#$%^&*()_+-=[]{};\'\\\\:"|<>?,./`~',
    password_hibp_enabled: true,
    security_update_password_require_reauthentication: true,
    sessions_timebox: 12,
    sessions_inactivity_timeout: 2,
    sessions_single_per_user: true,
    security_captcha_enabled: true,
    security_captcha_provider: 'turnstile',
    mailer_otp_length: 8,
    site_url: 'https://shop.example.com',
    uri_allow_list: 'https://shop.example.com/auth/callback',
  });
  project.functions.push(
    { slug: 'send-mail', status: 'ACTIVE', verify_jwt: true, version: 3, updated_at: NOW - HOUR_MS },
    { slug: 'stripe', status: 'ACTIVE', verify_jwt: false, version: 5, updated_at: NOW - HOUR_MS },
  );
  return project;
}
