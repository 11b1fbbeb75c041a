import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  staged: {
    verdict: 'pass',
    meaning: '`stage`: the deployment is written down and stands ready',
    remedy: 'Read the message.',
  },
  chosen: {
    verdict: 'pass',
    meaning: '`choose`: nothing speaks against the promotion of what the outputs name',
    remedy: 'Read the message.',
  },
  live: {
    verdict: 'pass',
    meaning: '`live`: a release is live; the outputs name it',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: '`stage`: would write it down; nothing was written',
    remedy: 'Read the message.',
  },
  'evidence-of-other-commit': {
    verdict: 'fail',
    meaning: 'the evidence does not belong to the commit',
    remedy: 'Read the message.',
  },
  'evidence-not-passed': {
    verdict: 'fail',
    meaning: 'the evidence does not say pass',
    remedy: 'Read the message.',
  },
  'evidence-stale': {
    verdict: 'fail',
    meaning: 'the evidence is older than `max-evidence-age`',
    remedy: 'Read the message.',
  },
  'deployment-unknown': {
    verdict: 'fail',
    meaning: '`stage`: the evidence names no deployment',
    remedy: 'Read the message.',
  },
  frozen: {
    verdict: 'fail',
    meaning: '`choose`: a freeze holds; the message names it. No rollback is kept back',
    remedy: 'Read the message.',
  },
  superseded: {
    verdict: 'fail',
    meaning: '`choose`: what is live is newer than this commit, or is not part of it',
    remedy: 'Read the message.',
  },
  'nothing-staged': {
    verdict: 'fail',
    meaning: '`choose`: nothing was staged for this line',
    remedy: 'Read the message.',
  },
  'not-staged': {
    verdict: 'fail',
    meaning: '`choose`: `deployment-id` was not staged for this line',
    remedy: 'Read the message.',
  },
  'candidate-gone': {
    verdict: 'fail',
    meaning: '`choose`: the project does not have that deployment',
    remedy: 'Read the message.',
  },
  'candidate-not-production': {
    verdict: 'fail',
    meaning: '`choose`: it was built for a preview or another environment',
    remedy: 'Read the message.',
  },
  'candidate-not-ready': {
    verdict: 'fail',
    meaning: '`choose`: Vercel does not call it READY',
    remedy: 'Read the message.',
  },
  'candidate-not-trusted': {
    verdict: 'fail',
    meaning: '`choose`: GitHub does not say that a workflow of a trusted branch staged it',
    remedy: 'Read the message.',
  },
  'release-not-trusted': {
    verdict: 'fail',
    meaning:
      "`choose`, same-commit: the release there was not one of a trusted branch's workflows, or its commit is on none of the branches",
    remedy: 'Read the message.',
  },
  'commit-not-trusted': {
    verdict: 'fail',
    meaning:
      "`choose`, same-commit: the release there was not one of a trusted branch's workflows, or its commit is on none of the branches",
    remedy: 'Read the message.',
  },
  'already-live': {
    verdict: 'fail',
    meaning: '`choose`: users have it',
    remedy: 'Read the message.',
  },
  'evidence-missing': {
    verdict: 'fail',
    meaning: "`choose`, same-commit: the other environment's release has no evidence",
    remedy: 'Read the message.',
  },
  'evidence-changed': {
    verdict: 'fail',
    meaning: '`choose`: what is there now is not what was approved',
    remedy: 'Read the message.',
  },
  'release-in-progress': {
    verdict: 'fail',
    meaning: '`choose`: another release or swap of this line is under way; the message links to its run',
    remedy: 'Read the message.',
  },
  'release-found-dead': {
    verdict: 'fail',
    meaning: '`choose`: a run ended without telling the end of its release: go on with `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'release-held': {
    verdict: 'fail',
    meaning: '`choose`: a release waits for a person: `release commit` or `rollback`',
    remedy: 'Read the message.',
  },
  'release-unresolved': {
    verdict: 'fail',
    meaning: '`choose`: a release ended, and nobody knows how: `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'swap-unresolved': {
    verdict: 'fail',
    meaning: '`choose`, `live`: a swap by itself ended, and nobody knows how: `rollback`, `to: finish`',
    remedy: 'Read the message.',
  },
  'nothing-released': {
    verdict: 'fail',
    meaning: '`live`, `choose` same-commit: there is no release',
    remedy: 'Read the message.',
  },
  'release-unsettled': {
    verdict: 'fail',
    meaning: '`live`, `choose` same-commit: one is under way, held, dead or unresolved',
    remedy: 'Read the message.',
  },
  'committed-too-recently': {
    verdict: 'fail',
    meaning:
      '`live`: users do not have that release for as long as `committed-for` asks; the message says from when on',
    remedy: 'Read the message.',
  },
  'release-changed': {
    verdict: 'fail',
    meaning: '`live`: users have another release than `expect-release`',
    remedy: 'Read the message.',
  },
  'candidate-not-live': {
    verdict: 'fail',
    meaning: '`live`: what Vercel serves is not what the release brought',
    remedy: 'Read the message.',
  },
  'commit-unknown': {
    verdict: 'fail',
    meaning: 'nobody says which commit it is',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
