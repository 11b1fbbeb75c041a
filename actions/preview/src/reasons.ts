import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  made: {
    verdict: 'pass',
    meaning: 'the database is new',
    remedy: 'Read the message.',
  },
  'already-there': {
    verdict: 'pass',
    meaning: "the database was there, and is this pull request's",
    remedy: 'Read the message.',
  },
  'taken-away': {
    verdict: 'pass',
    meaning: 'what was left is gone',
    remedy: 'Read the message.',
  },
  'nothing-left': {
    verdict: 'pass',
    meaning: 'there was nothing to take away',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'looked and printed',
    remedy: 'Read the message.',
  },
  'no-pull-request': {
    verdict: 'fail',
    meaning: 'nobody says which pull request `open` is for',
    remedy: 'Read the message.',
  },
  'still-open': {
    verdict: 'fail',
    meaning: 'the pull request is open; nothing was taken away',
    remedy: 'Read the message.',
  },
  'something-left': {
    verdict: 'unknown',
    meaning: 'some of it may still be there; run it again',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
