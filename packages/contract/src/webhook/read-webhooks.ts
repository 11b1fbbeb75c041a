import { Fields, isMap } from '@lockstep/base';

/** An address that Stripe sends events to. */
export interface Webhook {
  readonly url: URL;
  /** Answers GET with a number, or with JSON that has one in `count`: how often an event had its effect. */
  readonly effectUrl: URL | undefined;
  /** The event that a disposable backend gets, as JSON; its id is replaced by a new one. */
  readonly event: string;
}

/** Reads the webhooks from data that is already parsed. None may be used where there is a problem. */
export function readWebhooks(
  value: unknown,
  where: string,
): { readonly webhooks: readonly Webhook[]; readonly problems: readonly string[] } {
  if (value === undefined || value === null || value === '') return { webhooks: [], problems: [] };
  if (!Array.isArray(value)) return { webhooks: [], problems: [`${where}: expected a list of webhooks`] };
  const problems: string[] = [];
  const webhooks = value.flatMap((entry: unknown, index): readonly Webhook[] => {
    const fields = new Fields(isMap(entry) ? entry : {}, `${where} ${index + 1}`);
    const url = urlOf(fields, 'url', fields.text('url', { required: true, expected: 'the address of the webhook' }));
    const effectUrl = urlOf(fields, 'effect-url', fields.text('effect-url'));
    const event = fields.map('event');
    if (effectUrl !== undefined && event === undefined)
      fields.complain('event', 'required with effect-url: expected the event that has the effect');
    fields.refuseOthers();
    problems.push(...fields.problems);
    return url === undefined ? [] : [{ url, effectUrl, event: event === undefined ? '' : JSON.stringify(event) }];
  });
  return { webhooks, problems };
}

function urlOf(fields: Fields, name: string, text: string): URL | undefined {
  if (text === '') return undefined;
  if (/^https?:/.test(text) && URL.canParse(text)) return new URL(text);
  fields.complain(name, 'expected a URL that begins with https:// or http://');
  return undefined;
}
