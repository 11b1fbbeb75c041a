import { auditInputs } from '@lockstep/action-kit/inputs';
import { duration, integer, type Shape, secret, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  'database-url': secret({ required: true }),
  'snapshot-path': text(),
  'compare-with': text(),
  slow: duration('500ms'),
  'min-calls': integer(50, { min: 1, max: 1_000_000 }),
  open: duration('5m'),
  deadline: duration('1m'),
  ...auditInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
