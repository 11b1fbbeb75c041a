import {
  auditInputs,
  availabilityInputs,
  creatorInputs,
  requestInputs,
  serviceInputs,
  storeInputs,
} from '@lockstep/action-kit/inputs';
import { commit, duration, flag, list, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';
import { EVENTS } from '@lockstep/evidence';

export const inputs = {
  command: oneOf(['record', 'verify', 'error-budget', 'documents', 'incident'], 'record'),
  to: text('branch:lockstep-evidence'),
  event: oneOf(['', ...EVENTS], ''),
  subject: text(),
  'event-result': oneOf(['pass', 'fail', 'unknown'], 'unknown'),
  'event-code': text(),
  'actor-id': text('', { pattern: /^([1-9]\d{0,14})?$/, expected: 'the numeric id of a person' }),
  files: list(),
  'happened-at': text(),
  'event-id': text(),
  'anchor-to': text(),
  anchors: list(),
  'anchor-files': list(),
  'max-unanchored': duration('35d'),
  ...availabilityInputs(),
  override: text(),
  'commit-sha': commit(),
  ...requestInputs(),
  'documents-file': text('.lockstep/documents.yml'),
  'drill-files': list(),
  branches: list('main'),
  'follow-links': flag(true),
  'link-timeout': duration('15s'),
  environment: text('production'),
  ...serviceInputs(),
  ...creatorInputs(),
  'acknowledge-within': duration('1h'),
  ...auditInputs(),
  'github-token': token('${{ github.token }}'),
  ...storeInputs(),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;
