import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  applied: {
    verdict: 'pass',
    meaning: 'migrations were applied',
    remedy: 'Read the message.',
  },
  'nothing-to-apply': {
    verdict: 'pass',
    meaning: 'the database has everything already, or what is left is held back',
    remedy: 'Read the message.',
  },
  planned: {
    verdict: 'pass',
    meaning: 'shown, nothing changed',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'shown, nothing changed',
    remedy: 'Read the message.',
  },
  status: {
    verdict: 'pass',
    meaning: 'shown, nothing changed',
    remedy: 'Read the message.',
  },
  linted: {
    verdict: 'pass',
    meaning: 'nothing as severe as `fail-on` was found',
    remedy: 'Read the message.',
  },
  'unsafe-changes': {
    verdict: 'fail',
    meaning: 'lint found something as severe as `fail-on`',
    remedy: 'Read the message.',
  },
  verified: {
    verdict: 'pass',
    meaning: 'every migration went up, down and up again, and left what it found',
    remedy: 'Read the message.',
  },
  'nothing-to-verify': {
    verdict: 'unknown',
    meaning: 'nothing is pending',
    remedy: 'Read the message.',
  },
  'base-fails': {
    verdict: 'fail',
    meaning: 'verify: the migrations before could not be applied',
    remedy: 'Read the message.',
  },
  'up-fails': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  'down-fails': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  'up-again-fails': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  'no-way-down': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  'down-differs': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  'up-again-differs': {
    verdict: 'fail',
    meaning: 'verify: what was wrong first',
    remedy: 'Read the message.',
  },
  adopted: {
    verdict: 'pass',
    meaning: 'records were written, nothing was run',
    remedy: 'Read the message.',
  },
  repaired: {
    verdict: 'pass',
    meaning: 'records were written, nothing was run',
    remedy: 'Read the message.',
  },
  'taken-down': {
    verdict: 'pass',
    meaning: 'migrations were taken down',
    remedy: 'Read the message.',
  },
  'nothing-to-take-down': {
    verdict: 'pass',
    meaning: 'there was nothing of the range asked for',
    remedy: 'Read the message.',
  },
  'data-loss': {
    verdict: 'fail',
    meaning: 'a way down would take user data away, so it was left; the message says what',
    remedy: 'Read the message.',
  },
  'kept-data': {
    verdict: 'pass',
    meaning: 'the same, where `on-data-loss` is `keep`',
    remedy: 'Read the message.',
  },
  'kept-after-traffic': {
    verdict: 'pass',
    meaning: 'undo: the candidate had traffic, the expanded schema stays',
    remedy: 'Read the message.',
  },
  'kept-for-others': {
    verdict: 'pass',
    meaning: 'undo: another service, named in the message, released on the database since; the expanded schema stays',
    remedy: 'Read the message.',
  },
  'released-since': {
    verdict: 'unknown',
    meaning: 'the same, where `on-failure: undo` wanted it down',
    remedy: 'Read the message.',
  },
  'traffic-not-confirmed': {
    verdict: 'unknown',
    meaning: 'undo: the schema stays, because the traffic was not proven to be back',
    remedy: 'Read the message.',
  },
  'undo-unresolved': {
    verdict: 'unknown',
    meaning: 'undo: it could not be finished; the message says how to go on',
    remedy: 'Read the message.',
  },
  'statement-failed': {
    verdict: 'fail',
    meaning: 'a statement was refused; the message has SQLSTATE, file and line',
    remedy: 'Read the message.',
  },
  'lock-timeout': {
    verdict: 'fail',
    meaning: 'a lock was not to be had for `lock-retry-for`; the message names who holds it',
    remedy: 'Read the message.',
  },
  'statement-timeout': {
    verdict: 'fail',
    meaning: 'a statement took longer than `statement-timeout`',
    remedy: 'Read the message.',
  },
  'history-failed': {
    verdict: 'fail',
    meaning: 'the record could not be written, so the migration was rolled back',
    remedy: 'Read the message.',
  },
  'runner-lock-lost': {
    verdict: 'fail',
    meaning: 'the lock was not on our connection any more',
    remedy: 'Read the message.',
  },
  edited: {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'not-sql': {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'out-of-order': {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'expand-behind-contract': {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'contract-behind-expand': {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'no-such-version': {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  reverting: {
    verdict: 'fail',
    meaning: 'the plan must not run; the message names the files and what to do',
    remedy: 'Read the message.',
  },
  'foreign-history': {
    verdict: 'fail',
    meaning:
      'another tool has applied what is pending here, or left it half-way; record it with `adopt`, or finish it there',
    remedy: 'Read the message.',
  },
  'folder-changed': {
    verdict: 'fail',
    meaning: 'the folder is not the one of `expect-folder`',
    remedy: 'Read the message.',
  },
  'plan-changed': {
    verdict: 'fail',
    meaning: 'the plan is not the one of `expect-plan`, nor what is left of it',
    remedy: 'Read the message.',
  },
  'not-the-newest': {
    verdict: 'fail',
    meaning: 'the ways down must not run; the message names the versions',
    remedy: 'Read the message.',
  },
  'digest-differs': {
    verdict: 'fail',
    meaning: 'the ways down must not run; the message names the versions',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
