import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  requested: {
    verdict: 'pass',
    meaning: 'the request is written down; it waits for somebody else',
    remedy: 'Read the message.',
  },
  approved: {
    verdict: 'pass',
    meaning: 'let through, once',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'would be; nothing was written',
    remedy: 'Read the message.',
  },
  'not-started-by-person': {
    verdict: 'fail',
    meaning: 'the run was started by neither a comment nor the button',
    remedy: 'Read the message.',
  },
  'not-a-command': {
    verdict: 'fail',
    meaning: 'the comment is not `/approve-release ID` and nothing else, or was edited',
    remedy: 'Read the message.',
  },
  'no-request-named': {
    verdict: 'fail',
    meaning: 'an approval names its request',
    remedy: 'Read the message.',
  },
  'rerun-by-other-user': {
    verdict: 'fail',
    meaning: 'somebody started the run of another person again',
    remedy: 'Read the message.',
  },
  'approver-is-bot': {
    verdict: 'fail',
    meaning: 'a bot is no second person',
    remedy: 'Read the message.',
  },
  'no-write-access': {
    verdict: 'fail',
    meaning: 'whoever approves could also push',
    remedy: 'Read the message.',
  },
  'self-approval': {
    verdict: 'fail',
    meaning: 'whoever asked cannot approve',
    remedy: 'Read the message.',
  },
  'no-such-request': {
    verdict: 'fail',
    meaning: 'this environment and service have no request by that id',
    remedy: 'Read the message.',
  },
  'request-expired': {
    verdict: 'fail',
    meaning: 'it could be approved for a while, which is over',
    remedy: 'Read the message.',
  },
  'request-used': {
    verdict: 'fail',
    meaning: 'it was approved before',
    remedy: 'Read the message.',
  },
  'request-denied': {
    verdict: 'fail',
    meaning: 'somebody said no to it; the message says who, and why',
    remedy: 'Read the message.',
  },
  'request-not-trusted': {
    verdict: 'fail',
    meaning: 'GitHub does not say that the run which it names asked; the message says what differs',
    remedy: 'Read the message.',
  },
  denied: {
    verdict: 'pass',
    meaning: '`deny`: the no is written down',
    remedy: 'Read the message.',
  },
  'unprotected-by-choice': {
    verdict: 'pass',
    meaning: '`protection`: nobody is asked, as `allow-unprotected` says',
    remedy: 'Read the message.',
  },
  'request-withdrawn': {
    verdict: 'fail',
    meaning: 'its deployment record was set inactive by hand',
    remedy: 'Read the message.',
  },
  protected: {
    verdict: 'pass',
    meaning: 'somebody, or a branch rule, stands before the release',
    remedy: 'Read the message.',
  },
  'not-protected': {
    verdict: 'fail',
    meaning: 'nobody is asked',
    remedy: 'Read the message.',
  },
  'protection-unknown': {
    verdict: 'unknown',
    meaning: 'GitHub did not say',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
