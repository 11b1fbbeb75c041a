import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  created: {
    verdict: 'pass',
    meaning: 'A new database was created for the pull request. `database-url` leads to it.',
    remedy: 'Nothing.',
  },
  'already-there': {
    verdict: 'pass',
    meaning: "The pull request's database existed already and is used again.",
    remedy: 'Nothing. To start from an empty database, set `fresh: true`.',
  },
  removed: {
    verdict: 'pass',
    meaning: 'The databases and deployments of closed pull requests were deleted. `removed` and `dropped` list them.',
    remedy: 'Nothing.',
  },
  'nothing-to-remove': {
    verdict: 'pass',
    meaning: 'No closed pull request has a database or a deployment left.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The log says what would be created or deleted. Nothing was changed because `dry-run` is set.',
    remedy: 'Nothing.',
  },
  'no-pull-request': {
    verdict: 'fail',
    meaning: 'The event has no pull request and `pull-request` is empty, so `open` does not know which one it is for.',
    remedy: 'Run on `pull_request`, or give the number in `pull-request`.',
  },
  'still-open': {
    verdict: 'fail',
    meaning: 'The pull request is still open. Nothing was deleted.',
    remedy: 'Run `close` on `pull_request: { types: [closed] }`, or close the pull request first.',
  },
  'cleanup-incomplete': {
    verdict: 'unknown',
    meaning: 'Some databases or deployments could not be deleted, or it is not known whether they were.',
    remedy: 'Correct what the message names, such as missing rights of a token, and run `close` again.',
  },
});

export type Reason = keyof typeof reasons;
