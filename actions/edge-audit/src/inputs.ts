import { auditInputs, requestInputs } from '@lockstep/action-kit/inputs';
import {
  commit,
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
import { CSP_LEVELS, ENVIRONMENTS } from '@lockstep/edge';

export const inputs = {
  url: url(undefined, { required: true }),
  paths: list('/'),
  'site-kind': oneOf(ENVIRONMENTS, 'production'),
  'expect-deployment': text(),
  'expect-commit': commit(),
  checks: list(),
  hosts: list(),
  'api-paths': list(),
  csp: oneOf(CSP_LEVELS, 'balanced'),
  'min-grade': text('B+'),
  'min-tls': oneOf(['1.2', '1.3'], '1.2'),
  'min-days-left': integer(21, { min: 1, max: 365 }),
  telemetry: list(),
  'dns-resolvers': list('1.1.1.1\n8.8.8.8'),
  'dns-expect': list(),
  'dns-authority': list(),
  'dns-max-ttl': duration('60m'),
  'csrf-paths': list(),
  bursts: list(),
  'probe-production': flag(false),
  'skip-paths': list(),
  'http-url': url(),
  'identity-path': text('/api/health', { pattern: /^(none|\/.*)$/, expected: 'a path that starts with /, or none' }),
  'protection-bypass': secret(),
  'max-requests': integer(300, { min: 10, max: 2000 }),
  ...requestInputs(),
  deadline: duration('3m'),
  ...auditInputs(),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
