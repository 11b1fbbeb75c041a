import { randomBytes } from 'node:crypto';
import type { Check, NotVerified, Secret } from '@lockstep/base';
import type { Send } from '../ask/client.ts';
import { type Exchange, jsonOf, succeeded } from '../ask/exchange.ts';
import { wallIn } from '../ask/wall.ts';
import { isUnavailable, seen } from '../checks/check.ts';
import type { Webhook } from './read-webhooks.ts';
import { stripeSignature } from './stripe-signature.ts';

export interface WebhookTools {
  readonly send: Send;
  readonly nowMs: () => number;
  /** The signing secret of the webhook; empty where it was not given. */
  readonly secret: Secret;
  /** Whether its data may be thrown away: only then an event is sent that it accepts. */
  readonly disposable: boolean;
}

export interface WebhookFindings {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** Older signatures are refused by Stripe's own libraries: five minutes. */
const STALE_SECONDS = 3_600;
/** Of no type that any code handles: should it be accepted, nothing comes of it. */
const HARMLESS = { object: 'event', type: 'lockstep.probe', livemode: false, data: { object: {} } };

/** Sends what a webhook must refuse, and to a disposable one an event that must have its effect once. */
export async function checkWebhook(webhook: Webhook, tools: WebhookTools): Promise<WebhookFindings> {
  const { url } = webhook;
  const seconds = Math.floor(tools.nowMs() / 1000);
  const payload = JSON.stringify({ id: newId(), created: seconds, ...HARMLESS });
  const post = (body: string, signature?: string) =>
    tools.send({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'stripe-signature': signature }),
      },
      body,
    });
  const wrongSecret = `whsec_${randomBytes(24).toString('hex')}`;
  const checks = [
    refusal('webhook/refuses-unsigned', 'The webhook refuses an event without a signature', url, await post(payload)),
    refusal(
      'webhook/refuses-wrong-signature',
      'The webhook refuses an event with a wrong signature',
      url,
      await post(payload, stripeSignature(payload, wrongSecret, seconds)),
    ),
  ];
  if (tools.secret.isEmpty)
    return {
      checks,
      notVerified: [
        withoutSecret('webhook/refuses-stale', url),
        ...(tools.disposable ? [withoutSecret('webhook/accepts-signed', url)] : []),
      ],
    };
  const secret = tools.secret.reveal();
  const stale = await post(payload, stripeSignature(payload, secret, seconds - STALE_SECONDS));
  checks.push(refusal('webhook/refuses-stale', 'The webhook refuses an event with an old signature', url, stale));
  if (!tools.disposable || webhook.event === '') return { checks, notVerified: [] };
  return { checks: [...checks, ...(await acceptance(webhook, { ...tools, post, secret }))], notVerified: [] };
}

interface Accepting {
  readonly send: Send;
  readonly nowMs: () => number;
  readonly post: (body: string, signature?: string) => Promise<Exchange>;
  readonly secret: string;
}

/** The same event twice, as Stripe sends it again where no answer came. */
async function acceptance({ url, event, effectUrl }: Webhook, tools: Accepting): Promise<readonly Check[]> {
  const seconds = Math.floor(tools.nowMs() / 1000);
  const payload = JSON.stringify({ ...(JSON.parse(event) as object), id: newId(), created: seconds });
  const signature = stripeSignature(payload, tools.secret, seconds);
  const effects: (number | undefined)[] = [await effectOf(effectUrl, tools.send)];
  const answers: Exchange[] = [];
  for (const _ of [1, 2]) {
    answers.push(await tools.post(payload, signature));
    effects.push(await effectOf(effectUrl, tools.send));
  }
  const refused = answers.find((one) => one.kind === 'lost' || !succeeded(one));
  const accepted: Check = {
    id: 'webhook/accepts-signed',
    title: 'The webhook accepts a signed event, also when it comes again',
    what: place(url),
    verdict: refused === undefined ? 'pass' : refused.kind === 'lost' || isBlocked(refused) ? 'unknown' : 'fail',
    reason: refused === undefined ? 'accepted-twice' : refused.kind === 'lost' ? 'no-answer' : 'refused',
    measured: answers.map(seen).join(', then '),
    expected: 'HTTP 2xx both times',
    remedy:
      refused === undefined ? '' : 'answer 2xx to an event that was handled before: Stripe sends it again otherwise',
  };
  if (effectUrl === undefined) return [accepted];
  const [before, first, second] = effects;
  const known = before !== undefined && first !== undefined && second !== undefined;
  const once = known && first === before + 1 && second === first;
  return [
    accepted,
    {
      id: 'webhook/one-effect',
      title: 'An event that comes twice has one effect',
      what: place(url),
      verdict: !known ? 'unknown' : once ? 'pass' : 'fail',
      reason: !known ? 'effect-not-readable' : once ? 'one-effect' : second === before ? 'no-effect' : 'other-effects',
      measured: effects.map((one) => one ?? 'not a number').join(', then '),
      expected: 'one more after the first time, and no more after the second',
      remedy: !known
        ? 'let effect-url answer with a number, or with JSON that has one in "count"'
        : once
          ? ''
          : 'remember the ids of events that were handled, in the same transaction as their effect',
    },
  ];
}

async function effectOf(url: URL | undefined, send: Send): Promise<number | undefined> {
  if (url === undefined) return undefined;
  const exchange = await send({ method: 'GET', url, headers: {} });
  if (exchange.kind === 'lost' || !succeeded(exchange)) return undefined;
  const value = jsonOf(exchange)?.value;
  const count = typeof value === 'number' ? value : (value as { readonly count?: unknown } | null)?.count;
  return typeof count === 'number' && Number.isSafeInteger(count) ? count : undefined;
}

/** A refusal is an answer of the webhook itself: 4xx, but not one that says that there is no such address. */
function refusal(id: string, title: string, url: URL, exchange: Exchange): Check {
  const facts = { id, title, what: place(url), measured: seen(exchange), expected: 'HTTP 400, or another refusal' };
  if (exchange.kind === 'lost' || isBlocked(exchange))
    return {
      ...facts,
      verdict: 'unknown',
      reason: exchange.kind === 'lost' ? 'no-answer' : 'walled',
      remedy: 'let the check reach the webhook itself',
    };
  const { status } = exchange;
  if (succeeded(exchange))
    return {
      ...facts,
      verdict: 'fail',
      reason: 'accepted',
      remedy: 'verify the signature before anything else, with its time',
    };
  if (status === 404 || status === 405)
    return { ...facts, verdict: 'fail', reason: 'not-there', remedy: 'correct the address, or deploy the webhook' };
  if (status >= 300 && status < 400)
    return {
      ...facts,
      verdict: 'fail',
      reason: 'redirected',
      remedy: 'give the address itself: Stripe follows no redirects',
    };
  if (status >= 500)
    return {
      ...facts,
      verdict: 'unknown',
      reason: 'server-error',
      remedy: 'answer 400 where the signature is not right: a crash shows no refusal',
    };
  return { ...facts, verdict: 'pass', reason: 'refused', remedy: '' };
}

function isBlocked(exchange: Exchange): boolean {
  return exchange.kind === 'answer' && (isUnavailable(exchange.status) || wallIn(exchange) !== undefined);
}

function withoutSecret(id: string, url: URL): NotVerified {
  return {
    id,
    what: place(url),
    because: 'the signing secret of the webhook was not given',
    remedy: 'give it in "webhook-secret"',
    chosen: false,
  };
}

const place = (url: URL) => `POST ${url.host}${url.pathname}`;
const newId = () => `evt_lockstep_${randomBytes(12).toString('hex')}`;
