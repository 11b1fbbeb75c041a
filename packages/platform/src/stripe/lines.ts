import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf, onlyFrom, setting } from '../line.ts';
import { flag, type Kind, list, map, names } from '../policy/kinds.ts';
import type { EndpointFacts, StripeFacts } from './facts.ts';
import { STRIPE_SCOPE } from './read.ts';

const SOURCE = 'https://docs.stripe.com/api/webhook_endpoints/list';
const DASHBOARD = 'Developers > Webhooks';

function ofEndpoints<V>(parts: {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly kind: Kind<V>;
  readonly propose: (endpoints: readonly EndpointFacts[]) => V | undefined;
  readonly look: (endpoints: readonly EndpointFacts[], wanted: V) => readonly Finding[];
}): Line {
  const { look, propose, ...naming } = parts;
  return line<V>({
    ...naming,
    scope: STRIPE_SCOPE,
    source: SOURCE,
    propose: ({ stripe }) => (stripe?.endpoints.kind === 'read' ? propose(stripe.endpoints.value) : undefined),
    judge: (wanted, { stripe }) =>
      looking(
        stripe?.endpoints,
        { what: naming.title, expected: naming.kind.show(wanted), missing: missingOf(naming.key) },
        (endpoints) => look(endpoints, wanted),
      ),
  });
}

const some = <T>(values: readonly T[]): readonly T[] | undefined => (values.length === 0 ? undefined : values);

function keyLine(
  parts: { readonly key: string; readonly title: string; readonly says: string; readonly remedy: string },
  now: (key: StripeFacts['key']) => boolean,
): Line {
  return line<boolean>({
    ...parts,
    scope: 'none: only the form of the key is looked at',
    source: 'https://docs.stripe.com/keys',
    kind: flag,
    propose: ({ stripe }) => (stripe === undefined ? undefined : true),
    judge: (wanted, { stripe }) => {
      const what = 'the key that was given';
      if (stripe === undefined) return [gap(what, missingOf(parts.key), 'Pass `stripe-key`, or remove the line.')];
      const is = now(stripe.key);
      const seeing = { what, measured: is ? 'yes' : 'no', expected: wanted ? 'yes' : 'no' };
      return [is === wanted ? passed(seeing) : failed('other-key', { ...seeing, remedy: parts.remedy })];
    },
  });
}

const NO_ENDPOINT = failed('no-endpoint', {
  what: 'Webhook endpoints',
  measured: 'none',
  expected: 'at least one',
  remedy: `Create it under ${DASHBOARD}, or pass the key of the account that has it.`,
});

