import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  passed: {
    verdict: 'pass',
    meaning: 'No job blocks: each succeeded, or ended in a way that its line in `policy` allows.',
    remedy: 'Nothing.',
  },
  'job-failed': {
    verdict: 'fail',
    meaning: 'At least one job failed, and no line in `policy` declares it advisory.',
    remedy: 'Open the failed job that the message names and fix what its log says.',
  },
  'job-did-not-run': {
    verdict: 'unknown',
    meaning:
      'A job was skipped or cancelled, or is missing from `needs`, and `policy` does not allow that. It has proven nothing, so it does not count as passed.',
    remedy:
      'Find out why the job did not run. If it may be skipped or cancelled, declare it in `policy` as `may-skip` or `may-cancel`; if it was renamed, correct `needs` and `jobs`.',
  },
  'nothing-to-judge': {
    verdict: 'unknown',
    meaning: 'The input `needs` contains no job, so there is nothing to judge.',
    remedy: 'List the jobs under `needs:` of the job that runs this action, and pass `toJSON(needs)`.',
  },
});

export type Reason = keyof typeof reasons;
