import { blockerReasons } from '@lockstep/action-kit/blocker';
import { refusalReasons } from '@lockstep/action-kit/refusals';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  begun: {
    verdict: 'pass',
    meaning: 'The release has begun: it is in the ledger, and the later steps of the job are part of it.',
    remedy: 'Nothing.',
  },
  'already-released': {
    verdict: 'pass',
    meaning:
      'Users have the candidate already through a release that is finished, so nothing was begun (`begun` is false). This happens when the job of a release is run again.',
    remedy: "Nothing. Give the steps after it `if: steps.begin.outputs.begun == 'true'`.",
  },
  committed: {
    verdict: 'pass',
    meaning: 'The release is committed, and the ledger has recorded it. Nothing of it is undone from now on.',
    remedy: 'Nothing.',
  },
  'committed-ledger-late': {
    verdict: 'pass',
    meaning: 'The release is committed, but the ledger could not be written in time.',
    remedy:
      'Nothing: the post step tries again, and so does the next `begin`. If the warning is still there then, check the status of GitHub.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The message says what would be begun or committed. Nothing was written.',
    remedy: 'Run it without `dry-run`.',
  },
  checked: {
    verdict: 'pass',
    meaning: '`check` found the inputs of the release valid, and no freeze applies now.',
    remedy: 'Nothing.',
  },
  ...blockerReasons,
  'candidate-live': {
    verdict: 'fail',
    meaning:
      'The candidate is live already, although no release brought it, so there would be nothing to roll back to.',
    remedy: 'Build another deployment of the commit and release that.',
  },
  ...refusalReasons,
  'already-begun': {
    verdict: 'fail',
    meaning: 'This job has begun a release already, and a job can hold only one.',
    remedy: 'Release the other environment or service in a job of its own.',
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
  'request-not-approved': {
    verdict: 'fail',
    meaning: 'The approval request is not approved, was withdrawn, or was approved in another run than this one.',
    remedy: 'Approve it in the run that releases. If it was withdrawn, request an approval again.',
  },
  'request-not-trusted': {
    verdict: 'fail',
    meaning: 'GitHub does not confirm that one person requested this release and another one approved it.',
    remedy:
      'Request an approval again, with the job `Ask` of a workflow on a trusted branch, and have another person approve it.',
  },
  'self-approval': {
    verdict: 'fail',
    meaning: 'The person who approved the request is the one who requested it.',
    remedy: 'Have another person with write access approve it.',
  },
  'request-used': {
    verdict: 'fail',
    meaning: 'A release has begun with this approval request before, and an approval is valid for one release.',
    remedy: 'Request an approval again.',
  },
  'request-for-other': {
    verdict: 'fail',
    meaning: 'The approval request is for another commit or deployment than the one that is released.',
    remedy: 'Request an approval for this one, or release what was approved.',
  },
  'nothing-to-commit': {
    verdict: 'fail',
    meaning: 'No release of this environment and service is unfinished.',
    remedy: 'Check `environment` and `service`. If the release was rolled back, begin another one.',
  },
  'candidate-not-live': {
    verdict: 'fail',
    meaning: 'What Vercel serves is not known to be the deployment of the release, so it cannot be committed.',
    remedy:
      'Pass `vercel-token` and `vercel-project`. If another deployment is live, roll the release back with `rollback` and `to: finish`.',
  },
  'release-incomplete': {
    verdict: 'fail',
    meaning: 'A step of this job began a change and did not finish it, so the release cannot be committed.',
    remedy: 'Let the job fail, so that the release is undone; fix the step that the message names.',
  },
  'traffic-restored': {
    verdict: 'fail',
    meaning: 'The traffic of this release was moved back to the previous deployment, so there is nothing to commit.',
    remedy: 'Find out from the log why, fix that, and begin another release.',
  },
  'other-release': {
    verdict: 'fail',
    meaning: 'The job began a release of another environment or service than `commit` names.',
    remedy: 'Give `commit` the same `environment` and `service` as `begin`.',
  },
  released: {
    verdict: 'pass',
    step: 'post',
    meaning: 'The release is committed, and users have it.',
    remedy: 'Nothing.',
  },
  'rolled-back': {
    verdict: 'fail',
    step: 'post',
    meaning: 'The release failed, and everything is as it was before it; the message says why it failed.',
    remedy: 'Fix the cause that the message names, and release again.',
  },
  'partly-rolled-back': {
    verdict: 'fail',
    step: 'post',
    meaning:
      'The release failed. Users have what they had before it; the message names the migrations or other changes that remain.',
    remedy:
      'Fix the cause that the message names. What remains does no harm to the older code; roll it back with `migrate` and `command: down` if it should not stay.',
  },
  held: {
    verdict: 'unknown',
    step: 'post',
    meaning: 'The candidate is live, and its health could not be decided, so nothing was undone.',
    remedy: 'Decide: keep it with `release` and `command: commit`, or roll it back with `rollback` and `to: finish`.',
  },
  unknown: {
    verdict: 'unknown',
    step: 'post',
    meaning: 'It is not certain how the release ended: its traffic, or the undo of a change, could not be confirmed.',
    remedy: 'Check what users have, then run `rollback` with `to: finish`.',
  },
});

export type Reason = keyof typeof reasons;