export const stripeLines: readonly Line[] = [
  ofEndpoints({
    key: 'stripe.webhooks',
    title: 'Webhook endpoints are there and enabled',
    says: 'Addresses of webhook endpoints that have to be enabled.',
    kind: names,
    propose: (endpoints) => some(endpoints.map(({ url }) => url)),
    look: (endpoints, wanted) =>
      wanted.map((url) => {
        const found = endpoints.find((one) => one.url === url);
        const seeing = { what: url, measured: found?.status ?? 'no such endpoint', expected: 'enabled' };
        return found?.status === 'enabled'
          ? passed(seeing)
          : failed('webhook-not-enabled', {
              ...seeing,
              remedy: `Create or enable it under ${DASHBOARD}. Events of the last days can be sent again from there.`,
            });
      }),
  }),
  ofEndpoints({
    key: 'stripe.webhook-events',
    title: 'Events of the webhook endpoints',
    says: 'Events that the webhook endpoints have to get, together.',
    kind: names,
    propose: (endpoints) => some([...new Set(endpoints.flatMap(({ events }) => events))].sort()),
    look: (endpoints, wanted) => {
      const enabled = endpoints.filter(({ status }) => status !== 'disabled').flatMap(({ events }) => events);
      return wanted.map((event) => {
        const good = enabled.includes('*') || enabled.includes(event);
        const seeing = { what: event, measured: good ? 'is sent' : 'is sent to no endpoint', expected: 'is sent' };
        return good
          ? passed(seeing)
          : failed('event-not-sent', { ...seeing, remedy: `Add the event to the endpoint under ${DASHBOARD}.` });
      });
    },
  }),
  ofEndpoints<boolean>({
    key: 'stripe.webhooks-live',
    title: 'Webhook endpoints are in live mode',
    says: 'Whether the webhook endpoints are in live mode: those of test mode get no event of a real payment.',
    kind: flag,
    propose: (endpoints) => (endpoints.length === 0 ? undefined : true),
    look: (endpoints, wanted) => {
      if (endpoints.length === 0) return [NO_ENDPOINT];
      return endpoints.map(({ live, url }) => {
        const seeing = {
          what: url,
          measured: live ? 'live mode' : 'test mode',
          expected: wanted ? 'live mode' : 'test mode',
        };
        return live === wanted
          ? passed(seeing)
          : failed('other-mode', {
              ...seeing,
              remedy: `Create the endpoint in ${wanted ? 'live' : 'test'} mode under ${DASHBOARD}.`,
            });
      });
    },
  }),
  ofEndpoints({
    key: 'stripe.webhook-versions',
    title: 'API versions of the webhook endpoints',
    says: 'API version of the events of each endpoint, as ADDRESS: VERSION.',
    kind: map,
    propose: (endpoints) => {
      const pairs = endpoints.flatMap(({ apiVersion, url }) =>
        apiVersion === undefined ? [] : [[url, apiVersion] as const],
      );
      return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
    },
    look: (endpoints, wanted) =>
      Object.entries(wanted).map(([url, version]) => {
        const found = endpoints.find((one) => one.url === url);
        const measured = found === undefined ? 'no such endpoint' : (found.apiVersion ?? 'the default of the account');
        const seeing = { what: url, measured, expected: version };
        return measured === version
          ? passed(seeing)
          : failed('other-api-version', {
              ...seeing,
              remedy: `The version of an endpoint cannot be changed: create another one with ${version}, then delete the old one.`,
            });
      }),
  }),
  setting({
    key: 'stripe.webhook-hosts',
    title: 'Hosts that get events of payments',
    says: 'Hosts that may get events of payments, and no others.',
    scope: STRIPE_SCOPE,
    source: SOURCE,
    kind: list,
    ...onlyFrom,
    part: ({ stripe }) => stripe?.endpoints,
    now: (endpoints) => [...new Set(endpoints.map(({ url }) => (URL.canParse(url) ? new URL(url).host : url)))].sort(),
    remedy: () => `Delete the others under ${DASHBOARD}, and look at who created them.`,
  }),
  keyLine(
    {
      key: 'stripe.restricted-key',
      title: 'The key of this audit is a restricted one',
      says: 'Whether the key that reads this is a restricted one (rk_…).',
      remedy:
        'Create a restricted key with Webhook Endpoints: Read under Developers > API keys, and roll the secret key that was used.',
    },
    ({ restricted }) => restricted,
  ),
  keyLine(
    {
      key: 'stripe.live-key',
      title: 'The key of this audit is of live mode',
      says: 'Whether the key that reads this is of live mode: one of test mode sees only the endpoints of test mode.',
      remedy: 'Create the restricted key in live mode.',
    },
    ({ live }) => live,
  ),
  line<boolean>({
    key: 'stripe.second-factor',
    title: 'Second factor at Stripe',
    says: 'Whether members need a second factor. Its API does not say it, so this line is always reported as not verified.',
    scope: 'none: Stripe has no documented route',
    source: 'https://docs.stripe.com/api',
    kind: flag,
    propose: () => undefined,
    judge: (wanted) =>
      wanted
        ? [
            gap(
              'Members of the account',
              "Stripe's description of its API says nothing of a second factor",
              'Look under Settings > Team and security, and accept this line with an end date.',
            ),
          ]
        : [],
  }),
];
