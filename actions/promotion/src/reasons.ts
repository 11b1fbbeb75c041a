import { blockerReasons } from '@lockstep/action-kit/blocker';
import { refusalReasons } from '@lockstep/action-kit/refusals';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  staged: {
    verdict: 'pass',
    meaning: '`stage` recorded the deployment with its evidence; it can be promoted.',
    remedy: 'Nothing.',
  },
  chosen: {
    verdict: 'pass',
    meaning: '`choose` found what to promote, and nothing against it; the outputs name it.',
    remedy: 'Nothing.',
  },
  live: {
    verdict: 'pass',
    meaning: '`live` found a release that is live and as required; the outputs name it.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: '`stage` would record the deployment that the message names. Nothing was written.',
    remedy: 'Run it without `dry-run`.',
  },
  ...refusalReasons,
  'deployment-unknown': {
    verdict: 'fail',
    meaning: 'The evidence names no deployment, so `stage` does not know which one to record.',
    remedy: 'Pass the evidence that `health-gate` made for the staged deployment.',
  },
  'nothing-staged': {
    verdict: 'fail',
    meaning: 'No deployment is staged for this environment and service.',
    remedy: 'Stage a deployment first, and check `environment` and `service`.',
  },
  'not-staged': {
    verdict: 'fail',
    meaning:
      'The deployment that `deployment-id` names was not staged for this environment and service, so there is no evidence for it.',
    remedy: 'Name a staged deployment, or leave `deployment-id` empty to take the newest one.',
  },
  'candidate-gone': {
    verdict: 'fail',
    meaning: 'The Vercel project does not have the staged deployment any more.',
    remedy: 'Stage a deployment again.',
  },
  'candidate-not-production': {
    verdict: 'fail',
    meaning: 'The staged deployment was not built for production, so its settings are those of another environment.',
    remedy: 'Stage a deployment that is built with `target: production`.',
  },
  'candidate-not-ready': {
    verdict: 'fail',
    meaning: 'Vercel does not report the staged deployment as READY.',
    remedy: 'Stage a deployment again.',
  },
  'candidate-not-trusted': {
    verdict: 'fail',
    meaning: 'GitHub does not confirm that a workflow of a trusted branch staged the deployment.',
    remedy: 'Stage it again with the job `Stage` of a workflow on a trusted branch; `trusted-branches` names them.',
  },
  'release-not-trusted': {
    verdict: 'fail',
    meaning: 'GitHub does not confirm that a workflow of a trusted branch made the release of the other environment.',
    remedy: 'Release there again from a trusted branch; `trusted-branches` names them.',
  },
  'commit-not-trusted': {
    verdict: 'fail',
    meaning: 'The commit of the release of the other environment is on none of the trusted branches.',
    remedy: 'Merge the commit into a trusted branch first.',
  },
  'already-live': {
    verdict: 'fail',
    meaning: 'Users have this commit or deployment already, so there is nothing to promote.',
    remedy: 'Nothing, or stage something newer.',
  },
  'evidence-missing': {
    verdict: 'fail',
    meaning: 'The release of the other environment has no evidence: it was found live, or was begun without any.',
    remedy: 'Release there again with the evidence of `health-gate`.',
  },
  'evidence-changed': {
    verdict: 'fail',
    meaning: 'What would be promoted now is not what was approved: its evidence has another digest.',
    remedy: 'Request another approval for what is there now.',
  },
  ...blockerReasons,
  'nothing-released': {
    verdict: 'fail',
    meaning: 'The environment and service have no release.',
    remedy: 'Release there first, and check `environment`, `from-environment` and `service`.',
  },
  'release-unsettled': {
    verdict: 'fail',
    meaning:
      'A release of the environment is under way, held, dead or unresolved, so it is not certain what users have.',
    remedy:
      'Wait until the run that the message links to has ended. If the release is not finished then, run `rollback` with `to: finish`.',
  },
  'committed-too-recently': {
    verdict: 'fail',
    meaning:
      'The live release has not been live for as long as `committed-for` requires; the message says when it will have been.',
    remedy: 'Run it again at the time that the message gives.',
  },
  'release-changed': {
    verdict: 'fail',
    meaning: 'Another release is live than `expect-release` requires.',
    remedy: 'Decide again with the release that is live now.',
  },
  'candidate-not-live': {
    verdict: 'fail',
    meaning:
      'Vercel serves another deployment than the one that the newest release brought: production was changed outside of Lockstep.',
    remedy: 'Release again, or roll back.',
  },
  'commit-unknown': {
    verdict: 'fail',
    meaning: 'The commit of the deployment or release is not recorded.',
    remedy: 'Stage or release it again from a commit that Vercel knows.',
  },
});

export type Reason = keyof typeof reasons;
