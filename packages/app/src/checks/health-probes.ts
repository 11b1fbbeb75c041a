import { healthCode } from '../app-facts.ts';
import { type AppCheck, placesOf, unlessFound } from './check.ts';

/** Answers from what the client has at hand: with Supabase down it still says that all is well. */
const SESSION = /\bauth\s*\.\s*getSession\s*\(/;

export const healthProbes: AppCheck = {
  id: 'health-probes',
  title: 'Health checks ask the server',
  expected: 'no auth.getSession() in the code of the health routes',
  remedy:
    'Ask a table that the app reads (`supabase.from("notes").select("id").limit(1)`) and throw its error. `getSession()` answers without a request, so it cannot fail.',
  look: (facts) => {
    const reached = healthCode(facts);
    return reached.length === 0
      ? []
      : unlessFound(placesOf(SESSION, reached, facts), 'probe-cannot-fail', {
          what: 'health routes',
          seen: 'auth.getSession()',
          clean: `not in ${reached.length} files`,
        });
  },
};

const WAITS = /\bfetch\s*\(|\.query\s*\(|\.(?:select|rpc)\s*\(|\$query/;
const BOUNDED = /\bAbortSignal\b|\bAbortController\b|\bPromise\s*\.\s*race\b|\b\w*timeout\w*\b/i;

export const healthDeadline: AppCheck = {
  id: 'health-deadline',
  title: 'Health checks have a timeout',
  expected: 'a timeout for each request and query',
  remedy:
    'Run the checks with a timeout, as `healthAnswer` of lib/lockstep/health.ts does: a database that accepts and never answers otherwise keeps the route waiting until the platform answers for it.',
  look: (facts) => {
    const reached = healthCode(facts);
    const waiting = placesOf(WAITS, reached, facts);
    if (waiting.length === 0) return [];
    const bounded = placesOf(BOUNDED, reached, facts).length > 0;
    return unlessFound(bounded ? [] : waiting, 'no-deadline', {
      what: 'health routes',
      seen: 'a request without a timeout',
      clean: 'a timeout in the code of the health routes',
    });
  },
};

/** A live key, by its form or by the name of its variable, or the host of the payment provider. */
const PAYMENT =
  /\b[sr]k_live_\w*|\bapi\.stripe\.com\b|\benv\s*(?:\.|(?:\?\.)?\[\s*['"])\s*STRIPE_(?:SECRET|LIVE|API|RESTRICTED)\w*/;

export const healthKeys: AppCheck = {
  id: 'health-keys',
  title: 'Health routes use no key of a payment provider',
  expected: 'no request to the payment provider on a public route',
  remedy:
    'Remove the check. Everyone may call the health route, each call spends your key, and an outage of the provider would roll back a good release. Watch the provider elsewhere.',
  look: (facts) => {
    const reached = healthCode(facts);
    return reached.length === 0
      ? []
      : unlessFound(placesOf(PAYMENT, reached, facts), 'payment-key-in-health', {
          what: 'health routes',
          seen: 'a key or an address of Stripe',
          clean: `not in ${reached.length} files`,
        });
  },
};
