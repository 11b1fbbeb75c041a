import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  posted: {
    verdict: 'pass',
    meaning: 'The comment was written and read back: it has these sections.',
    remedy: 'Nothing.',
  },
  unchanged: {
    verdict: 'pass',
    meaning: 'The comment already had exactly these sections. Nothing was written.',
    remedy: 'Nothing.',
  },
  superseded: {
    verdict: 'pass',
    meaning: 'A newer run has already written these sections. The older result was discarded.',
    remedy: 'Nothing. Look at the newer run.',
  },
  written: {
    verdict: 'pass',
    meaning: 'The section was written as data into the folder `write-to`. Nothing was posted.',
    remedy: 'Upload the folder as an artifact, and post it from a workflow on `workflow_run` with `read-from`.',
  },
  'merge-queue': {
    verdict: 'pass',
    meaning: 'The run belongs to a merge queue, where no pull request is open for review. Nothing was posted.',
    remedy: 'Nothing.',
  },
  'no-pull-request': {
    verdict: 'pass',
    meaning:
      'No open pull request has this commit as its head: it was closed, a newer commit was pushed, or the event has no pull request. Nothing was posted.',
    remedy: 'Nothing. To comment from another event, give the number in `pull-request`.',
  },
  'several-pull-requests': {
    verdict: 'pass',
    meaning: 'Several open pull requests have this commit as their head, so it is not known which one is meant.',
    remedy: 'Close the duplicates, or run on `pull_request`, where the event names one.',
  },
  'nothing-to-post': {
    verdict: 'pass',
    meaning: 'No section was given, or the given ones are empty and the pull request has no comment yet.',
    remedy: 'Nothing. To post a section, give `section` with `body` or `body-path`.',
  },
  'nothing-to-fold': {
    verdict: 'pass',
    meaning: 'The pull request is closed and has no comment that could be folded.',
    remedy: 'Nothing.',
  },
  'summary-only': {
    verdict: 'pass',
    meaning:
      'The token may not comment on this pull request, as on those from forks and from Dependabot. The step summary has the sections instead.',
    remedy:
      'Nothing for a pull request from a fork: use `write-to` and `read-from` to have it posted. Otherwise give the job `pull-requests: write`.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The sections were printed to the log because `dry-run` is set. Nothing was posted.',
    remedy: 'Nothing.',
  },
  'untrusted-artifact-invalid': {
    verdict: 'fail',
    meaning:
      'The folder `read-from` holds something that `write-to` never writes, so the artifact may have been tampered with. Nothing was posted.',
    remedy:
      'Look at what the pull request changed in its workflow. Upload exactly the folder that `write-to` made, and use one version of Lockstep in both workflows.',
  },
  refused: {
    verdict: 'fail',
    meaning:
      'GitHub refused the comment. The step summary has the sections instead; the step fails only with `required: true`.',
    remedy: "Correct what GitHub's answer in the message names, then run the job again.",
  },
  unconfirmed: {
    verdict: 'unknown',
    meaning:
      'GitHub did not confirm the comment: the answer was lost, or other jobs overwrote it on every attempt. The step summary has the sections; the step fails only with `required: true`.',
    remedy: 'Look at the pull request. If the section is missing, run the job again.',
  },
});

export type Reason = keyof typeof reasons;
