import { textAt } from '@lockstep/base';
import { readPart } from '../facts/part.ts';
import { flagOf, itemsOf, maybeText, textOf, UnexpectedAnswer, wordsOf } from '../facts/pick.ts';
import type { JsonApi } from '../json-api.ts';
import type { EndpointFacts, StripeFacts } from './facts.ts';

export const STRIPE_SCOPE = 'a restricted key with Webhook Endpoints: Read, and nothing else';
export const STRIPE_API = 'https://api.stripe.com';

const MOST_PAGES = 10;

/** Reads the webhook endpoints: one request for each hundred. */
export async function readStripe(api: JsonApi, key: string): Promise<StripeFacts> {
  const endpoints = await readPart({ what: 'the webhook endpoints', scope: STRIPE_SCOPE }, async () => {
    const found: EndpointFacts[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await api.read('/v1/webhook_endpoints', {
        limit: '100',
        ...(after === undefined ? {} : { starting_after: after }),
      });
      const before = after;
      const data = itemsOf(answer, 'data');
      found.push(...data.map(endpointOf));
      after = textAt(data.at(-1), 'id');
      if (!flagOf(answer, 'has_more')) return found;
      if (after === undefined || after === before) break;
    }
    throw new UnexpectedAnswer('an end');
  });
  return { endpoints, key: { restricted: key.startsWith('rk_'), live: /^[a-z]+_live_/.test(key) } };
}

function endpointOf(answer: unknown): EndpointFacts {
  return {
    url: bareAddress(textOf(answer, 'url')),
    status: textOf(answer, 'status'),
    events: [...wordsOf(answer, 'enabled_events')].sort(),
    live: flagOf(answer, 'livemode'),
    apiVersion: maybeText(answer, 'api_version'),
  };
}

/** An address can hold a secret in its query or before its host. */
function bareAddress(text: string): string {
  if (!URL.canParse(text)) throw new UnexpectedAnswer('url');
  const { host, pathname, protocol } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}
