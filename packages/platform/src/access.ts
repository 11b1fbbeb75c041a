import type { NotVerified } from '@lockstep/base';
import type { Part } from './facts/part.ts';
import type { Facts } from './facts.ts';
import type { Why } from './why.ts';

const TITLES = {
  vercel: 'Vercel',
  supabase: 'Supabase',
  github: 'GitHub',
  stripe: 'Stripe',
  sentry: 'Sentry',
  bundle: 'the build',
} as const;

type Service = Exclude<keyof typeof TITLES, 'bundle'>;
const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'] as const satisfies readonly Service[];

const TOKENS =
  'https://github.com/lockstep-ci/lockstep/blob/main/docs/platform.md#what-each-token-needs says what it needs';

/** The parts that a service is asked for in any case, by name; the first says whether the token sees the place at all. */
function partsOf(facts: Facts, service: Service): Readonly<Record<string, Part<unknown>>> {
  switch (service) {
    case 'vercel': {
      if (facts.vercel === undefined) return {};
      const { certificates, domains, drains, env, firewall, project, webhooks } = facts.vercel;
      return { project, domains, certificates, env, firewall, drains, webhooks };
    }
    case 'supabase': {
      if (facts.supabase === undefined) return {};
      const { plan: _plan, ...parts } = facts.supabase;
      return parts;
    }
    case 'github': {
      if (facts.github === undefined) return {};
      const {
        environmentSecrets: _secrets,
        organization: _org,
        withoutSecondFactor: _members,
        ...parts
      } = facts.github;
      return parts;
    }
    case 'stripe':
      return facts.stripe === undefined ? {} : { endpoints: facts.stripe.endpoints };
    case 'sentry': {
      if (facts.sentry === undefined) return {};
      const { alerts, members, project } = facts.sentry;
      return { project, alerts, members };
    }
  }
}

const REFUSALS: ReadonlySet<number | undefined> = new Set([401, 403, 404]);

/** Why a service shows nothing at all to this token; undefined where it shows something, or does not answer. */
export function refusalOf(facts: Facts, section: string): Why | undefined {
  const service = SERVICES.find((one) => one === section);
  if (service === undefined) return undefined;
  const parts = Object.values(partsOf(facts, service));
  const [first] = parts;
  const isRefused = parts.every((part) => part.kind === 'withheld' && REFUSALS.has(part.status));
  if (first?.kind !== 'withheld' || !isRefused) return undefined;
  const token = facts.tokenNames?.[service];
  const which = token === undefined ? 'the token' : `"${token}"`;
  if (first.status === 401)
    return {
      because: `${TITLES[service]} does not accept the token (HTTP 401)`,
      remedy: `Put another token into ${which}: this one is wrong, or it has ended. ${TOKENS}.`,
    };
  if (first.status === 404)
    return { because: first.because, remedy: `Check the name, and what ${which} may see. ${TOKENS}.` };
  return {
    because: `${TITLES[service]} refused everything that was asked (HTTP ${first.status})`,
    remedy: `Check ${which} and the names: the token is wrong, has ended, or may not see this. ${TOKENS}.`,
  };
}

/** Why nothing is known of a whole section: it was not asked, or it refused everything. */
export function whyNothing(facts: Facts, section: string): Why | undefined {
  return facts.unasked?.[section] ?? refusalOf(facts, section);
}

/** Why a service said nothing at all: an outage. */
function silenceOf(facts: Facts, service: Service): Why | undefined {
  const late = facts.unanswered?.[service];
  if (late !== undefined) return { because: late, remedy: 'Run it again.' };
  const parts = Object.values(partsOf(facts, service));
  if (parts.length === 0 || parts.some(({ kind }) => kind !== 'no-answer')) return undefined;
  return { because: `${TITLES[service]} did not answer`, remedy: 'Run it again.' };
}

/** The services that were asked and of which nothing is known at all. */
export function unreadServices(facts: Facts): readonly string[] {
  return SERVICES.filter((one) => refusalOf(facts, one) !== undefined || silenceOf(facts, one) !== undefined);
}

/** Everything that could not be read, one entry for each reason: what `init` knows nothing of. */
export function whatWasNotRead(facts: Facts): readonly NotVerified[] {
  const entry = (id: string, what: string, { because, remedy }: Why, chosen = false): NotVerified => {
    return { id, what, because, remedy, chosen };
  };
  const unasked = Object.entries(facts.unasked ?? {}).map(([section, why]) =>
    entry(`${section}.not-asked`, TITLES[section as keyof typeof TITLES] ?? section, why, why.chosen),
  );
  const unread = SERVICES.flatMap((service): readonly NotVerified[] => {
    const refusal = refusalOf(facts, service);
    if (refusal !== undefined) return [entry(`${service}.token`, TITLES[service], refusal)];
    const silence = silenceOf(facts, service);
    if (silence !== undefined) return [entry(`${service}.answer`, TITLES[service], silence)];
    // What hangs on another part is the same part.
    const found = new Map<Part<unknown>, NotVerified>();
    for (const [name, part] of Object.entries(partsOf(facts, service))) {
      if (part.kind === 'read' || found.has(part)) continue;
      const { because } = part;
      const remedy = part.kind === 'withheld' ? part.remedy : 'Run it again.';
      found.set(part, entry(`${service}.not-read`, `${service}.${name}`, { because, remedy }));
    }
    return [...found.values()];
  });
  return [...unread, ...unasked];
}
