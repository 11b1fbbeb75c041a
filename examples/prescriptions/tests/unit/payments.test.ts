import assert from 'node:assert/strict';
import { test } from 'node:test';
import Stripe from 'stripe';
import { paymentOf, readEvent } from '../../lib/payments';

const secret = 'whsec_of_a_test';
const session = {
  id: 'cs_test_1',
  object: 'checkout.session',
  client_reference_id: '00000000-0000-4000-8000-0000000000cc',
  amount_total: 1250,
  currency: 'eur',
  payment_status: 'paid',
};
const event = (object: object = session, type = 'checkout.session.completed') =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } });
const sign = (payload: string, timestamp = Math.floor(Date.now() / 1000), key = secret) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret: key, timestamp });

test('an event that Stripe signed is read', () => {
  const body = event();
  const read = readEvent(body, sign(body), secret);
  assert.ok(read);
  assert.deepEqual(paymentOf(read), {
    prescription: session.client_reference_id,
    session: 'cs_test_1',
    amountMinor: 1250,
    currency: 'eur',
  });
});

test('no other is', () => {
  const body = event();
  const old = Math.floor(Date.now() / 1000) - 301;
  for (const [what, signature, sent] of [
    ['unsigned', '', body],
    ['signed by another secret', sign(body, undefined, 'whsec_another'), body],
    ['changed', sign(body), body.replace('1250', '1')],
    ['sent again after five minutes', sign(body, old), body],
    ['no JSON', sign('x'), 'x'],
  ] as const)
    assert.equal(readEvent(sent, signature, secret), undefined, what);
});

test('what is not paid, or names no prescription, is no payment', () => {
  for (const [object, type] of [
    [{ ...session, payment_status: 'unpaid' }, undefined],
    [{ ...session, client_reference_id: null }, undefined],
    [{ ...session, client_reference_id: "' or true" }, undefined],
    [session, 'checkout.session.expired'],
  ] as const)
    assert.equal(paymentOf(JSON.parse(event(object, type))), undefined);
});
