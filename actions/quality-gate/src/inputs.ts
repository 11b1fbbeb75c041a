import { flag, integer, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';

export const inputs = {
  gates: text(),
  config: text('.lockstep/quality.yml'),
  concurrency: integer(undefined, { min: 1, max: 64 }),
  baseline: text('.lockstep/baseline.json'),
  'write-baseline': flag(false),
  'on-unknown': oneOf(['fail', 'warn'], 'fail'),
  'base-sha': text(undefined, { pattern: /^[0-9a-f]{40}$/, expected: 'a whole commit id' }),
  'check-run': flag(false),
  'check-name': text('Lockstep quality'),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
