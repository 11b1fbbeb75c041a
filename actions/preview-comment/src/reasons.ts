import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  posted: {
    verdict: 'pass',
    meaning: 'the comment says it',
    remedy: 'Read the message.',
  },
  unchanged: {
    verdict: 'pass',
    meaning: 'it said the same already',
    remedy: 'Read the message.',
  },
  superseded: {
    verdict: 'pass',
    meaning: 'a newer run has written these sections; nothing was overwritten',
    remedy: 'Read the message.',
  },
  written: {
    verdict: 'pass',
    meaning: 'the untrusted half wrote its data',
    remedy: 'Read the message.',
  },
  'merge-queue': {
    verdict: 'pass',
    meaning: 'silent: nobody reads comments there',
    remedy: 'Read the message.',
  },
  'no-pull-request': {
    verdict: 'pass',
    meaning: 'no open pull request has this commit as its head',
    remedy: 'Read the message.',
  },
  'several-pull-requests': {
    verdict: 'pass',
    meaning: 'more than one has, and nothing says which; nothing was posted',
    remedy: 'Read the message.',
  },
  'nothing-to-post': {
    verdict: 'pass',
    meaning:
      'no section was given, or none has anything to say and there is no comment; a closed pull request has no comment',
    remedy: 'Read the message.',
  },
  'nothing-to-fold': {
    verdict: 'pass',
    meaning:
      'no section was given, or none has anything to say and there is no comment; a closed pull request has no comment',
    remedy: 'Read the message.',
  },
  'summary-only': {
    verdict: 'pass',
    meaning: 'the token may not comment; the summary has the section',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'printed, nothing was posted',
    remedy: 'Read the message.',
  },
  'hostile-data': {
    verdict: 'fail',
    meaning: 'the artifact is not what the untrusted half writes; nothing was posted',
    remedy: 'Read the message.',
  },
  refused: {
    verdict: 'fail',
    meaning: 'GitHub refused the comment; a warning, unless `required`',
    remedy: 'Read the message.',
  },
  unconfirmed: {
    verdict: 'unknown',
    meaning: 'the answer was lost, or other jobs wrote over it again and again; a warning, unless `required`',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
