import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  swapped: {
    verdict: 'pass',
    meaning: 'The deployment is live: every production domain and pointer was read back and shows it.',
    remedy: 'Nothing.',
  },
  'already-live': {
    verdict: 'pass',
    meaning: 'The deployment was live everywhere before this step, so nothing was changed.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The swap would be allowed. Nothing was changed, because `dry-run` is `true`.',
    remedy: 'Read the plan in the summary, then run the step without `dry-run`.',
  },
  'candidate-not-ready': {
    verdict: 'fail',
    meaning: 'The deployment in `deployment-id` is not READY on Vercel: it is still building, failed or was cancelled.',
    remedy: 'Wait for its build, or deploy again and pass the new id.',
  },
  'candidate-not-production': {
    verdict: 'fail',
    meaning:
      'The deployment was built as a preview. Vercel would build it again for production, and that second build would go live untested.',
    remedy: 'Deploy with `target: production`, test that deployment and pass its id.',
  },
  'candidate-of-other-project': {
    verdict: 'fail',
    meaning: 'The deployment in `deployment-id` belongs to another Vercel project.',
    remedy: 'Correct `deployment-id` or `vercel-project`.',
  },
  'current-differs': {
    verdict: 'fail',
    meaning:
      'Another deployment is live than the one in `expect-current`, or than the one that was live when the swap was planned. Another release came in between.',
    remedy: 'Deploy and test again on top of what is live now.',
  },
  superseded: {
    verdict: 'fail',
    meaning:
      'The commit of the deployment is older than the live commit, or diverged from it: the swap would remove code that users have now.',
    remedy:
      'Merge or rebase onto the live commit and release again. To return to an earlier release on purpose, use the `rollback` action, or set `require-newer-commit: false`.',
  },
  'commit-order-unknown': {
    verdict: 'unknown',
    meaning: 'GitHub could not say whether the commit of the deployment contains the live commit.',
    remedy:
      'Make sure that both commits are in this repository and that `github-token` has `contents: read`, or set `require-newer-commit: false`.',
  },
  'promotion-in-flight': {
    verdict: 'fail',
    meaning: 'Vercel is still working on another promotion or rollback of this project.',
    remedy: 'Wait until it has ended, then run the step again.',
  },
  'rolling-release': {
    verdict: 'fail',
    meaning:
      'A rolling release is under way, or the project has them switched on, so that `strategy: promote` would start one.',
    remedy:
      'Complete or abort the rolling release that is under way; with `strategy: promote`, set `strategy: rolling` or switch rolling releases off in the settings of the project.',
  },
  'rolling-not-enabled': {
    verdict: 'fail',
    meaning: '`strategy` is `rolling`, and the project has rolling releases switched off. Nothing was changed.',
    remedy:
      'Switch rolling releases on in the settings of the project on Vercel, which needs a plan that has them, or use `strategy: promote`.',
  },
  'rolling-not-available': {
    verdict: 'fail',
    meaning:
      "`strategy` is `rolling`, and Vercel does not show the project's rolling releases: its plan or the token does not allow them. Nothing was changed.",
    remedy: 'Check the plan of the team and the access of `vercel-token`, or use `strategy: promote`.',
  },
  'rolling-automatic': {
    verdict: 'fail',
    meaning:
      'The stages that the project is configured with advance after a time, so that the candidate would get more users before a health gate decided. Nothing was changed.',
    remedy: 'Set the stages to manual approval in the settings of the project, or give `stages`.',
  },
  'rolling-without-stages': {
    verdict: 'fail',
    meaning: 'The project is configured without a stage below 100 %, so all users would get the candidate at once.',
    remedy: 'Add a stage in the settings of the project, or give `stages`.',
  },
  'evidence-missing': {
    verdict: 'fail',
    meaning: '`max-evidence-age` is set, and no `evidence` was passed that the deployment is healthy.',
    remedy: 'Run `health-gate` on this deployment and pass its output `evidence`.',
  },
  'evidence-stale': {
    verdict: 'fail',
    meaning: 'The evidence is older than `max-evidence-age`, or dated in the future.',
    remedy: 'Run `health-gate` on this deployment again, or allow a greater age.',
  },
  'evidence-not-for-candidate': {
    verdict: 'fail',
    meaning: 'The evidence was collected for another deployment than the one in `deployment-id`.',
    remedy: 'Run `health-gate` on this deployment and pass that evidence.',
  },
  'evidence-not-passed': {
    verdict: 'fail',
    meaning: 'The evidence says that the health gate failed or could not decide.',
    remedy: 'Fix what the health gate found, deploy, and run it again.',
  },
  'git-auto-deploy-enabled': {
    verdict: 'fail',
    meaning:
      'The project is connected to Git, and Vercel deploys pushes to production automatically: they would go live without any gate.',
    remedy:
      'Disable it with `git.deploymentEnabled` in `vercel.json`, as the message shows, then confirm with `skip-git-deployment-check: true`.',
  },
  'no-production-domains': {
    verdict: 'fail',
    meaning: 'The project has no verified production domain, so there is no traffic to move.',
    remedy: 'Add a domain to the project on Vercel, or use `strategy: alias` with names in `aliases`.',
  },
  'alias-is-production-domain': {
    verdict: 'fail',
    meaning:
      'A name in `aliases` is a production domain. Moved as an alias it would leave the production pointer and the cron jobs on the old deployment.',
    remedy: 'Use `strategy: promote`, which moves all of them together.',
  },
  'alias-of-other-project': {
    verdict: 'fail',
    meaning: 'A name in `aliases` belongs to another Vercel project, which would lose it.',
    remedy: 'Remove the name from the other project first, or leave it out of `aliases`.',
  },
  'promote-refused': {
    verdict: 'fail',
    meaning: 'Vercel refused the promote. No traffic was moved.',
    remedy: "Follow Vercel's own words in the message, then run the step again.",
  },
  'promote-not-seen': {
    verdict: 'fail',
    meaning: 'The request to promote was lost twice: Vercel shows no such job. No traffic was moved.',
    remedy: "Check Vercel's status page and the network of the runner, then run the step again.",
  },
  'promote-failed': {
    verdict: 'fail',
    meaning: "Vercel's promote job failed, and some places may show the new deployment. The post step restores them.",
    remedy: "Look for the cause in the project's dashboard, and release again once the post step has passed.",
  },
  'promote-skipped': {
    verdict: 'fail',
    meaning:
      'Vercel skipped its promote job, and some places may show the new deployment. The post step restores them.',
    remedy: "Look for the cause in the project's dashboard, and release again once the post step has passed.",
  },
  'superseded-by-other-promotion': {
    verdict: 'fail',
    meaning: 'Another promotion or rollback, not started by this step, replaced this one while it was running.',
    remedy: 'Find out who started it; release again on top of what is live now.',
  },
  'displaced-other-release': {
    verdict: 'fail',
    meaning:
      'Another release went live between the last check and this promote, and was replaced by it. The post step restores that release.',
    remedy: 'Release again on top of the restored release.',
  },
  'alias-refused': {
    verdict: 'fail',
    meaning: 'Vercel refused to move a name in `aliases`. The post step restores the names that were moved before it.',
    remedy: "Follow Vercel's own words in the message, then run the step again.",
  },
  'alias-conflict': {
    verdict: 'fail',
    meaning:
      'Another user moved one of the names at the same time. The name was left to, or restored for, their deployment.',
    remedy: 'Agree on which deployment the name should show, then run the step again.',
  },
  'swap-incomplete': {
    verdict: 'fail',
    meaning: 'Vercel reported success, but a domain, pointer or host still shows another deployment.',
    remedy: 'Look at the places that the message names; release again once the post step has restored the traffic.',
  },
  'swap-unconfirmed': {
    verdict: 'unknown',
    meaning:
      'Not every place could be read back, so it is not certain that the deployment is live everywhere. Inside a release nothing is undone and the release is held for a person to decide.',
    remedy:
      'Look at what is live, then complete the release or roll it back with the `rollback` action and the id of the release (`to: finish`).',
  },
  'rollout-not-configured': {
    verdict: 'fail',
    meaning: 'Vercel did not take over the stages of the rolling release. No user got the candidate.',
    remedy: "Follow Vercel's own words in the message, then run the step again.",
  },
  'rollout-not-started': {
    verdict: 'fail',
    meaning: 'Vercel refused to start the rolling release, or does not show one. No user got the candidate.',
    remedy: "Follow Vercel's own words in the message, then run the step again.",
  },
  'stage-failed': {
    verdict: 'fail',
    meaning:
      'The health gate of a stage found the candidate unhealthy, or worse than the current deployment in the same minutes. The post step aborts the rolling release.',
    remedy: 'Look at the stage in the summary, fix the app, and release again.',
  },
  'stage-unknown': {
    verdict: 'unknown',
    meaning:
      'The health gate of a stage could not decide. Inside a release nothing is undone: the stage stays as it is, and the release is held for a person to decide.',
    remedy:
      'Look at both deployments, then roll back with the `rollback` action (`to: finish`), or complete the rolling release on Vercel and run `release` with `command: commit`.',
  },
  'rollout-paused': {
    verdict: 'unknown',
    meaning:
      'Vercel paused the rolling release, as its own gate does after 5xx errors. Inside a release nothing is undone: the stage stays as it is, and the release is held for a person to decide.',
    remedy:
      'Look at the errors on Vercel, then roll back with the `rollback` action (`to: finish`), or complete the rolling release on Vercel and run `release` with `command: commit`.',
  },
  'rollout-queued': {
    verdict: 'unknown',
    meaning:
      'All stages passed, and another deployment was promoted meanwhile: Vercel queued it, and would roll it out as soon as this one has all users, without any gate. Inside a release nothing is undone: the last stage stays as it is, and the release is held for a person to decide.',
    remedy:
      'Find out who promoted it. Then roll back with the `rollback` action (`to: finish`), which also ends the queue, or complete the rolling release on Vercel and run `release` with `command: commit`.',
  },
  'rollout-aborted': {
    verdict: 'fail',
    meaning:
      "The rolling release was ended while its stages were watched, by Vercel's own gate or by a person. Users have the previous deployment.",
    remedy: "Look for the cause in the project's dashboard, fix the app, and release again.",
  },
  'rollout-replaced': {
    verdict: 'fail',
    meaning: 'Another deployment was rolled out or promoted while the stages were watched.',
    remedy: 'Find out who started it; release again on top of what is live now.',
  },
  'rollout-advances': {
    verdict: 'fail',
    meaning:
      'The rolling release that Vercel started advances automatically, before a health gate could decide. The post step aborts it.',
    remedy: 'Set the stages to manual approval in the settings of the project, then release again.',
  },
  'rollout-late': {
    verdict: 'unknown',
    meaning:
      'Vercel did not start, approve or complete a stage in time, or could not be read. Inside a release nothing is undone: the stage stays as it is, and the release is held for a person to decide.',
    remedy:
      'Look at the rolling release on Vercel, then roll back with the `rollback` action (`to: finish`), or complete it and run `release` with `command: commit`.',
  },
  'swap-undone': {
    verdict: 'pass',
    step: 'post',
    meaning: 'The swap was undone: users have the previous deployment again.',
    remedy: 'Fix why the job failed, then release again.',
  },
  conflict: {
    verdict: 'fail',
    step: 'post',
    meaning: "Another user's release or alias change came after this swap, so it was left as it is.",
    remedy:
      'Check that what is live is what you want, then resolve the release with the `rollback` action, `to: finish`.',
  },
  'no-previous-deployment': {
    verdict: 'fail',
    step: 'post',
    meaning: 'The swap cannot be undone: nothing was live before it, so the new deployment stays live.',
    remedy: 'Fix the app and release again, or remove the domain from the project.',
  },
  'crons-pending': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      'Users have the previous deployment again, but the cron jobs still run on the new one: Vercel moves cron jobs only with a new deployment.',
    remedy: 'Release again, so that the cron jobs follow the new deployment.',
  },
  'undo-incomplete': {
    verdict: 'fail',
    step: 'post',
    meaning: 'The undo was attempted, and a domain, pointer or host still shows the new deployment.',
    remedy: 'Look at the places that the message names, then run the `rollback` action with `to: finish`.',
  },
  'undo-unconfirmed': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      'The undo was requested, but not every place could be read back, so users may still have the new deployment.',
    remedy: 'Look at what is live, then run the `rollback` action with `to: finish`.',
  },
});

export type Reason = keyof typeof reasons;
