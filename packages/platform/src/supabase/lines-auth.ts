import { atLeast, atMost, type Line, onlyFrom, type SettingParts, setting } from '../line.ts';
import { flag, integer, list, text, word } from '../policy/kinds.ts';
import type { AuthMember } from './auth-members.ts';
import type { AuthFacts } from './facts.ts';
import { rateLimits } from './lines-limits.ts';
import { SUPABASE_SCOPES } from './read.ts';

const SOURCE = 'https://supabase.com/docs/reference/api/v1-get-auth-service-config';

type Parts<V> = Omit<SettingParts<AuthFacts, V>, 'scope' | 'source' | 'part' | 'remedy' | 'now'> & {
  readonly member: AuthMember;
  /** Where it is set in the dashboard, below Authentication. */
  readonly place: string;
  readonly now: (value: AuthFacts[string]) => V | undefined;
};

function ofAuth<V>({ member, now, place, ...parts }: Parts<V>): Line {
  return setting<AuthFacts, V>({
    ...parts,
    scope: SUPABASE_SCOPES.auth,
    source: SOURCE,
    part: ({ supabase }) => supabase?.auth,
    now: (auth) => (member in auth ? now(auth[member] ?? null) : undefined),
    remedy: (wanted) =>
      `Set it to ${parts.kind.show(wanted)} under Authentication > ${place}, or PATCH /v1/projects/REF/config/auth with "${member}".`,
  });
}

/** Supabase writes null for what was never set; a value of another type says nothing. */
const asFlag = (value: AuthFacts[string]): boolean | undefined =>
  typeof value === 'boolean' || value === null ? value === true : undefined;
const asNumber = (value: AuthFacts[string]): number | undefined =>
  typeof value === 'number' || value === null ? (value ?? 0) : undefined;
const hours = asNumber;

function flagLine(
  key: string,
  member: AuthMember,
  words: { readonly title: string; readonly says: string; readonly place: string },
  recommended?: boolean,
): Line {
  return ofAuth({
    key: `supabase.${key}`,
    member,
    ...words,
    kind: flag,
    now: asFlag,
    ...(recommended === undefined ? {} : { recommended }),
  });
}

const CHARACTERS = ['none', 'letters-digits', 'lower-upper-digits', 'lower-upper-digits-symbols'] as const;

/** Supabase's value is the characters themselves, each kind after a colon. */
function charactersOf(value: AuthFacts[string]): (typeof CHARACTERS)[number] | undefined {
  if (value === null || value === '') return 'none';
  if (typeof value !== 'string') return undefined;
  const kinds = value.split(':').length;
  return kinds >= 4 ? 'lower-upper-digits-symbols' : kinds === 3 ? 'lower-upper-digits' : 'letters-digits';
}

const entries = (value: AuthFacts[string]): readonly string[] | undefined =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : value === null
      ? []
      : undefined;

