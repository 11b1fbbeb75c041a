// Written by scripts/openapi-cut.mjs from the service's own description: change nothing here.

export const PATHS = {
  'v1-create-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
  'v1-get-a-function': '/v1/projects/{ref}/functions/{function_slug}',
  'v1-get-an-organization': '/v1/organizations/{slug}',
  'v1-get-auth-service-config': '/v1/projects/{ref}/config/auth',
  'v1-get-backup-schedule': '/v1/projects/{ref}/database/backups/schedule',
  'v1-get-network-restrictions': '/v1/projects/{ref}/network-restrictions',
  'v1-get-postgrest-service-config': '/v1/projects/{ref}/postgrest',
  'v1-get-project': '/v1/projects/{ref}',
  'v1-get-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
  'v1-get-restore-point': '/v1/projects/{ref}/database/backups/restore-point',
  'v1-get-security-advisors': '/v1/projects/{ref}/advisors/security',
  'v1-get-services-health': '/v1/projects/{ref}/health',
  'v1-get-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
  'v1-list-all-backups': '/v1/projects/{ref}/database/backups',
  'v1-list-all-buckets': '/v1/projects/{ref}/storage/buckets',
  'v1-list-all-functions': '/v1/projects/{ref}/functions',
  'v1-list-organization-members': '/v1/organizations/{slug}/members',
  'v1-list-project-addons': '/v1/projects/{ref}/billing/addons',
  'v1-update-auth-service-config': '/v1/projects/{ref}/config/auth',
  'v1-update-network-restrictions': '/v1/projects/{ref}/network-restrictions/apply',
  'v1-update-postgrest-service-config': '/v1/projects/{ref}/postgrest',
  'v1-update-project-legacy-api-keys': '/v1/projects/{ref}/api-keys/legacy',
  'v1-update-ssl-enforcement-config': '/v1/projects/{ref}/ssl-enforcement',
} as const;

export interface Operations {
  readonly 'v1-create-restore-point': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: V1RestorePointPostBody;
    readonly answer: V1RestorePointResponse;
  };
  readonly 'v1-get-a-function': {
    readonly query: { readonly function_slug: string };
    readonly body: undefined;
    readonly answer: FunctionSlugResponse;
  };
  readonly 'v1-get-an-organization': {
    readonly query: { readonly slug: string };
    readonly body: undefined;
    readonly answer: V1OrganizationSlugResponse;
  };
  readonly 'v1-get-auth-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: AuthConfigResponse;
  };
  readonly 'v1-get-backup-schedule': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1BackupScheduleResponse;
  };
  readonly 'v1-get-network-restrictions': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: NetworkRestrictionsResponse;
  };
  readonly 'v1-get-postgrest-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: PostgrestConfigWithJWTSecretResponse;
  };
  readonly 'v1-get-project': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1ProjectWithDatabaseResponse;
  };
  readonly 'v1-get-project-legacy-api-keys': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: LegacyApiKeysResponse;
  };
  readonly 'v1-get-restore-point': {
    readonly query: { readonly name?: string };
    readonly body: undefined;
    readonly answer: V1RestorePointResponse;
  };
  readonly 'v1-get-security-advisors': {
    readonly query: { readonly lint_type?: 'sql' };
    readonly body: undefined;
    readonly answer: V1ProjectAdvisorsResponse;
  };
  readonly 'v1-get-services-health': {
    readonly query: {
      readonly services: readonly (
        | 'auth'
        | 'db'
        | 'db_postgres_user'
        | 'pooler'
        | 'realtime'
        | 'rest'
        | 'storage'
        | 'pg_bouncer'
      )[];
      readonly timeout_ms?: number;
    };
    readonly body: undefined;
    readonly answer: readonly V1ServiceHealthResponse[];
  };
  readonly 'v1-get-ssl-enforcement-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: SslEnforcementResponse;
  };
  readonly 'v1-list-all-backups': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: V1BackupsResponse;
  };
  readonly 'v1-list-all-buckets': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: readonly V1StorageBucketResponse[];
  };
  readonly 'v1-list-all-functions': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: readonly FunctionResponse[];
  };
  readonly 'v1-list-organization-members': {
    readonly query: { readonly slug: string };
    readonly body: undefined;
    readonly answer: readonly V1OrganizationMemberResponse[];
  };
  readonly 'v1-list-project-addons': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: undefined;
    readonly answer: ListProjectAddonsResponse;
  };
  readonly 'v1-update-auth-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: UpdateAuthConfigBody;
    readonly answer: AuthConfigResponse;
  };
  readonly 'v1-update-network-restrictions': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: NetworkRestrictionsRequest;
    readonly answer: NetworkRestrictionsResponse;
  };
  readonly 'v1-update-postgrest-service-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: V1UpdatePostgrestConfigBody;
    readonly answer: V1PostgrestConfigResponse;
  };
  readonly 'v1-update-project-legacy-api-keys': {
    readonly query: { readonly enabled: boolean };
    readonly body: undefined;
    readonly answer: LegacyApiKeysResponse;
  };
  readonly 'v1-update-ssl-enforcement-config': {
    readonly query: Readonly<Record<never, never>>;
    readonly body: SslEnforcementRequest;
    readonly answer: SslEnforcementResponse;
  };
}

