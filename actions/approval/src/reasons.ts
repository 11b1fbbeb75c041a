import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  requested: {
    verdict: 'pass',
    meaning: 'The request is recorded, and waits for another person to approve it.',
    remedy: 'Send the id to a person with write access, who approves it with the workflow or with a comment.',
  },
  approved: {
    verdict: 'pass',
    meaning: 'The request is approved, for one release that begins in this run.',
    remedy: 'Nothing.',
  },
  denied: {
    verdict: 'pass',
    meaning: 'The denial is recorded: the request cannot be approved, and no release begins with it.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The message says what would be recorded. Nothing was written.',
    remedy: 'Run it without `dry-run`.',
  },
  'not-started-by-person': {
    verdict: 'fail',
    meaning:
      'The run was not started by a person who pressed "Run workflow" or wrote a comment, or GitHub does not say who that was.',
    remedy: 'Approve or deny with `workflow_dispatch` or a comment, by a run of your own.',
  },
  'not-a-command': {
    verdict: 'fail',
    meaning: 'The comment is not exactly `/approve-release ID` or `/deny-release ID REASON`, or it was edited.',
    remedy: 'Write a new comment that holds nothing but the command.',
  },
  'no-request-named': {
    verdict: 'fail',
    meaning: 'The run names no request, and the newest one is never assumed.',
    remedy: 'Give the id of the request.',
  },
  'rerun-by-other-user': {
    verdict: 'fail',
    meaning: 'The run was run again by another user than the one who started it.',
    remedy: 'Start a run of your own to approve or deny.',
  },
  'approver-is-bot': {
    verdict: 'fail',
    meaning: 'A bot is not a second person.',
    remedy: 'Have a person with write access approve it.',
  },
  'no-write-access': {
    verdict: 'fail',
    meaning: 'The approver needs write access to the repository, and this account does not have it.',
    remedy: 'Have a person with write access approve it.',
  },
  'self-approval': {
    verdict: 'fail',
    meaning: 'The person who requested the release cannot approve it.',
    remedy: 'Have another person with write access approve it.',
  },
  'no-such-request': {
    verdict: 'fail',
    meaning: 'This environment and service have no approval request with that id.',
    remedy: 'Copy the id from the run that requested, and check `environment` and `service`.',
  },
  'request-denied': {
    verdict: 'fail',
    meaning: 'Another person denied the request; the message says who, and why.',
    remedy: 'Resolve what the denial says, then request an approval again.',
  },
  'request-expired': {
    verdict: 'fail',
    meaning: 'The time in which the request could be approved is over.',
    remedy: 'Request an approval again.',
  },
  'request-used': {
    verdict: 'fail',
    meaning: 'The request was approved or used before, and an approval is valid for one release.',
    remedy: 'Request an approval again. To stop a release that has begun with it, roll that back.',
  },
  'request-not-trusted': {
    verdict: 'fail',
    meaning: 'GitHub does not confirm that the run which the request names wrote it; the message says what differs.',
    remedy: 'Request again with the job `Ask` of a workflow on a trusted branch.',
  },
  'request-withdrawn': {
    verdict: 'fail',
    meaning: 'The deployment record of the request was set inactive by hand, which withdraws it.',
    remedy: 'Request an approval again.',
  },
  protected: {
    verdict: 'pass',
    meaning: '`protection` found that a reviewer, a two-person approval or a branch rule protects the release.',
    remedy: 'Nothing.',
  },
  'unprotected-by-choice': {
    verdict: 'pass',
    meaning: '`protection` found that no approval is needed, and `allow-unprotected` confirms that.',
    remedy: 'Nothing.',
  },
  'not-protected': {
    verdict: 'fail',
    meaning:
      '`protection` found that anyone who can start the workflow can release without an approval. The step passes with a warning.',
    remedy:
      'Add required reviewers to the environment, or use a two-person approval; else confirm with `allow-unprotected: true`.',
  },
  'protection-unknown': {
    verdict: 'unknown',
    meaning: 'GitHub did not say how the environment is protected. The step passes with a warning.',
    remedy: 'Give the job `actions: read`, and check that the environment exists.',
  },
});

export type Reason = keyof typeof reasons;
