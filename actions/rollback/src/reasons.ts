import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'rolled-back': {
    verdict: 'pass',
    meaning: 'traffic and schema are back',
    remedy: 'Read the message.',
  },
  'rolled-back-schema-kept': {
    verdict: 'pass',
    meaning: 'traffic is back; the message names the migrations that stay, and why',
    remedy: 'Read the message.',
  },
  'rolled-back-schema-shared': {
    verdict: 'unknown',
    meaning:
      'traffic is back, and the ledger says so; the schema stays, since another service, named in the message, released on this database since. When that can do without: `migrate`, `command: down`',
    remedy: 'Read the message.',
  },
  'rolled-back-crons-stayed': {
    verdict: 'unknown',
    meaning:
      'users are back, and the ledger says so; Vercel left the cron jobs on the newer deployment, so the schema stays. They move with the next release',
    remedy: 'Read the message.',
  },
  'already-there': {
    verdict: 'pass',
    meaning:
      'users had what was to be gone back to, which was read back: nothing was moved or taken down, and this is no rollback. A release that the ledger still called live is written down as gone',
    remedy: 'Read the message.',
  },
  'left-to-others': {
    verdict: 'pass',
    meaning: "what was to be finished is not live any more: users get somebody else's deployment, which stays",
    remedy: 'Read the message.',
  },
  completed: {
    verdict: 'pass',
    meaning: 'the release had gone through; now the ledger knows',
    remedy: 'Read the message.',
  },
  'nothing-to-finish': {
    verdict: 'pass',
    meaning: 'nothing waits for an end',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'nothing was changed',
    remedy: 'Read the message.',
  },
  'release-in-progress': {
    verdict: 'fail',
    meaning:
      'a run is at work on it: cancel it, wait, or let `interrupt` do so; with it, the run was cancelled and did not end',
    remedy: 'Read the message.',
  },
  'nothing-to-go-back-to': {
    verdict: 'fail',
    meaning: 'nobody wrote down what was live before',
    remedy: 'Read the message.',
  },
  'no-such-release': {
    verdict: 'fail',
    meaning: '`to` names no release that users once got',
    remedy: 'Read the message.',
  },
  'not-released': {
    verdict: 'fail',
    meaning: '`to` names no release that users once got',
    remedy: 'Read the message.',
  },
  overtaken: {
    verdict: 'fail',
    meaning: 'a release came after the look that `expect-newest` is from: start the rollback anew',
    remedy: 'Read the message.',
  },
  'foreign-release': {
    verdict: 'fail',
    meaning: "somebody else's deployment is live: it is not taken back",
    remedy: 'Read the message.',
  },
  'promotion-in-flight': {
    verdict: 'fail',
    meaning: 'Vercel is at work on another promotion or rollback',
    remedy: 'Read the message.',
  },
  'rolling-release': {
    verdict: 'fail',
    meaning: 'one is under way: complete or abort it first',
    remedy: 'Read the message.',
  },
  'target-not-ready': {
    verdict: 'fail',
    meaning: 'the deployment cannot be gone back to',
    remedy: 'Read the message.',
  },
  'target-never-live': {
    verdict: 'fail',
    meaning: 'the deployment cannot be gone back to',
    remedy: 'Read the message.',
  },
  'contract-applied': {
    verdict: 'fail',
    meaning: 'a contract migration stands between: see above',
    remedy: 'Read the message.',
  },
  'contract-not-undone': {
    verdict: 'fail',
    meaning: 'its way down failed; the traffic was not touched',
    remedy: 'Read the message.',
  },
  'schema-not-undone': {
    verdict: 'fail',
    meaning: 'traffic is back; a way down failed, or data loss was not allowed with `on-data-loss: fail`',
    remedy: 'Read the message.',
  },
  'schema-unresolved': {
    verdict: 'unknown',
    meaning: 'traffic is back; the database could not be asked: `to: finish`',
    remedy: 'Read the message.',
  },
  conflict: {
    verdict: ['fail', 'unknown'],
    meaning: 'as with [alias-swap](../alias-swap): the message says what shows what',
    remedy: 'Read the message.',
  },
  'no-previous-deployment': {
    verdict: ['fail', 'unknown'],
    meaning: 'as with [alias-swap](../alias-swap): the message says what shows what',
    remedy: 'Read the message.',
  },
  'undo-incomplete': {
    verdict: ['fail', 'unknown'],
    meaning: 'as with [alias-swap](../alias-swap): the message says what shows what',
    remedy: 'Read the message.',
  },
  'undo-unconfirmed': {
    verdict: ['fail', 'unknown'],
    meaning: 'as with [alias-swap](../alias-swap): the message says what shows what',
    remedy: 'Read the message.',
  },
  'inside-release': {
    verdict: 'fail',
    meaning: 'run it in a job of its own',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
