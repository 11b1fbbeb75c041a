import { duration, flag, oneOf, type Shape, secret, text, token, url, type Values } from '@lockstep/action-shell';

export const inputs = {
  environment: text(undefined, { required: true }),
  service: text(),
  to: text('previous'),
  'expect-newest': text(),
  interrupt: flag(false),
  'interrupt-within': duration('8m'),
  'vercel-token': secret({ required: true }),
  'vercel-project': text(undefined, { required: true }),
  'vercel-team': text(),
  'database-url': secret(),
  'on-data-loss': oneOf(['fail', 'keep', 'allow'], 'keep'),
  'drain-time': duration('30s'),
  'swap-timeout': duration('3m'),
  'identity-path': text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }),
  'protection-bypass': secret(),
  'lock-timeout': duration('200ms'),
  'lock-retry-for': duration('60s'),
  'runner-lock-wait': duration('60s'),
  'statement-timeout': duration('15m'),
  'request-timeout': duration('10s'),
  'ledger-creator': text('github-actions[bot]'),
  'dry-run': flag(false),
  'vercel-api-url': url('https://api.vercel.com'),
  'github-token': token('${{ github.token }}'),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  return values['github-token'].isEmpty
    ? ['input "github-token": is empty; the ledger needs a token with deployments: write and actions: read']
    : [];
}
