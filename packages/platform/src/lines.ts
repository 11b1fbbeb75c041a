import { bundleLines } from './bundle/lines.ts';
import { githubLines } from './github/lines.ts';
import type { Line } from './line.ts';
import { sentryLines } from './sentry/lines.ts';
import { stripeLines } from './stripe/lines.ts';
import { supabaseLines } from './supabase/lines.ts';
import { vercelLines } from './vercel/lines.ts';

/** Every line that a policy may hold, in the order in which `init` writes them. */
export const platformLines: readonly Line[] = [
  ...bundleLines,
  ...vercelLines,
  ...supabaseLines,
  ...githubLines,
  ...stripeLines,
  ...sentryLines,
];
