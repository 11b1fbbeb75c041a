import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import Stripe from 'stripe';

/** What is wrong with the clinic: each is a mistake that somebody made in code like this. */
export interface ClinicFaults {
  /** Registered before the routes, so that it answers in their place or changes what they send. */
  readonly before?: (app: Express) => void;
  readonly webhook?: 'unsigned' | 'any-signature' | 'stale' | 'repeats' | 'forgets' | 'refuses-again' | 'missing';
  readonly version?: string;
  readonly schemaVersion?: number | string;
}

export interface Clinic {
  readonly origin: string;
  close(): Promise<void>;
}

export const WEBHOOK_SECRET = 'whsec_of-the-clinic-0123456789';
const TOKENS: Readonly<Record<string, string>> = {
  'Bearer doctor-4c1fe0a9b7d2': 'doctor',
  'Bearer patient-9e8d7c6b5a40': 'patient',
};
const ann = {
  ...{ id: 1, name: 'Ann', born: '1970-02-03', email: 'ann@example.org', status: 'active' },
  visits: [{ at: '2026-11-05T10:00:00Z', by: 'Dr. Who' }],
};

export const whoOf = (request: Request): string | undefined => TOKENS[request.get('authorization') ?? ''];

/** A clinic of Express that keeps its contract (`clinic.ts`), and verifies Stripe's signatures by Stripe's own library. */
export async function startClinic(faults: ClinicFaults = {}): Promise<Clinic> {
  const app = express();
  app.disable('x-powered-by');
  webhookOf(app, faults.webhook);
  app.get('/health', (_, response) => {
    const { schemaVersion = 20260105, version = '2.4.1' } = faults;
    response.json({ status: 'healthy', metadata: { version, schema_version: schemaVersion } });
  });
  faults.before?.(app);
  app.get('/v1/health', (_, response) => void response.json({ status: 'healthy' }));
  const api = express.Router();
  api.use(['/patients', '/admin'], (request: Request, response: Response, next: NextFunction) => {
    if (whoOf(request) === undefined) response.status(401).json({ error: { code: 'unauthenticated' } });
    else next();
  });
  api.get('/patients', (request, response) => {
    const page = Number(request.query['page'] ?? '1');
    response.set('x-total-count', '2');
    response.json({ items: [{ ...ann, id: page }], next: page === 1 ? '/v1/patients?page=2' : null });
  });
  api.get('/patients/:id', (request, response) => {
    if (request.params['id'] === '1') response.json(ann);
    else response.status(404).json({ error: { code: 'not-found' } });
  });
  api.get('/admin/users', (request, response) => {
    if (whoOf(request) === 'doctor') response.json([{ id: 7, role: 'doctor' }]);
    else response.status(403).json({ error: { code: 'forbidden' } });
  });
  app.use('/v1', api);
  const server = await new Promise<Server>((done) => {
    const listening = app.listen(0, '127.0.0.1', () => done(listening));
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function webhookOf(app: Express, fault: ClinicFaults['webhook']): void {
  const stripe = new Stripe('sk_test_of_the_clinic');
  const handled = new Set<string>();
  let effects = 0;
  app.get('/effects', (_, response) => void response.json({ count: effects }));
  if (fault === 'missing') return;
  app.post('/stripe', express.raw({ type: () => true }), (request, response) => {
    const signature = request.get('stripe-signature');
    const tolerance = fault === 'stale' ? 1_000_000 : 300;
    let event: { readonly id: string; readonly type: string };
    try {
      const unverified = fault === 'any-signature' || (fault === 'unsigned' && signature === undefined);
      event =
        unverified && !(fault === 'any-signature' && signature === undefined)
          ? JSON.parse(String(request.body))
          : stripe.webhooks.constructEvent(request.body, signature ?? '', WEBHOOK_SECRET, tolerance);
    } catch {
      response.status(400).json({ error: { code: 'signature' } });
      return;
    }
    if (event.type !== 'payment_intent.succeeded') return void response.json({ received: true });
    if (handled.has(event.id) && fault === 'refuses-again') return void response.status(409).end();
    if (fault !== 'forgets' && (fault === 'repeats' || !handled.has(event.id))) effects++;
    handled.add(event.id);
    response.json({ received: true });
  });
}
