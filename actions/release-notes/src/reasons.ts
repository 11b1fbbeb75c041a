import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  written: {
    verdict: 'pass',
    meaning: 'The notes are in the outputs and in the step summary. No GitHub Release was requested.',
    remedy: 'Nothing.',
  },
  published: {
    verdict: 'pass',
    meaning: 'The GitHub Release is public and has these notes; it was read back.',
    remedy: 'Nothing.',
  },
  drafted: {
    verdict: 'pass',
    meaning: 'The draft of the GitHub Release has these notes; it was read back.',
    remedy: 'Publish the draft on GitHub when it is ready, or set `publish: release`.',
  },
  unchanged: {
    verdict: 'pass',
    meaning: 'The GitHub Release already had exactly these notes. Nothing was written.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The notes are in the outputs, and nothing was published because `dry-run` is set.',
    remedy: 'Nothing.',
  },
  incomplete: {
    verdict: 'unknown',
    meaning:
      'The notes may lack something that could not be read, and say what. Where one was requested, the GitHub Release has them. The step passes with a warning.',
    remedy: 'Read the end of the notes. Give the job the permission that they name, then run it again.',
  },
  'not-confirmed': {
    verdict: 'unknown',
    meaning: 'The GitHub Release was sent, but reading it back shows different notes or none.',
    remedy: 'Look at the release on GitHub, then run the step again; it corrects its own part only.',
  },
  'not-publishable': {
    verdict: 'fail',
    meaning: "The tag points to another commit, or the release's text would be longer than GitHub accepts.",
    remedy: 'Give another `tag`, or the commit of this tag as `to`. For a text that is too long, lower `max-length`.',
  },
});

export type Reason = keyof typeof reasons;