export interface AuthConfigResponse {
  readonly api_max_request_duration: number | null;
  readonly db_max_pool_size: number | null;
  readonly db_max_pool_size_unit: 'connections' | 'percent' | null | null;
  readonly disable_signup: boolean | null;
  readonly external_anonymous_users_enabled: boolean | null;
  readonly external_apple_additional_client_ids: string | null;
  readonly external_apple_client_id: string | null;
  readonly external_apple_email_optional: boolean | null;
  readonly external_apple_enabled: boolean | null;
  readonly external_apple_secret: string | null;
  readonly external_azure_client_id: string | null;
  readonly external_azure_email_optional: boolean | null;
  readonly external_azure_enabled: boolean | null;
  readonly external_azure_secret: string | null;
  readonly external_azure_url: string | null;
  readonly external_bitbucket_client_id: string | null;
  readonly external_bitbucket_email_optional: boolean | null;
  readonly external_bitbucket_enabled: boolean | null;
  readonly external_bitbucket_secret: string | null;
  readonly external_discord_client_id: string | null;
  readonly external_discord_email_optional: boolean | null;
  readonly external_discord_enabled: boolean | null;
  readonly external_discord_secret: string | null;
  readonly external_email_enabled: boolean | null;
  readonly external_facebook_client_id: string | null;
  readonly external_facebook_email_optional: boolean | null;
  readonly external_facebook_enabled: boolean | null;
  readonly external_facebook_secret: string | null;
  readonly external_figma_client_id: string | null;
  readonly external_figma_email_optional: boolean | null;
  readonly external_figma_enabled: boolean | null;
  readonly external_figma_secret: string | null;
  readonly external_github_client_id: string | null;
  readonly external_github_email_optional: boolean | null;
  readonly external_github_enabled: boolean | null;
  readonly external_github_secret: string | null;
  readonly external_gitlab_client_id: string | null;
  readonly external_gitlab_email_optional: boolean | null;
  readonly external_gitlab_enabled: boolean | null;
  readonly external_gitlab_secret: string | null;
  readonly external_gitlab_url: string | null;
  readonly external_google_additional_client_ids: string | null;
  readonly external_google_client_id: string | null;
  readonly external_google_email_optional: boolean | null;
  readonly external_google_enabled: boolean | null;
  readonly external_google_secret: string | null;
  readonly external_google_skip_nonce_check: boolean | null;
  readonly external_kakao_client_id: string | null;
  readonly external_kakao_email_optional: boolean | null;
  readonly external_kakao_enabled: boolean | null;
  readonly external_kakao_secret: string | null;
  readonly external_keycloak_client_id: string | null;
  readonly external_keycloak_email_optional: boolean | null;
  readonly external_keycloak_enabled: boolean | null;
  readonly external_keycloak_secret: string | null;
  readonly external_keycloak_url: string | null;
  readonly external_linkedin_oidc_client_id: string | null;
  readonly external_linkedin_oidc_email_optional: boolean | null;
  readonly external_linkedin_oidc_enabled: boolean | null;
  readonly external_linkedin_oidc_secret: string | null;
  readonly external_slack_oidc_client_id: string | null;
  readonly external_slack_oidc_email_optional: boolean | null;
  readonly external_slack_oidc_enabled: boolean | null;
  readonly external_slack_oidc_secret: string | null;
  readonly external_notion_client_id: string | null;
  readonly external_notion_email_optional: boolean | null;
  readonly external_notion_enabled: boolean | null;
  readonly external_notion_secret: string | null;
  readonly external_phone_enabled: boolean | null;
  readonly external_slack_client_id: string | null;
  readonly external_slack_email_optional: boolean | null;
  readonly external_slack_enabled: boolean | null;
  readonly external_slack_secret: string | null;
  readonly external_spotify_client_id: string | null;
  readonly external_spotify_email_optional: boolean | null;
  readonly external_spotify_enabled: boolean | null;
  readonly external_spotify_secret: string | null;
  readonly external_twitch_client_id: string | null;
  readonly external_twitch_email_optional: boolean | null;
  readonly external_twitch_enabled: boolean | null;
  readonly external_twitch_secret: string | null;
  readonly external_twitter_client_id: string | null;
  readonly external_twitter_email_optional: boolean | null;
  readonly external_twitter_enabled: boolean | null;
  readonly external_twitter_secret: string | null;
  readonly external_x_client_id: string | null;
  readonly external_x_email_optional: boolean | null;
  readonly external_x_enabled: boolean | null;
  readonly external_x_secret: string | null;
  readonly external_workos_client_id: string | null;
  readonly external_workos_enabled: boolean | null;
  readonly external_workos_secret: string | null;
  readonly external_workos_url: string | null;
  readonly external_web3_solana_enabled: boolean | null;
  readonly external_web3_ethereum_enabled: boolean | null;
  readonly external_zoom_client_id: string | null;
  readonly external_zoom_email_optional: boolean | null;
  readonly external_zoom_enabled: boolean | null;
  readonly external_zoom_secret: string | null;
  readonly hook_custom_access_token_enabled: boolean | null;
  readonly hook_custom_access_token_uri: string | null;
  readonly hook_custom_access_token_secrets: string | null;
  readonly hook_mfa_verification_attempt_enabled: boolean | null;
  readonly hook_mfa_verification_attempt_uri: string | null;
  readonly hook_mfa_verification_attempt_secrets: string | null;
  readonly hook_password_verification_attempt_enabled: boolean | null;
  readonly hook_password_verification_attempt_uri: string | null;
  readonly hook_password_verification_attempt_secrets: string | null;
  readonly hook_send_sms_enabled: boolean | null;
  readonly hook_send_sms_uri: string | null;
  readonly hook_send_sms_secrets: string | null;
  readonly hook_send_email_enabled: boolean | null;
  readonly hook_send_email_uri: string | null;
  readonly hook_send_email_secrets: string | null;
  readonly hook_before_user_created_enabled: boolean | null;
  readonly hook_before_user_created_uri: string | null;
  readonly hook_before_user_created_secrets: string | null;
  readonly hook_after_user_created_enabled: boolean | null;
  readonly hook_after_user_created_uri: string | null;
  readonly hook_after_user_created_secrets: string | null;
  readonly jwt_exp: number | null;
  readonly mailer_allow_unverified_email_sign_ins: boolean | null;
  readonly mailer_autoconfirm: boolean | null;
  readonly mailer_otp_exp: number;
  readonly mailer_otp_length: number | null;
  readonly mailer_secure_email_change_enabled: boolean | null;
  readonly mailer_subjects_confirmation: string | null;
  readonly mailer_subjects_email_change: string | null;
  readonly mailer_subjects_invite: string | null;
  readonly mailer_subjects_magic_link: string | null;
  readonly mailer_subjects_reauthentication: string | null;
  readonly mailer_subjects_recovery: string | null;
  readonly mailer_subjects_password_changed_notification: string | null;
  readonly mailer_subjects_email_changed_notification: string | null;
  readonly mailer_subjects_phone_changed_notification: string | null;
  readonly mailer_subjects_mfa_factor_enrolled_notification: string | null;
  readonly mailer_subjects_mfa_factor_unenrolled_notification: string | null;
  readonly mailer_subjects_identity_linked_notification: string | null;
  readonly mailer_subjects_identity_unlinked_notification: string | null;
  readonly mailer_templates_confirmation_content: string | null;
  readonly mailer_templates_email_change_content: string | null;
  readonly mailer_templates_invite_content: string | null;
  readonly mailer_templates_magic_link_content: string | null;
  readonly mailer_templates_reauthentication_content: string | null;
  readonly mailer_templates_recovery_content: string | null;
  readonly mailer_templates_password_changed_notification_content: string | null;
  readonly mailer_templates_email_changed_notification_content: string | null;
  readonly mailer_templates_phone_changed_notification_content: string | null;
  readonly mailer_templates_mfa_factor_enrolled_notification_content: string | null;
  readonly mailer_templates_mfa_factor_unenrolled_notification_content: string | null;
  readonly mailer_templates_identity_linked_notification_content: string | null;
  readonly mailer_templates_identity_unlinked_notification_content: string | null;
  readonly mailer_notifications_password_changed_enabled: boolean | null;
  readonly mailer_notifications_email_changed_enabled: boolean | null;
  readonly mailer_notifications_phone_changed_enabled: boolean | null;
  readonly mailer_notifications_mfa_factor_enrolled_enabled: boolean | null;
  readonly mailer_notifications_mfa_factor_unenrolled_enabled: boolean | null;
  readonly mailer_notifications_identity_linked_enabled: boolean | null;
  readonly mailer_notifications_identity_unlinked_enabled: boolean | null;
  readonly mfa_max_enrolled_factors: number | null;
  readonly mfa_totp_enroll_enabled: boolean | null;
  readonly mfa_totp_verify_enabled: boolean | null;
  readonly mfa_phone_enroll_enabled: boolean | null;
  readonly mfa_phone_verify_enabled: boolean | null;
  readonly mfa_web_authn_enroll_enabled: boolean | null;
  readonly mfa_web_authn_verify_enabled: boolean | null;
  readonly passkey_enabled: boolean;
  readonly webauthn_rp_display_name: string | null;
  readonly webauthn_rp_id: string | null;
  readonly webauthn_rp_origins: string | null;
  readonly mfa_phone_otp_length: number;
  readonly mfa_phone_template: string | null;
  readonly mfa_phone_max_frequency: number | null;
  readonly nimbus_oauth_client_id: string | null;
  readonly nimbus_oauth_email_optional: boolean | null;
  readonly nimbus_oauth_client_secret: string | null;
  readonly password_hibp_enabled: boolean | null;
  readonly password_min_length: number | null;
  readonly password_required_characters:
    | 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789'
    | 'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789'
    | 'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789:!@#$%^&*()_+-=[]{};\'\\\\:"|<>?,./`~'
    | ''
    | null
    | null;
  readonly rate_limit_anonymous_users: number | null;
  readonly rate_limit_email_sent: number | null;
  readonly rate_limit_sms_sent: number | null;
  readonly rate_limit_token_refresh: number | null;
  readonly rate_limit_verify: number | null;
  readonly rate_limit_otp: number | null;
  readonly rate_limit_web3: number | null;
  readonly refresh_token_rotation_enabled: boolean | null;
  readonly saml_enabled: boolean | null;
  readonly saml_external_url: string | null;
  readonly saml_allow_encrypted_assertions: boolean | null;
  readonly security_sb_forwarded_for_enabled: boolean | null;
  readonly security_captcha_enabled: boolean | null;
  readonly security_captcha_provider: 'turnstile' | 'hcaptcha' | null | null;
  readonly security_captcha_secret: string | null;
  readonly security_manual_linking_enabled: boolean | null;
  readonly security_refresh_token_reuse_interval: number | null;
  readonly security_update_password_require_reauthentication: boolean | null;
  readonly sessions_inactivity_timeout: number | null;
  readonly sessions_single_per_user: boolean | null;
  readonly sessions_tags: string | null;
  readonly sessions_timebox: number | null;
  readonly site_url: string | null;
  readonly sms_autoconfirm: boolean | null;
  readonly sms_max_frequency: number | null;
  readonly sms_messagebird_access_key: string | null;
  readonly sms_messagebird_originator: string | null;
  readonly sms_otp_exp: number | null;
  readonly sms_otp_length: number;
  readonly sms_provider: 'messagebird' | 'textlocal' | 'twilio' | 'twilio_verify' | 'vonage' | null | null;
  readonly sms_template: string | null;
  readonly sms_test_otp: string | null;
  readonly sms_test_otp_valid_until: string | null;
  readonly sms_textlocal_api_key: string | null;
  readonly sms_textlocal_sender: string | null;
  readonly sms_twilio_account_sid: string | null;
  readonly sms_twilio_auth_token: string | null;
  readonly sms_twilio_content_sid: string | null;
  readonly sms_twilio_message_service_sid: string | null;
  readonly sms_twilio_verify_account_sid: string | null;
  readonly sms_twilio_verify_auth_token: string | null;
  readonly sms_twilio_verify_message_service_sid: string | null;
  readonly sms_vonage_api_key: string | null;
  readonly sms_vonage_api_secret: string | null;
  readonly sms_vonage_from: string | null;
  readonly smtp_admin_email: string | null;
  readonly smtp_host: string | null;
  readonly smtp_max_frequency: number | null;
  readonly smtp_pass: string | null;
  readonly smtp_port: string | null;
  readonly smtp_sender_name: string | null;
  readonly smtp_user: string | null;
  readonly uri_allow_list: string | null;
  readonly oauth_server_enabled: boolean;
  readonly oauth_server_allow_dynamic_registration: boolean;
  readonly oauth_server_authorization_path: string | null;
  readonly custom_oauth_enabled: boolean;
  readonly custom_oauth_max_providers: number;
}

