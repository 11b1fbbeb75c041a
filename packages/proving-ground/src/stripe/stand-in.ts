import type { Faults } from '../faults/faults.ts';
import { type Contract, readContract } from '../openapi/contract.ts';
import { type ReaderStandIn, startReader } from '../reader/reader.ts';

export interface EndpointSeed {
  id: string;
  url: string;
  status: 'enabled' | 'disabled';
  enabled_events: string[];
  livemode: boolean;
  api_version: string | null;
}

/** Stripe's API, as far as the audit of the platform reads it. */
export interface Stripe extends ReaderStandIn {
  /** Changed in place by tests. */
  readonly endpoints: EndpointSeed[];
  /** A restricted key that may read webhook endpoints. */
  readonly key: string;
}

// The same place from src/ and from the compiled lib/.
const CUT = new URL('../../src/stripe/openapi-cut.json', import.meta.url);

let loaded: Contract | undefined;

/** One for the whole process: to compile it takes longer than to ask it. */
export function loadStripeContract(): Contract {
  loaded ??= readContract(CUT, { formats: { 'unix-time': true } });
  return loaded;
}

/** `keys`: what each key may do besides the one that reads webhook endpoints; none is needed. */
export async function startStripe(options: { readonly faults: Faults; readonly key?: string }): Promise<Stripe> {
  const { faults, key = 'rk_live_0000000000000000000000000' } = options;
  const endpoints: EndpointSeed[] = [];
  const service = await startReader({
    name: 'stripe',
    contract: loadStripeContract(),
    faults,
    refuse: ({ headers }) =>
      headers.authorization === `Bearer ${key}`
        ? undefined
        : { status: 401, body: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } } },
    routes: {
      GetWebhookEndpoints: ({ query }) => {
        const limit = Number(query.get('limit') ?? '10');
        const after = endpoints.findIndex(({ id }) => id === query.get('starting_after')) + 1;
        const data = endpoints.slice(after, after + limit);
        return {
          object: 'list',
          url: '/v1/webhook_endpoints',
          has_more: after + limit < endpoints.length,
          data: data.map((one) => ({
            object: 'webhook_endpoint',
            application: null,
            created: 1_767_225_600,
            description: null,
            metadata: {},
            ...one,
          })),
        };
      },
    },
  });
  return { ...service, endpoints, key };
}
