import type { Faults } from '../faults/faults.ts';
import { type HttpService, serve } from '../http/http-service.ts';

/** One delivery, as it came. */
export interface CaughtDelivery {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that a signature was made over. */
  readonly body: string;
}

export interface WebhookCatcher extends HttpService {
  readonly deliveries: readonly CaughtDelivery[];
}

/** Takes every POST on loopback with 202, as receivers do that only accept, and keeps what came. */
export async function catchWebhooks(faults: Faults, name = 'webhook'): Promise<WebhookCatcher> {
  const deliveries: CaughtDelivery[] = [];
  const service = await serve(
    name,
    (request) => {
      if (request.method !== 'POST') return { status: 405, body: { error: 'POST only' } };
      const headers = Object.entries(request.headers).map(([key, value]) => [key, String(value)] as const);
      deliveries.push({
        path: request.path,
        headers: Object.fromEntries(headers),
        body: request.body.toString('utf8'),
      });
      return { status: 202 };
    },
    faults,
  );
  return { ...service, deliveries };
}