export interface FunctionResponse {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'REMOVED' | 'THROTTLED';
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly verify_jwt?: boolean;
  readonly import_map?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
}

export interface FunctionSlugResponse {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'REMOVED' | 'THROTTLED';
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly verify_jwt?: boolean;
  readonly import_map?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
}

export interface LegacyApiKeysResponse {
  readonly enabled: boolean;
}

export interface ListProjectAddonsResponse {
  readonly selected_addons: readonly {
    readonly type:
      | 'custom_domain'
      | 'compute_instance'
      | 'pitr'
      | 'ipv4'
      | 'auth_mfa_phone'
      | 'auth_mfa_web_authn'
      | 'log_drain';
    readonly variant: {
      readonly id:
        | 'ci_micro'
        | 'ci_small'
        | 'ci_medium'
        | 'ci_large'
        | 'ci_xlarge'
        | 'ci_2xlarge'
        | 'ci_4xlarge'
        | 'ci_8xlarge'
        | 'ci_12xlarge'
        | 'ci_16xlarge'
        | 'ci_24xlarge'
        | 'ci_24xlarge_optimized_cpu'
        | 'ci_24xlarge_optimized_memory'
        | 'ci_24xlarge_high_memory'
        | 'ci_48xlarge'
        | 'ci_48xlarge_optimized_cpu'
        | 'ci_48xlarge_optimized_memory'
        | 'ci_48xlarge_high_memory'
        | 'cd_default'
        | 'pitr_7'
        | 'pitr_14'
        | 'pitr_28'
        | 'ipv4_default'
        | 'auth_mfa_phone_default'
        | 'auth_mfa_web_authn_default'
        | 'log_drain_default';
      readonly name: string;
      readonly price: {
        readonly description: string;
        readonly type: 'fixed' | 'usage';
        readonly interval: 'monthly' | 'hourly';
        readonly amount: number;
      };
      readonly meta?: unknown;
    };
  }[];
  readonly available_addons: readonly {
    readonly type:
      | 'custom_domain'
      | 'compute_instance'
      | 'pitr'
      | 'ipv4'
      | 'auth_mfa_phone'
      | 'auth_mfa_web_authn'
      | 'log_drain';
    readonly name: string;
    readonly variants: readonly {
      readonly id:
        | 'ci_micro'
        | 'ci_small'
        | 'ci_medium'
        | 'ci_large'
        | 'ci_xlarge'
        | 'ci_2xlarge'
        | 'ci_4xlarge'
        | 'ci_8xlarge'
        | 'ci_12xlarge'
        | 'ci_16xlarge'
        | 'ci_24xlarge'
        | 'ci_24xlarge_optimized_cpu'
        | 'ci_24xlarge_optimized_memory'
        | 'ci_24xlarge_high_memory'
        | 'ci_48xlarge'
        | 'ci_48xlarge_optimized_cpu'
        | 'ci_48xlarge_optimized_memory'
        | 'ci_48xlarge_high_memory'
        | 'cd_default'
        | 'pitr_7'
        | 'pitr_14'
        | 'pitr_28'
        | 'ipv4_default'
        | 'auth_mfa_phone_default'
        | 'auth_mfa_web_authn_default'
        | 'log_drain_default';
      readonly name: string;
      readonly price: {
        readonly description: string;
        readonly type: 'fixed' | 'usage';
        readonly interval: 'monthly' | 'hourly';
        readonly amount: number;
      };
      readonly meta?: unknown;
    }[];
  }[];
}

