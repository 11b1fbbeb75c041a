import { createHmac } from 'node:crypto';

/** The header `Stripe-Signature` of a payload: HMAC-SHA256 of the time and the payload (docs.stripe.com/webhooks). */
export function stripeSignature(payload: string, secret: string, seconds: number): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.${payload}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${digest}`;
}
