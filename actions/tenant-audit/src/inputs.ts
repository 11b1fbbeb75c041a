import { auditInputs } from '@lockstep/action-kit/inputs';
import { duration, flag, list, oneOf, type Shape, secret, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  command: oneOf(['audit', 'review'], 'audit'),
  'intent-path': text(),
  'tenant-table': text(),
  membership: text(),
  'scratch-database-url': secret(),
  'user-table': text('auth.users'),
  identities: text(),
  schemas: list('public'),
  'public-objects': list(),
  'audit-tables': list(),
  'own-rows': text(),
  'owner-columns': text(),
  callable: list(),
  channels: list(),
  buckets: text(),
  fixtures: text(),
  'apply-migrations': flag(false),
  'platform-grants': flag(true),
  directory: text('supabase/migrations'),
  'production-identifiers': list(),
  'dry-run': flag(false),
  'review-path': text('.lockstep/access-review.md'),
  'write-review': flag(false),
  'compare-with': text(),
  blocks: oneOf(['all', 'worse'], 'all'),
  ...auditInputs(),
  'matrix-file': text(),
  'lock-timeout': duration('2s'),
  'statement-timeout': duration('30s'),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
