import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  begun: {
    verdict: 'pass',
    meaning: 'the release is open',
    remedy: 'Read the message.',
  },
  'already-released': {
    verdict: 'pass',
    meaning:
      'users have the candidate already by a release that is over: nothing was begun (`begun: false`), as in a re-run of its job',
    remedy: 'Read the message.',
  },
  committed: {
    verdict: 'pass',
    meaning: 'the release is released',
    remedy: 'Read the message.',
  },
  'committed-ledger-late': {
    verdict: 'pass',
    meaning: 'released; the ledger could not be told yet',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'would begin or commit; nothing was written',
    remedy: 'Read the message.',
  },
  'release-in-progress': {
    verdict: 'fail',
    meaning: 'another release or swap of this line is under way; the message links to its run',
    remedy: 'Read the message.',
  },
  'release-found-dead': {
    verdict: 'fail',
    meaning: 'a run ended without telling the end of its release: go on with `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'release-held': {
    verdict: 'fail',
    meaning: 'a release waits for a person: `commit` or `rollback`',
    remedy: 'Read the message.',
  },
  'release-unresolved': {
    verdict: 'fail',
    meaning: 'a release ended, and nobody knows how: `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'swap-unresolved': {
    verdict: 'fail',
    meaning: 'a swap by itself ended, and nobody knows how: `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'candidate-live': {
    verdict: 'fail',
    meaning: 'the candidate is live already, and no release brought it: build another deployment and release that',
    remedy: 'Read the message.',
  },
  checked: {
    verdict: 'pass',
    meaning: '`check`: the inputs are right, and no freeze holds now',
    remedy: 'Read the message.',
  },
  frozen: {
    verdict: 'fail',
    meaning: 'a freeze holds; the message names it. No rollback is kept back',
    remedy: 'Read the message.',
  },
  superseded: {
    verdict: 'fail',
    meaning: 'what is live is newer than this commit, or is not part of it',
    remedy: 'Read the message.',
  },
  'already-begun': {
    verdict: 'fail',
    meaning: 'this job has a release already',
    remedy: 'Read the message.',
  },
  'evidence-of-other-commit': {
    verdict: 'fail',
    meaning: 'the evidence does not belong to `commit-sha`',
    remedy: 'Read the message.',
  },
  'evidence-not-passed': {
    verdict: 'fail',
    meaning: 'the evidence does not say pass',
    remedy: 'Read the message.',
  },
  'evidence-stale': {
    verdict: 'fail',
    meaning: 'the evidence is older than `max-evidence-age`',
    remedy: 'Read the message.',
  },
  'no-such-request': {
    verdict: 'fail',
    meaning: '`begin`: nobody asked for an approval by that id',
    remedy: 'Read the message.',
  },
  'request-not-approved': {
    verdict: 'fail',
    meaning: '`begin`: the request waits, was withdrawn, or was approved in another run',
    remedy: 'Read the message.',
  },
  'request-denied': {
    verdict: 'fail',
    meaning: '`begin`: somebody said no to it; the message says who, and why',
    remedy: 'Read the message.',
  },
  'request-not-trusted': {
    verdict: 'fail',
    meaning: '`begin`: GitHub does not say that one account asked and another one approved',
    remedy: 'Read the message.',
  },
  'self-approval': {
    verdict: 'fail',
    meaning: '`begin`: GitHub does not say that one account asked and another one approved',
    remedy: 'Read the message.',
  },
  'request-used': {
    verdict: 'fail',
    meaning: '`begin`: a release began by it before',
    remedy: 'Read the message.',
  },
  'request-for-other': {
    verdict: 'fail',
    meaning: '`begin`: the request is for another commit or deployment',
    remedy: 'Read the message.',
  },
  'nothing-to-commit': {
    verdict: 'fail',
    meaning: 'no release of this line waits for an end',
    remedy: 'Read the message.',
  },
  'candidate-not-live': {
    verdict: 'fail',
    meaning: 'what is live is not known to be what the release brings',
    remedy: 'Read the message.',
  },
  'release-incomplete': {
    verdict: 'fail',
    meaning: 'a step began a change and did not finish it',
    remedy: 'Read the message.',
  },
  'traffic-restored': {
    verdict: 'fail',
    meaning: 'the traffic of this release was taken back',
    remedy: 'Read the message.',
  },
  'other-release': {
    verdict: 'fail',
    meaning: 'the job began another environment or service',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
