import Stripe from 'stripe';
import type { Query } from './prescriptions';

/** Of an event, what the app uses. Undefined for events that are none of its business. */
export interface Payment {
  readonly prescription: string;
  readonly session: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * The event that was sent, if Stripe signed it with this secret within the last five minutes; undefined for anything
 * else. No key of Stripe's API is needed for it.
 */
export function readEvent(body: string, signature: string, secret: string): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret, 300);
  } catch {
    return undefined;
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function paymentOf(event: Stripe.Event): Payment | undefined {
  if (event.type !== 'checkout.session.completed') return undefined;
  const { id, client_reference_id, amount_total, currency, payment_status } = event.data.object;
  if (payment_status !== 'paid' || client_reference_id === null || !ID.test(client_reference_id)) return undefined;
  if (amount_total === null || currency === null) return undefined;
  return { prescription: client_reference_id, session: id, amountMinor: amount_total, currency };
}

export type Recorded = 'recorded' | 'again' | 'ignored' | 'no-such-prescription';

/** Records an event once, and its payment with it. To be called in a transaction. */
export async function record(query: Query, event: Stripe.Event): Promise<Recorded> {
  const { rows } = await query(
    'insert into private.stripe_events (id, type) values ($1, $2) on conflict (id) do nothing returning id',
    [event.id, event.type],
  );
  if (rows.length === 0) return 'again';
  const payment = paymentOf(event);
  if (payment === undefined) return 'ignored';
  const { prescription, session, amountMinor, currency } = payment;
  const paid = await query(
    `insert into payments (clinic_id, prescription_id, stripe_session, amount_minor, currency)
     select clinic_id, id, $2, $3, $4 from prescriptions where id = $1
     on conflict (stripe_session) do nothing returning id`,
    [prescription, session, amountMinor, currency],
  );
  return paid.rows.length === 0 ? 'no-such-prescription' : 'recorded';
}
