import {
  decimal,
  duration,
  flag,
  integer,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  url,
  type Values,
} from '@lockstep/action-shell';
import { formatNames } from '@lockstep/health';

export const inputs = {
  url: url(undefined, { required: true }),
  phase: oneOf(['pre', 'post'], 'pre'),
  paths: list('/api/health'),
  host: text(undefined, { pattern: /^[A-Za-z0-9.-]+(:\d+)?$/, expected: 'a host name, with a port where needed' }),
  format: oneOf(['auto', ...formatNames], 'auto'),
  'expect-deployment': text(),
  'expect-commit': text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' }),
  'critical-checks': list(),
  'advisory-checks': list(),
  degraded: oneOf(['pass', 'warn', 'fail'], 'warn'),
  'max-age': duration('10s'),
  'allow-findings': list(),
  'success-threshold': integer(3, { min: 1, max: 1000 }),
  'failure-limit': integer(undefined, { min: 0, max: 1000 }),
  'error-limit': integer(4, { min: 0, max: 1000 }),
  'availability-floor': decimal(99.5, { min: 1, max: 99.999 }),
  'initial-delay': duration('0s'),
  interval: duration('5s'),
  'request-timeout': duration('10s'),
  'bake-time': duration(),
  deadline: duration('5m'),
  'judge-cold-start': flag(false),
  'on-unknown': oneOf(['fail', 'hold', 'warn']),
  'protection-bypass': secret(),
  'plan-digest': text(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
