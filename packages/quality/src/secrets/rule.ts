import type { SecretLintRuleCreator } from '@secretlint/types';

const MESSAGES = {
  STRIPE: { en: () => 'a Stripe live key' },
  STRIPE_WEBHOOK: { en: () => 'a Stripe webhook signing secret' },
  SUPABASE_SECRET: { en: () => 'a Supabase secret key' },
  SUPABASE_TOKEN: { en: () => 'a Supabase access token' },
  SUPABASE_SERVICE_ROLE: { en: () => 'a Supabase service_role key' },
} as const;

type MessageId = keyof typeof MESSAGES;

const PATTERNS: Readonly<Record<Exclude<MessageId, 'SUPABASE_SERVICE_ROLE'>, RegExp>> = {
  STRIPE: /\b[sr]k_live_[0-9A-Za-z]{20,247}\b/g,
  STRIPE_WEBHOOK: /\bwhsec_[0-9A-Za-z]{32,64}\b/g,
  SUPABASE_SECRET: /\bsb_secret_[0-9A-Za-z_-]{20,}/g,
  SUPABASE_TOKEN: /\bsbp_(?:oauth_)?[0-9a-f]{40}\b/g,
};
/** Its parts have an end, so that a text of nothing but beginnings is read in time. */
const JWT = /\beyJ[\w-]{10,1000}\.(eyJ[\w-]{10,4000})\.[\w-]{20,1000}/g;

/**
 * The keys that a Next.js app on Supabase and Stripe leaks most, which secretlint's recommended rules do not know.
 * Anon and publishable keys are public and are left alone; so are Stripe's test keys.
 */
export const creator: SecretLintRuleCreator = {
  messages: MESSAGES,
  meta: { id: 'lockstep-keys', type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
  create(context) {
    const translate = context.createTranslator(MESSAGES);
    const report = (id: MessageId, start: number, length: number) =>
      context.report({ message: translate(id), range: [start, start + length] });
    return {
      file({ content }) {
        for (const [id, pattern] of Object.entries(PATTERNS) as [MessageId, RegExp][])
          for (const match of content.matchAll(pattern)) report(id, match.index, match[0].length);
        for (const match of content.matchAll(JWT))
          if (isServiceRole(match[1] ?? '')) report('SUPABASE_SERVICE_ROLE', match.index, match[0].length);
      },
    };
  },
};

/** The key of `supabase start` is the same on every machine, and public: its issuer is `supabase-demo`. */
function isServiceRole(payload: string): boolean {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return false;
    const { role, iss } = claims as { readonly role?: unknown; readonly iss?: unknown };
    return role === 'service_role' && iss !== 'supabase-demo';
  } catch {
    return false;
  }
}
