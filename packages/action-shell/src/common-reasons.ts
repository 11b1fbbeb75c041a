import { defineReasons } from '@lockstep/base';

/** What every step may end with, whatever it does. */
export const commonReasons = defineReasons({
  'invalid-input': {
    verdict: 'fail',
    meaning: 'An input, or two of them together, cannot be used. Nothing was changed.',
    remedy: 'Correct the inputs that the message names; it lists all of them, with what was expected.',
  },
  'remote-error': {
    verdict: 'unknown',
    meaning: 'A service (Vercel, GitHub, the database, …) refused the request, failed or did not answer.',
    remedy:
      "Read the message: it names the service, the status and the request. Check the service's status page and the token, then run the step again.",
  },
  cancelled: {
    verdict: 'unknown',
    meaning: 'The run was cancelled before the step had an answer.',
    remedy: 'Run it again. If it was changing something, the post step says what was undone.',
  },
  deadline: {
    verdict: 'unknown',
    meaning: 'The time allowed for the step was over before it had an answer.',
    remedy: 'Find out what was slow in the log, or allow more time with the input that the message names.',
  },
  'internal-error': {
    verdict: 'unknown',
    meaning: 'A fault of Lockstep itself.',
    remedy: 'Run it again with debug logging and report it with that log.',
  },
});

/** What the post step of every action that can undo may say. */
export const undoReasons = defineReasons({
  'nothing-to-undo': {
    verdict: 'pass',
    step: 'post',
    meaning: 'The step had changed nothing that would have to be undone.',
    remedy: 'Nothing.',
  },
  'kept-by-request': {
    verdict: 'pass',
    step: 'post',
    meaning: 'The job failed, and what the step did stays because `on-failure` is `keep`.',
    remedy: 'Undo it yourself where it should not stay; the message says what it is.',
  },
  'journal-lost': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      "The release's journal is gone or damaged, so the undo step does not know how the release ended. Traffic is moved back only if the job failed and the ledger says that nothing was committed.",
    remedy: 'Resolve the release with the `rollback` command that the message gives.',
  },
  'commit-not-confirmed': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      'The journal says that the release was committed, the ledger does not, and the job failed. Nothing was undone.',
    remedy: 'Look at what is live, then resolve the release with the `rollback` command that the message gives.',
  },
});

export type CommonReason = keyof typeof commonReasons | keyof typeof undoReasons;
