import { auditInputs, requestInputs, supabaseInputs, vercelInputs } from '@lockstep/action-kit/inputs';
import {
  commit,
  duration,
  flag,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  url,
  type Values,
} from '@lockstep/action-shell';

export const inputs = {
  'platform-policy': text('.lockstep/platform.yml'),
  lines: oneOf(['all', 'release', 'release-settings', 'release-build'], 'all'),
  ...vercelInputs({}),
  ...supabaseInputs(),
  'github-token': token('${{ github.token }}'),
  'github-environment': text('production'),
  'stripe-key': secret(),
  'stripe-api-url': url('https://api.stripe.com'),
  'sentry-token': secret(),
  'sentry-organization': text(),
  'sentry-project': text(),
  'sentry-release': text(),
  'sentry-drill-secret': secret(),
  'sentry-api-url': url('https://sentry.io'),
  'bundle-directory': text(),
  url: url(),
  'protection-bypass': secret(),
  'snapshot-path': text(),
  'compare-with': text(),
  'restore-plan-path': text(),
  commit: commit(),
  ...requestInputs(),
  deadline: duration('3m'),
  ...auditInputs(),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
