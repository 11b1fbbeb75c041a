import type { MetricProvider } from './provider.ts';
import { json } from './providers/json.ts';
import { postgres } from './providers/postgres.ts';
import { prometheus } from './providers/prometheus.ts';
import { sentry } from './providers/sentry.ts';
import { vercel } from './providers/vercel.ts';

/** Every kind of source, as `provider` names it. */
export const providers: readonly MetricProvider[] = [prometheus, json, postgres, sentry, vercel];
