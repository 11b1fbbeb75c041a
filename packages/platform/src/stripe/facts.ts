import type { Part } from '../facts/part.ts';

/** The webhook endpoints of a Stripe account, and what kind of key read them. */
export interface StripeFacts {
  readonly endpoints: Part<readonly EndpointFacts[]>;
  /** By the form of the key alone: it is never kept. */
  readonly key: { readonly restricted: boolean; readonly live: boolean };
}

export interface EndpointFacts {
  /** Without a query, which can hold a secret. */
  readonly url: string;
  readonly status: string;
  readonly events: readonly string[];
  readonly live: boolean;
  readonly apiVersion: string | undefined;
}
