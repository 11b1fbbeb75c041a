import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  deployed: {
    verdict: 'pass',
    meaning: 'The deployment is ready. A staged one has no traffic yet; any other has its domains.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The files were checked and counted. Nothing was sent, because `dry-run` is `true`.',
    remedy: 'Run the step without `dry-run`.',
  },
  'build-failed': {
    verdict: 'fail',
    meaning: 'The build failed on Vercel. Its last lines are in the log and in the summary.',
    remedy: 'Fix what the last lines show and deploy again.',
  },
  'build-misses-schema': {
    verdict: 'fail',
    meaning: 'The build failed because it reads a table or column that the database does not have yet.',
    remedy: 'Release with `order: migrate-first`, which applies the expand migrations before the build.',
  },
  'build-cancelled-on-vercel': {
    verdict: 'fail',
    meaning: 'The build was cancelled on Vercel, in its dashboard, by its CLI or by a newer build, not by this step.',
    remedy: 'Find out who or what cancelled it, then deploy again.',
  },
  'build-blocked': {
    verdict: 'fail',
    meaning: 'Vercel does not build this deployment until a member of the team approves it. The message says why.',
    remedy:
      'Approve it in the dashboard at the link in the message, or connect the commit author with the Vercel team.',
  },
  'checks-failed': {
    verdict: 'fail',
    meaning:
      'The build succeeded, and a deployment check of the project failed, so Vercel does not assign its domains.',
    remedy: 'Look at the checks in the dashboard at the link in the message, fix what they found and deploy again.',
  },
  'alias-failed': {
    verdict: 'fail',
    meaning: 'The build succeeded, and Vercel could not assign its domains.',
    remedy: "Correct the domain in the project's settings as the message says, then deploy again.",
  },
  'build-timeout': {
    verdict: 'unknown',
    meaning: 'The deployment was not ready within `build-timeout`. The post step cancels the build.',
    remedy: "Look at the build's log on Vercel; raise `build-timeout` where builds need longer.",
  },
  'build-cancelled-by-undo': {
    verdict: 'pass',
    step: 'post',
    meaning: 'The job ended while Vercel was still building, so this step cancelled the build.',
    remedy: 'Nothing.',
  },
  'nothing-to-cancel': {
    verdict: 'pass',
    step: 'post',
    meaning: 'No build was running: none was created, or it had ended already. The message says what it is now.',
    remedy:
      'Nothing, unless the message says that the deployment is live; then restore the release before it with the `rollback` action.',
  },
  'build-not-cancelled': {
    verdict: 'unknown',
    step: 'post',
    meaning: 'Vercel did not confirm that it cancelled the build, which may still be running.',
    remedy: 'Cancel the build in the dashboard at the link in the message.',
  },
});

export type Reason = keyof typeof reasons;
