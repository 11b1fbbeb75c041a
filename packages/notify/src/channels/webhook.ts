import { createHmac, randomUUID } from 'node:crypto';
import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { type ReleaseState, severityOf } from '../message.ts';
import { headline } from '../words.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks: "between 24 bytes (192 bits) and 64 bytes (512 bits)". */
const KEY_BYTES = { min: 24, max: 64 };

/**
 * A POST of JSON, signed by Standard Webhooks (standardwebhooks.com): the receiver can check it with any of their
 * libraries. The id stays the same when the same delivery is tried again, so a receiver can drop the second.
 */
export const webhook: ChannelType = {
  type: 'webhook',
  tasks: 'all',
  open(fields) {
    const url = fields.secretUrl('url', ['https:', 'http:']);
    const secret = fields.secret('secret');
    const key = Buffer.from(secret.reveal().replace(PREFIX, ''), 'base64');
    if (!secret.isEmpty && (key.length < KEY_BYTES.min || key.length > KEY_BYTES.max)) {
      const size = `${KEY_BYTES.min} to ${KEY_BYTES.max} bytes`;
      fields.complain('secret', `expected ${PREFIX} and ${size} in base64; create one with: openssl rand -base64 32`);
    }
    const place = URL.canParse(url.reveal()) ? new URL(url.reveal()).host : '';
    return {
      place,
      secrets: [url, secret],
      async send(message, _handle, world) {
        const id = `msg_${randomUUID()}`;
        const timestamp = Math.floor(world.clock.now() / 1_000);
        const { continues: _, isCommitKnown: ____, timeZone: __, timeline: ___, ...rest } = message;
        const data = { ...rest, severity: severityOf(message.state), headline: headline(message) };
        const body = JSON.stringify({ type: typeOf(message.state), timestamp: message.at, data });
        const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
        const { status } = await exchange(
          {
            service: `the webhook at ${place}`,
            method: 'POST',
            url: url.reveal(),
            headers: {
              'content-type': 'application/json',
              'webhook-id': id,
              'webhook-timestamp': String(timestamp),
              'webhook-signature': `v1,${signature}`,
            },
            body,
            repeatable: true,
            anyAnswer: true,
            hints: { 401: 'the receiver does not accept the signature; compare the secrets' },
          },
          world,
        );
        return { delivery: 'accepted', detail: `${place} answered ${status}` };
      },
    };
  },
};

/** By it a receiver chooses what it wants. */
function typeOf(state: ReleaseState): string {
  switch (state) {
    case 'task-started':
      return 'task.started';
    case 'task-passed':
      return 'task.passed';
    case 'task-failed':
      return 'task.failed';
    case 'drill':
      return 'alert.drill';
    default:
      return `release.${state}`;
  }
}
