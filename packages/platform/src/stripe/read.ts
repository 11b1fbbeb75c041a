import { readPart } from '../facts/part.ts';
import { at, listAt, textAt, textsAt } from '../facts/pick.ts';
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
      const data = listAt(answer, 'data');
      found.push(...data.map(endpointOf));
      after = textAt(data.at(-1), 'id');
      if (at(answer, 'has_more') !== true || after === undefined) return found;
    }
    return found;
  });
  return { endpoints, key: { restricted: key.startsWith('rk_'), live: /^[a-z]+_live_/.test(key) } };
}

function endpointOf(answer: unknown): EndpointFacts {
  return {
    url: bareAddress(textAt(answer, 'url') ?? ''),
    status: textAt(answer, 'status') ?? '',
    events: [...textsAt(answer, 'enabled_events')].sort(),
    live: at(answer, 'livemode') === true,
    apiVersion: textAt(answer, 'api_version'),
  };
}

/** An address can hold a secret in its query or before its host. */
function bareAddress(text: string): string {
  if (!URL.canParse(text)) return '';
  const { host, pathname, protocol } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}