export interface NetworkRestrictionsRequest {
  readonly dbAllowedCidrs?: readonly string[];
  readonly dbAllowedCidrsV6?: readonly string[];
}

export interface NetworkRestrictionsResponse {
  readonly entitlement: 'disallowed' | 'allowed';
  readonly config: {
    readonly dbAllowedCidrs?: readonly string[];
    readonly dbAllowedCidrsV6?: readonly string[];
  };
  readonly old_config?: {
    readonly dbAllowedCidrs?: readonly string[];
    readonly dbAllowedCidrsV6?: readonly string[];
  };
  readonly status: 'stored' | 'applied';
  readonly updated_at?: string;
  readonly applied_at?: string;
}

export interface PostgrestConfigWithJWTSecretResponse {
  readonly db_schema: string;
  readonly max_rows: number;
  readonly db_extra_search_path: string;
  readonly db_pool: number | null;
  readonly jwt_secret?: string;
}

export interface SslEnforcementRequest {
  readonly requestedConfig: {
    readonly database: boolean;
  };
}

export interface SslEnforcementResponse {
  readonly currentConfig: {
    readonly database: boolean;
  };
  readonly appliedSuccessfully: boolean;
}

export interface UpdateAuthConfigBody {
  readonly site_url?: string | null;
  readonly disable_signup?: boolean | null;
  readonly jwt_exp?: number | null;
  readonly smtp_admin_email?: string | null;
  readonly smtp_host?: string | null;
  readonly smtp_port?: string | null;
  readonly smtp_user?: string | null;
  readonly smtp_pass?: string | null;
  readonly smtp_max_frequency?: number | null;
  readonly smtp_sender_name?: string | null;
  readonly mailer_allow_unverified_email_sign_ins?: boolean | null;
  readonly mailer_autoconfirm?: boolean | null;
  readonly mailer_subjects_invite?: string | null;
  readonly mailer_subjects_confirmation?: string | null;
  readonly mailer_subjects_recovery?: string | null;
  readonly mailer_subjects_email_change?: string | null;
  readonly mailer_subjects_magic_link?: string | null;
  readonly mailer_subjects_reauthentication?: string | null;
  readonly mailer_subjects_password_changed_notification?: string | null;
  readonly mailer_subjects_email_changed_notification?: string | null;
  readonly mailer_subjects_phone_changed_notification?: string | null;
  readonly mailer_subjects_mfa_factor_enrolled_notification?: string | null;
  readonly mailer_subjects_mfa_factor_unenrolled_notification?: string | null;
  readonly mailer_subjects_identity_linked_notification?: string | null;
  readonly mailer_subjects_identity_unlinked_notification?: string | null;
  readonly mailer_templates_invite_content?: string | null;
  readonly mailer_templates_confirmation_content?: string | null;
  readonly mailer_templates_recovery_content?: string | null;
  readonly mailer_templates_email_change_content?: string | null;
  readonly mailer_templates_magic_link_content?: string | null;
  readonly mailer_templates_reauthentication_content?: string | null;
  readonly mailer_templates_password_changed_notification_content?: string | null;
  readonly mailer_templates_email_changed_notification_content?: string | null;
  readonly mailer_templates_phone_changed_notification_content?: string | null;
  readonly mailer_templates_mfa_factor_enrolled_notification_content?: string | null;
  readonly mailer_templates_mfa_factor_unenrolled_notification_content?: string | null;
  readonly mailer_templates_identity_linked_notification_content?: string | null;
  readonly mailer_templates_identity_unlinked_notification_content?: string | null;
  readonly mailer_notifications_password_changed_enabled?: boolean | null;
  readonly mailer_notifications_email_changed_enabled?: boolean | null;
  readonly mailer_notifications_phone_changed_enabled?: boolean | null;
  readonly mailer_notifications_mfa_factor_enrolled_enabled?: boolean | null;
  readonly mailer_notifications_mfa_factor_unenrolled_enabled?: boolean | null;
  readonly mailer_notifications_identity_linked_enabled?: boolean | null;
  readonly mailer_notifications_identity_unlinked_enabled?: boolean | null;
  readonly mfa_max_enrolled_factors?: number | null;
  readonly uri_allow_list?: string | null;
  readonly external_anonymous_users_enabled?: boolean | null;
  readonly external_email_enabled?: boolean | null;
  readonly external_phone_enabled?: boolean | null;
  readonly saml_enabled?: boolean | null;
  readonly saml_external_url?: string | null;
  readonly security_sb_forwarded_for_enabled?: boolean | null;
  readonly security_captcha_enabled?: boolean | null;
  readonly security_captcha_provider?: 'turnstile' | 'hcaptcha' | null | null;
  readonly security_captcha_secret?: string | null;
  readonly sessions_timebox?: number | null;
  readonly sessions_inactivity_timeout?: number | null;
  readonly sessions_single_per_user?: boolean | null;
  readonly sessions_tags?: string | null;
  readonly rate_limit_anonymous_users?: number | null;
  readonly rate_limit_email_sent?: number | null;
  readonly rate_limit_sms_sent?: number | null;
  readonly rate_limit_verify?: number | null;
  readonly rate_limit_token_refresh?: number | null;
  readonly rate_limit_otp?: number | null;
  readonly rate_limit_web3?: number | null;
  readonly mailer_secure_email_change_enabled?: boolean | null;
  readonly refresh_token_rotation_enabled?: boolean | null;
  readonly password_hibp_enabled?: boolean | null;
  readonly password_min_length?: number | null;
  readonly password_required_characters?:
    | 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789'
    | 'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789'
    | 'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789:!@#$%^&*()_+-=[]{};\'\\\\:"|<>?,./`~'
    | ''
    | null
    | null;
  readonly security_manual_linking_enabled?: boolean | null;
  readonly security_update_password_require_reauthentication?: boolean | null;
  readonly security_refresh_token_reuse_interval?: number | null;
  readonly mailer_otp_exp?: number;
  readonly mailer_otp_length?: number | null;
  readonly sms_autoconfirm?: boolean | null;
  readonly sms_max_frequency?: number | null;
  readonly sms_otp_exp?: number | null;
  readonly sms_otp_length?: number;
  readonly sms_provider?: 'messagebird' | 'textlocal' | 'twilio' | 'twilio_verify' | 'vonage' | null | null;
  readonly sms_messagebird_access_key?: string | null;
  readonly sms_messagebird_originator?: string | null;
  readonly sms_test_otp?: string | null;
  readonly sms_test_otp_valid_until?: string | null;
  readonly sms_textlocal_api_key?: string | null;
  readonly sms_textlocal_sender?: string | null;
  readonly sms_twilio_account_sid?: string | null;
  readonly sms_twilio_auth_token?: string | null;
  readonly sms_twilio_content_sid?: string | null;
  readonly sms_twilio_message_service_sid?: string | null;
  readonly sms_twilio_verify_account_sid?: string | null;
  readonly sms_twilio_verify_auth_token?: string | null;
  readonly sms_twilio_verify_message_service_sid?: string | null;
  readonly sms_vonage_api_key?: string | null;
  readonly sms_vonage_api_secret?: string | null;
  readonly sms_vonage_from?: string | null;
  readonly sms_template?: string | null;
  readonly hook_mfa_verification_attempt_enabled?: boolean | null;
  readonly hook_mfa_verification_attempt_uri?: string | null;
  readonly hook_mfa_verification_attempt_secrets?: string | null;
  readonly hook_password_verification_attempt_enabled?: boolean | null;
  readonly hook_password_verification_attempt_uri?: string | null;
  readonly hook_password_verification_attempt_secrets?: string | null;
  readonly hook_custom_access_token_enabled?: boolean | null;
  readonly hook_custom_access_token_uri?: string | null;
  readonly hook_custom_access_token_secrets?: string | null;
  readonly hook_send_sms_enabled?: boolean | null;
  readonly hook_send_sms_uri?: string | null;
  readonly hook_send_sms_secrets?: string | null;
  readonly hook_send_email_enabled?: boolean | null;
  readonly hook_send_email_uri?: string | null;
  readonly hook_send_email_secrets?: string | null;
  readonly hook_before_user_created_enabled?: boolean | null;
  readonly hook_before_user_created_uri?: string | null;
  readonly hook_before_user_created_secrets?: string | null;
  readonly hook_after_user_created_enabled?: boolean | null;
  readonly hook_after_user_created_uri?: string | null;
  readonly hook_after_user_created_secrets?: string | null;
  readonly external_apple_enabled?: boolean | null;
  readonly external_apple_client_id?: string | null;
  readonly external_apple_email_optional?: boolean | null;
  readonly external_apple_secret?: string | null;
  readonly external_apple_additional_client_ids?: string | null;
  readonly external_azure_enabled?: boolean | null;
  readonly external_azure_client_id?: string | null;
  readonly external_azure_email_optional?: boolean | null;
  readonly external_azure_secret?: string | null;
  readonly external_azure_url?: string | null;
  readonly external_bitbucket_enabled?: boolean | null;
  readonly external_bitbucket_client_id?: string | null;
  readonly external_bitbucket_email_optional?: boolean | null;
  readonly external_bitbucket_secret?: string | null;
  readonly external_discord_enabled?: boolean | null;
  readonly external_discord_client_id?: string | null;
  readonly external_discord_email_optional?: boolean | null;
  readonly external_discord_secret?: string | null;
  readonly external_facebook_enabled?: boolean | null;
  readonly external_facebook_client_id?: string | null;
  readonly external_facebook_email_optional?: boolean | null;
  readonly external_facebook_secret?: string | null;
  readonly external_figma_enabled?: boolean | null;
  readonly external_figma_client_id?: string | null;
  readonly external_figma_email_optional?: boolean | null;
  readonly external_figma_secret?: string | null;
  readonly external_github_enabled?: boolean | null;
  readonly external_github_client_id?: string | null;
  readonly external_github_email_optional?: boolean | null;
  readonly external_github_secret?: string | null;
  readonly external_gitlab_enabled?: boolean | null;
  readonly external_gitlab_client_id?: string | null;
  readonly external_gitlab_email_optional?: boolean | null;
  readonly external_gitlab_secret?: string | null;
  readonly external_gitlab_url?: string | null;
  readonly external_google_enabled?: boolean | null;
  readonly external_google_client_id?: string | null;
  readonly external_google_email_optional?: boolean | null;
  readonly external_google_secret?: string | null;
  readonly external_google_additional_client_ids?: string | null;
  readonly external_google_skip_nonce_check?: boolean | null;
  readonly external_kakao_enabled?: boolean | null;
  readonly external_kakao_client_id?: string | null;
  readonly external_kakao_email_optional?: boolean | null;
  readonly external_kakao_secret?: string | null;
  readonly external_keycloak_enabled?: boolean | null;
  readonly external_keycloak_client_id?: string | null;
  readonly external_keycloak_email_optional?: boolean | null;
  readonly external_keycloak_secret?: string | null;
  readonly external_keycloak_url?: string | null;
  readonly external_linkedin_oidc_enabled?: boolean | null;
  readonly external_linkedin_oidc_client_id?: string | null;
  readonly external_linkedin_oidc_email_optional?: boolean | null;
  readonly external_linkedin_oidc_secret?: string | null;
  readonly external_slack_oidc_enabled?: boolean | null;
  readonly external_slack_oidc_client_id?: string | null;
  readonly external_slack_oidc_email_optional?: boolean | null;
  readonly external_slack_oidc_secret?: string | null;
  readonly external_notion_enabled?: boolean | null;
  readonly external_notion_client_id?: string | null;
  readonly external_notion_email_optional?: boolean | null;
  readonly external_notion_secret?: string | null;
  readonly external_slack_enabled?: boolean | null;
  readonly external_slack_client_id?: string | null;
  readonly external_slack_email_optional?: boolean | null;
  readonly external_slack_secret?: string | null;
  readonly external_spotify_enabled?: boolean | null;
  readonly external_spotify_client_id?: string | null;
  readonly external_spotify_email_optional?: boolean | null;
  readonly external_spotify_secret?: string | null;
  readonly external_twitch_enabled?: boolean | null;
  readonly external_twitch_client_id?: string | null;
  readonly external_twitch_email_optional?: boolean | null;
  readonly external_twitch_secret?: string | null;
  readonly external_twitter_enabled?: boolean | null;
  readonly external_twitter_client_id?: string | null;
  readonly external_twitter_email_optional?: boolean | null;
  readonly external_twitter_secret?: string | null;
  readonly external_x_enabled?: boolean | null;
  readonly external_x_client_id?: string | null;
  readonly external_x_email_optional?: boolean | null;
  readonly external_x_secret?: string | null;
  readonly external_workos_enabled?: boolean | null;
  readonly external_workos_client_id?: string | null;
  readonly external_workos_secret?: string | null;
  readonly external_workos_url?: string | null;
  readonly external_web3_solana_enabled?: boolean | null;
  readonly external_web3_ethereum_enabled?: boolean | null;
  readonly external_zoom_enabled?: boolean | null;
  readonly external_zoom_client_id?: string | null;
  readonly external_zoom_email_optional?: boolean | null;
  readonly external_zoom_secret?: string | null;
  readonly db_max_pool_size?: number | null;
  readonly db_max_pool_size_unit?: 'connections' | 'percent' | null | null;
  readonly api_max_request_duration?: number | null;
  readonly mfa_totp_enroll_enabled?: boolean | null;
  readonly mfa_totp_verify_enabled?: boolean | null;
  readonly mfa_web_authn_enroll_enabled?: boolean | null;
  readonly mfa_web_authn_verify_enabled?: boolean | null;
  readonly passkey_enabled?: boolean;
  readonly webauthn_rp_display_name?: string | null;
  readonly webauthn_rp_id?: string | null;
  readonly webauthn_rp_origins?: string | null;
  readonly mfa_phone_enroll_enabled?: boolean | null;
  readonly mfa_phone_verify_enabled?: boolean | null;
  readonly mfa_phone_max_frequency?: number | null;
  readonly mfa_phone_otp_length?: number | null;
  readonly mfa_phone_template?: string | null;
  readonly nimbus_oauth_client_id?: string | null;
  readonly nimbus_oauth_client_secret?: string | null;
  readonly oauth_server_enabled?: boolean | null;
  readonly oauth_server_allow_dynamic_registration?: boolean | null;
  readonly oauth_server_authorization_path?: string | null;
  readonly custom_oauth_enabled?: boolean;
}

