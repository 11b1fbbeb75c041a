import { inTransaction } from '../../../../lib/database';
import { readEvent, record } from '../../../../lib/payments';

/** No event of Stripe is longer. */
const MOST_BYTES = 512 * 1024;
const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** What Stripe reports. It sends an event again until this answers with 200, so nothing is lost while it cannot. */
export async function POST(request: Request): Promise<Response> {
  const secret = process.env['STRIPE_WEBHOOK_SECRET'];
  if (secret === undefined || secret === '') return answer(503, { error: 'no secret for webhooks is set' });
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return answer(413, { error: 'too long' });
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = readEvent(await request.text(), signature, secret);
  if (event === undefined) return answer(400, { error: 'not signed by Stripe' });
  const recorded = await inTransaction((query) => record(query, event));
  // Sent again it would be the same: someone has to look, and the log has its id.
  if (recorded === 'no-such-prescription')
    console.error(JSON.stringify({ event: 'payment-without-prescription', stripe: event.id }));
  return answer(200, { received: true, result: recorded });
}