export const authLines: readonly Line[] = [
  flagLine('auth-signup-disabled', 'disable_signup', {
    title: 'Sign-up by anyone',
    says: 'Whether new users can only be invited. Set it to true where no one may register alone.',
    place: 'Sign In / Providers',
  }),
  flagLine(
    'auth-anonymous-users',
    'external_anonymous_users_enabled',
    {
      title: 'Anonymous users',
      says: 'Whether users without any account get a session. Policies for "authenticated" hold for them too.',
      place: 'Sign In / Providers',
    },
    false,
  ),
  flagLine(
    'auth-autoconfirm',
    'mailer_autoconfirm',
    {
      title: 'Addresses are confirmed without a mail',
      says: 'Whether an address counts as confirmed without a mail. With true anyone registers with the address of someone else.',
      place: 'Sign In / Providers > Email',
    },
    false,
  ),
  flagLine(
    'auth-sms-autoconfirm',
    'sms_autoconfirm',
    {
      title: 'Numbers are confirmed without a message',
      says: 'Whether a telephone number counts as confirmed without a message.',
      place: 'Sign In / Providers > Phone',
    },
    false,
  ),
  flagLine(
    'auth-unverified-sign-ins',
    'mailer_allow_unverified_email_sign_ins',
    {
      title: 'Sign-in with an address that is not confirmed',
      says: 'Whether users may sign in before they confirmed their address.',
      place: 'Sign In / Providers > Email',
    },
    false,
  ),
  flagLine(
    'auth-secure-email-change',
    'mailer_secure_email_change_enabled',
    {
      title: 'Change of the address is confirmed by both',
      says: 'Whether a new address has to be confirmed from the old one too.',
      place: 'Sign In / Providers > Email',
    },
    true,
  ),
  ofAuth({
    key: 'supabase.auth-second-factor',
    member: 'mfa_totp_verify_enabled',
    title: 'Second factor',
    says: 'Whether users may have an authenticator app as a second factor.',
    kind: flag,
    recommended: true,
    now: asFlag,
    place: 'Multi-Factor',
  }),
  flagLine('auth-second-factor-enroll', 'mfa_totp_enroll_enabled', {
    title: 'Enrollment of a second factor',
    says: 'Whether users may add an authenticator app.',
    place: 'Multi-Factor',
  }),
  flagLine('auth-second-factor-phone', 'mfa_phone_verify_enabled', {
    title: 'Second factor by telephone',
    says: 'Whether a message to a telephone is a second factor. It is the weakest one.',
    place: 'Multi-Factor',
  }),
  ofAuth({
    key: 'supabase.auth-password-min-length',
    member: 'password_min_length',
    title: 'Length of passwords',
    says: 'Characters that a password needs.',
    kind: integer('characters', 6),
    ...atLeast,
    recommended: 12,
    now: asNumber,
    place: 'Sign In / Providers > Email',
  }),
  ofAuth({
    key: 'supabase.auth-password-characters',
    member: 'password_required_characters',
    title: 'Kinds of characters in passwords',
    says: `Kinds of characters that a password needs: ${CHARACTERS.join(', ')}.`,
    kind: word(CHARACTERS),
    bound: 'at least',
    holds: (now, wanted) => CHARACTERS.indexOf(now) >= CHARACTERS.indexOf(wanted),
    now: charactersOf,
    place: 'Sign In / Providers > Email',
  }),
  flagLine(
    'auth-leaked-passwords-refused',
    'password_hibp_enabled',
    {
      title: 'Passwords that leaked elsewhere',
      says: 'Whether passwords that are known from leaks are refused (Pro plan or higher).',
      place: 'Sign In / Providers > Email',
    },
    true,
  ),
  flagLine(
    'auth-reauthentication',
    'security_update_password_require_reauthentication',
    {
      title: 'New password only after a new sign-in',
      says: 'Whether a user has to sign in again before the password is changed.',
      place: 'Sign In / Providers > Email',
    },
    true,
  ),
  flagLine('auth-manual-linking', 'security_manual_linking_enabled', {
    title: 'Linking of identities by users',
    says: 'Whether a user may link another identity to the account.',
    place: 'Sign In / Providers',
  }),
  ofAuth({
    key: 'supabase.auth-session-hours',
    member: 'sessions_timebox',
    title: 'Longest session',
    says: 'Hours after which every user has to sign in again (Pro plan or higher).',
    kind: integer('hours', 1),
    ...atMost,
    recommended: 24,
    now: hours,
    place: 'Sessions',
  }),
  ofAuth({
    key: 'supabase.auth-inactivity-hours',
    member: 'sessions_inactivity_timeout',
    title: 'Session without activity',
    says: 'Hours without activity after which a session ends (Pro plan or higher).',
    kind: integer('hours', 1),
    ...atMost,
    recommended: 8,
    now: hours,
    place: 'Sessions',
  }),
  flagLine('auth-single-session', 'sessions_single_per_user', {
    title: 'One session per user',
    says: 'Whether a new sign-in ends the other sessions of the user (Pro plan or higher).',
    place: 'Sessions',
  }),
  flagLine(
    'auth-refresh-rotation',
    'refresh_token_rotation_enabled',
    {
      title: 'Refresh tokens are used once',
      says: 'Whether a refresh token that was used again ends its session.',
      place: 'Sessions',
    },
    true,
  ),
  ofAuth({
    key: 'supabase.auth-token-seconds',
    member: 'jwt_exp',
    title: 'Life of access tokens',
    says: 'Seconds that an access token is valid. A user who was blocked keeps access until it ends.',
    kind: integer('seconds', 1),
    ...atMost,
    recommended: 3600,
    now: asNumber,
    place: 'Sessions',
  }),
  ofAuth({
    key: 'supabase.auth-mail-code-seconds',
    member: 'mailer_otp_exp',
    title: 'Life of codes in mails',
    says: 'Seconds that a code or link in a mail is valid.',
    kind: integer('seconds', 1),
    ...atMost,
    recommended: 3600,
    now: asNumber,
    place: 'Sign In / Providers > Email',
  }),
  ofAuth({
    key: 'supabase.auth-mail-code-length',
    member: 'mailer_otp_length',
    title: 'Length of codes in mails',
    says: 'Digits of a code in a mail.',
    kind: integer('digits', 6),
    ...atLeast,
    now: asNumber,
    place: 'Sign In / Providers > Email',
  }),
  flagLine(
    'auth-captcha',
    'security_captcha_enabled',
    {
      title: 'Protection from bots at sign-in',
      says: 'Whether sign-in, sign-up and password reset need a captcha.',
      place: 'Attack Protection',
    },
    true,
  ),
  rateLimits,
  ofAuth({
    key: 'supabase.auth-site-url',
    member: 'site_url',
    title: 'Address of the site in mails',
    says: 'Address to which links in mails lead.',
    kind: text,
    now: (value) => (typeof value === 'string' && value !== '' ? value : 'none'),
    place: 'URL Configuration',
  }),
  ofAuth({
    key: 'supabase.auth-redirects',
    member: 'uri_allow_list',
    title: 'Addresses to which a sign-in may lead',
    says: 'Addresses to which a sign-in may lead, and no others. A wildcard gives sessions to whoever controls a matching host.',
    kind: list,
    ...onlyFrom,
    now: entries,
    place: 'URL Configuration',
  }),
  ofAuth({
    key: 'supabase.auth-own-mail-server',
    member: 'custom_smtp',
    title: 'Mail server of your own',
    says: "Whether mails go through a mail server of your own. Supabase's own sends a few an hour, to members only.",
    kind: flag,
    now: asFlag,
    place: 'Emails > SMTP Settings',
  }),
  flagLine('auth-mail-password-changed', 'mailer_notifications_password_changed_enabled', {
    title: 'Mail after a change of the password',
    says: 'Whether a user gets a mail after the password was changed.',
    place: 'Emails > Security',
  }),
  flagLine('auth-mail-factor-removed', 'mailer_notifications_mfa_factor_unenrolled_enabled', {
    title: 'Mail after a second factor was removed',
    says: 'Whether a user gets a mail after a second factor was removed.',
    place: 'Emails > Security',
  }),
];
