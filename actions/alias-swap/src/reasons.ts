import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  swapped: {
    verdict: 'pass',
    meaning: 'everything shows the deployment',
    remedy: 'Read the message.',
  },
  'already-live': {
    verdict: 'pass',
    meaning: 'everything showed it before; nothing was changed',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'the plan holds; nothing was changed',
    remedy: 'Read the message.',
  },
  'candidate-not-ready': {
    verdict: 'fail',
    meaning: 'not READY',
    remedy: 'Read the message.',
  },
  'candidate-not-production': {
    verdict: 'fail',
    meaning: 'a preview: Vercel would build it anew, and nobody tested that build',
    remedy: 'Read the message.',
  },
  'candidate-of-other-project': {
    verdict: 'fail',
    meaning: 'not a deployment of this project',
    remedy: 'Read the message.',
  },
  'current-differs': {
    verdict: 'fail',
    meaning: 'not `expect-current`, or not what was planned on, is live',
    remedy: 'Read the message.',
  },
  superseded: {
    verdict: 'fail',
    meaning: 'the commit is behind or beside the live one',
    remedy: 'Read the message.',
  },
  'commit-order-unknown': {
    verdict: 'unknown',
    meaning: 'nobody could say which commit is newer',
    remedy: 'Read the message.',
  },
  'promotion-in-flight': {
    verdict: 'fail',
    meaning: 'Vercel is at work on another promotion or rollback',
    remedy: 'Read the message.',
  },
  'rolling-release': {
    verdict: 'fail',
    meaning: 'one is under way, or a promote would start one',
    remedy: 'Read the message.',
  },
  'evidence-missing': {
    verdict: 'fail',
    meaning: 'run the health gate on this deployment',
    remedy: 'Read the message.',
  },
  'evidence-stale': {
    verdict: 'fail',
    meaning: 'run the health gate on this deployment',
    remedy: 'Read the message.',
  },
  'evidence-not-for-candidate': {
    verdict: 'fail',
    meaning: 'run the health gate on this deployment',
    remedy: 'Read the message.',
  },
  'evidence-not-passed': {
    verdict: 'fail',
    meaning: 'run the health gate on this deployment',
    remedy: 'Read the message.',
  },
  'vercel-deploys-by-itself': {
    verdict: 'fail',
    meaning: 'pushes go live around every gate; the message has the exact setting',
    remedy: 'Read the message.',
  },
  'no-production-domains': {
    verdict: 'fail',
    meaning: 'nothing to move',
    remedy: 'Read the message.',
  },
  'alias-is-production-domain': {
    verdict: 'fail',
    meaning: 'moved as an alias it would leave pointer and cron jobs behind: use promote',
    remedy: 'Read the message.',
  },
  'alias-of-other-project': {
    verdict: 'fail',
    meaning: 'the name would be taken away from another project',
    remedy: 'Read the message.',
  },
  'promote-refused': {
    verdict: 'fail',
    meaning: 'Vercel said no; nothing was moved',
    remedy: 'Read the message.',
  },
  'promote-not-seen': {
    verdict: 'fail',
    meaning: 'the request was lost twice; nothing was moved',
    remedy: 'Read the message.',
  },
  'promote-failed': {
    verdict: 'fail',
    meaning: "Vercel's job came to a bad end; the undo brings back what moved",
    remedy: 'Read the message.',
  },
  'promote-skipped': {
    verdict: 'fail',
    meaning: "Vercel's job came to a bad end; the undo brings back what moved",
    remedy: 'Read the message.',
  },
  overtaken: {
    verdict: 'fail',
    meaning: "somebody else's promotion or rollback came in between",
    remedy: 'Read the message.',
  },
  overtook: {
    verdict: 'fail',
    meaning: 'somebody released between our last look and the promote; the undo gives it back to them',
    remedy: 'Read the message.',
  },
  'alias-refused': {
    verdict: 'fail',
    meaning: 'a name could not be moved, or somebody moved it in between and got it back',
    remedy: 'Read the message.',
  },
  'alias-conflict': {
    verdict: 'fail',
    meaning: 'a name could not be moved, or somebody moved it in between and got it back',
    remedy: 'Read the message.',
  },
  'swap-incomplete': {
    verdict: 'fail',
    meaning: 'the job is done, and some place shows something else',
    remedy: 'Read the message.',
  },
  'swap-unconfirmed': {
    verdict: 'unknown',
    meaning: 'not everything could be seen. In a release it is held: nothing is undone, a person decides',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