export interface V1BackupScheduleResponse {
  readonly schedule_for: string;
  readonly updated_at: string;
}

export interface V1BackupsResponse {
  readonly region: string;
  readonly walg_enabled: boolean;
  readonly pitr_enabled: boolean;
  readonly backups: readonly {
    readonly id: number;
    readonly is_physical_backup: boolean;
    readonly status: 'COMPLETED' | 'FAILED' | 'PENDING' | 'REMOVED' | 'ARCHIVED' | 'CANCELLED';
    readonly inserted_at: string;
  }[];
  readonly physical_backup_data: {
    readonly earliest_physical_backup_date_unix?: number;
    readonly latest_physical_backup_date_unix?: number;
  };
}

export interface V1OrganizationMemberResponse {
  readonly user_id: string;
  readonly user_name: string;
  readonly email?: string;
  readonly role_name: string;
  readonly mfa_enabled: boolean;
}

export interface V1OrganizationSlugResponse {
  readonly id: string;
  readonly name: string;
  readonly plan?: 'free' | 'pro' | 'team' | 'enterprise' | 'platform';
  readonly opt_in_tags: readonly ('AI_SQL_GENERATOR_OPT_IN' | 'AI_DATA_GENERATOR_OPT_IN' | 'AI_LOG_GENERATOR_OPT_IN')[];
  readonly allowed_release_channels: readonly ('internal' | 'alpha' | 'beta' | 'ga' | 'withdrawn' | 'preview')[];
}

