import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  written: {
    verdict: 'pass',
    meaning: 'the notes are written; nothing was to be published',
    remedy: 'Read the message.',
  },
  published: {
    verdict: 'pass',
    meaning: 'the GitHub Release has them, read back',
    remedy: 'Read the message.',
  },
  drafted: {
    verdict: 'pass',
    meaning: 'the draft has them, read back',
    remedy: 'Read the message.',
  },
  kept: {
    verdict: 'pass',
    meaning: 'the GitHub Release had them already',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'written, and nothing published',
    remedy: 'Read the message.',
  },
  incomplete: {
    verdict: 'unknown',
    meaning: 'something could not be read; the notes say what. The step passes with a warning',
    remedy: 'Read the message.',
  },
  'not-confirmed': {
    verdict: 'unknown',
    meaning: 'the GitHub Release was sent, and reading it back shows something else; run it again',
    remedy: 'Read the message.',
  },
  'not-publishable': {
    verdict: 'fail',
    meaning: "the tag is at another commit, or the release's text would be too long",
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
