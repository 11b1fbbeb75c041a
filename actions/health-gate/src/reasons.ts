import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  healthy: {
    verdict: 'pass',
    meaning: 'every path is healthy',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'the inputs are right; no health was asked for',
    remedy: 'Read the message.',
  },
  degraded: {
    verdict: ['pass', 'fail'],
    meaning: 'some answers were degraded; `degraded` decides',
    remedy: 'Read the message.',
  },
  unhealthy: {
    verdict: 'fail',
    meaning: 'more failures in a row than are forgiven',
    remedy: 'Read the message.',
  },
  'contract-violation': {
    verdict: 'fail',
    meaning: 'more failures in a row than are forgiven',
    remedy: 'Read the message.',
  },
  stale: {
    verdict: 'fail',
    meaning: 'more failures in a row than are forgiven',
    remedy: 'Read the message.',
  },
  redirected: {
    verdict: 'fail',
    meaning: 'more failures in a row than are forgiven',
    remedy: 'Read the message.',
  },
  'wrong-identity': {
    verdict: 'fail',
    meaning: 'at the first such answer',
    remedy: 'Read the message.',
  },
  'identity-absent': {
    verdict: 'fail',
    meaning: 'at the first such answer',
    remedy: 'Read the message.',
  },
  protected: {
    verdict: 'fail',
    meaning: 'at the first such answer',
    remedy: 'Read the message.',
  },
  'platform-error': {
    verdict: 'fail',
    meaning: 'more platform errors in a row than are forgiven',
    remedy: 'Read the message.',
  },
  unreachable: {
    verdict: ['fail', 'unknown'],
    meaning: 'more errors in a row than are forgiven; fail where the baseline answered well',
    remedy: 'Read the message.',
  },
  unavailable: {
    verdict: ['fail', 'unknown'],
    meaning: 'too many went wrong for the availability floor; unknown where most were timeouts',
    remedy: 'Read the message.',
  },
  slower: {
    verdict: 'fail',
    meaning: 'the comparison, where it decides',
    remedy: 'Read the message.',
  },
  'more-errors': {
    verdict: 'fail',
    meaning: 'the comparison, where it decides',
    remedy: 'Read the message.',
  },
  'comparison-unknown': {
    verdict: 'unknown',
    meaning: 'the comparison could not tell, where it decides',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