export interface V1PostgrestConfigResponse {
  readonly db_schema: string;
  readonly max_rows: number;
  readonly db_extra_search_path: string;
  readonly db_pool: number | null;
}

export interface V1ProjectAdvisorsResponse {
  readonly lints: readonly {
    readonly name:
      | 'unindexed_foreign_keys'
      | 'auth_users_exposed'
      | 'auth_rls_initplan'
      | 'no_primary_key'
      | 'unused_index'
      | 'multiple_permissive_policies'
      | 'policy_exists_rls_disabled'
      | 'rls_enabled_no_policy'
      | 'duplicate_index'
      | 'security_definer_view'
      | 'function_search_path_mutable'
      | 'rls_disabled_in_public'
      | 'extension_in_public'
      | 'rls_references_user_metadata'
      | 'materialized_view_in_api'
      | 'foreign_table_in_api'
      | 'unsupported_reg_types'
      | 'auth_otp_long_expiry'
      | 'auth_otp_short_length'
      | 'ssl_not_enforced'
      | 'network_restrictions_not_set'
      | 'password_requirements_min_length'
      | 'pitr_not_enabled'
      | 'auth_leaked_password_protection'
      | 'auth_insufficient_mfa_options'
      | 'auth_password_policy_missing'
      | 'leaked_service_key'
      | 'no_backup_admin'
      | 'vulnerable_postgres_version';
    readonly title: string;
    readonly level: 'ERROR' | 'WARN' | 'INFO';
    readonly facing: 'EXTERNAL';
    readonly categories: readonly ('PERFORMANCE' | 'SECURITY')[];
    readonly description: string;
    readonly detail: string;
    readonly remediation: string;
    readonly metadata?: {
      readonly schema?: string;
      readonly name?: string;
      readonly entity?: string;
      readonly type?: 'table' | 'view' | 'auth' | 'function' | 'extension' | 'compliance';
      readonly fkey_name?: string;
      readonly fkey_columns?: readonly number[];
    };
    readonly cache_key: string;
  }[];
}

export interface V1ProjectWithDatabaseResponse {
  readonly id: string;
  readonly ref: string;
  readonly organization_id: string;
  readonly organization_slug: string;
  readonly name: string;
  readonly region: string;
  readonly created_at: string;
  readonly status:
    | 'INACTIVE'
    | 'ACTIVE_HEALTHY'
    | 'ACTIVE_UNHEALTHY'
    | 'COMING_UP'
    | 'UNKNOWN'
    | 'GOING_DOWN'
    | 'INIT_FAILED'
    | 'REMOVED'
    | 'RESTORING'
    | 'UPGRADING'
    | 'PAUSING'
    | 'RESTORE_FAILED'
    | 'RESTARTING'
    | 'PAUSE_FAILED'
    | 'RESIZING';
  readonly database: {
    readonly host: string;
    readonly version: string;
    readonly postgres_engine: string;
    readonly release_channel: string;
  };
}

export interface V1RestorePointPostBody {
  readonly name: string;
}

export interface V1RestorePointResponse {
  readonly name: string;
  readonly status: 'AVAILABLE' | 'PENDING' | 'REMOVED' | 'FAILED';
  readonly completed_on: string | null;
}

export interface V1ServiceHealthResponse {
  readonly name: 'auth' | 'db' | 'db_postgres_user' | 'pooler' | 'realtime' | 'rest' | 'storage' | 'pg_bouncer';
  readonly healthy: boolean;
  readonly status: 'COMING_UP' | 'ACTIVE_HEALTHY' | 'UNHEALTHY';
  readonly info?:
    | {
        readonly name: 'GoTrue';
        readonly version: string;
        readonly description: string;
      }
    | {
        readonly healthy: boolean;
        readonly db_connected: boolean;
        readonly replication_connected: boolean;
        readonly connected_cluster: number;
      }
    | {
        readonly db_schema: string;
      };
  readonly error?: string;
}

export interface V1StorageBucketResponse {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly public: boolean;
}

export interface V1UpdatePostgrestConfigBody {
  readonly db_extra_search_path?: string;
  readonly db_schema?: string;
  readonly max_rows?: number;
  readonly db_pool?: number;
}
