import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'rolled-back': {
    verdict: 'pass',
    meaning:
      'Users have the target on every host that was read back, and the migrations of the releases that were rolled back are rolled back too.',
    remedy: 'Nothing.',
  },
  'rolled-back-schema-kept': {
    verdict: 'pass',
    meaning:
      'Users have the target. The migrations that the message names stay, for example because rolling them back would delete user data; the older code works with them.',
    remedy:
      'Nothing, as long as they may stay. To roll them back too, run `migrate` with `command: down` once the reason that the message gives no longer applies.',
  },
  'rolled-back-schema-shared': {
    verdict: 'unknown',
    meaning:
      'Users have the target, and the ledger has recorded that. The migrations stay because another service, which the message names, released on this database since and may need them.',
    remedy:
      'Find out whether the other service needs these migrations. Once it does not, run `migrate` with `command: down`.',
  },
  'rolled-back-crons-pending': {
    verdict: 'unknown',
    meaning:
      'Users have the target, and the ledger has recorded that. Vercel left the cron jobs on the newer deployment, so the schema stays as it is.',
    remedy: 'Release again: the next release moves the cron jobs.',
  },
  'already-there': {
    verdict: 'pass',
    meaning:
      'Users had the target already, which was read back, so nothing was moved or rolled back. A release that the ledger still called released is recorded as rolled back.',
    remedy: 'Nothing.',
  },
  'other-release-live': {
    verdict: 'pass',
    meaning:
      'The release that was to be finished is not live any more: users have a deployment that another user or tool released, and it stays. The ledger records the release as partly rolled back, since its migrations stay.',
    remedy: 'Check that the live deployment, which `rolled-back-to` names, is the one that you want.',
  },
  completed: {
    verdict: 'pass',
    meaning:
      'The release had been committed: its run succeeded and its deployment is live. Only the ledger did not know, and now it does.',
    remedy: 'Nothing.',
  },
  'nothing-to-finish': {
    verdict: 'pass',
    meaning: '`to: finish` found no dead, held or unresolved release and no unfinished swap or rollback.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The message says what would be done, and the log has the whole plan. Nothing was changed.',
    remedy: 'Run it without `dry-run` to carry the plan out.',
  },
  'release-in-progress': {
    verdict: 'fail',
    meaning:
      'The run of a release or of another rollback is still going, so this rollback changed nothing. With `cancel-running-release` that run was cancelled and did not end within `cancel-timeout`.',
    remedy:
      'Wait until the run that the message links to has ended, or cancel it, and start the rollback again. In an emergency set `cancel-running-release: true`.',
  },
  'no-rollback-target': {
    verdict: 'fail',
    meaning:
      'There is nothing to roll back to: the line has no release, or what was live before it is not recorded in the ledger.',
    remedy: 'Set `to` to the id of the release or deployment that users are to get.',
  },
  'no-such-release': {
    verdict: 'fail',
    meaning:
      'The ledger has no release of this environment and service with the id that `to` gives, or no longer has one that the rollback to be resumed was to roll back.',
    remedy:
      'Copy the id of a release or deployment from the deployments page of the repository, and check `service`. To resume a rollback, set `to` to the deployment that users are to get.',
  },
  'not-released': {
    verdict: 'fail',
    meaning: 'The release that `to` names never became live, or was rolled back itself, so it cannot be a target.',
    remedy: 'Name a release that was live, or the deployment id.',
  },
  'rollback-unfinished': {
    verdict: 'fail',
    meaning:
      'An earlier rollback moved users to its target and did not finish, and `to` names another target. Nothing was changed.',
    remedy: 'Finish that rollback first, with `to: finish`, then start this one again.',
  },
  'newer-release': {
    verdict: 'fail',
    meaning:
      'A release was committed after the plan that `expect-newest` comes from, and this rollback would roll it back too.',
    remedy: 'Start the rollback again, and check the new plan.',
  },
  'foreign-release': {
    verdict: 'fail',
    meaning:
      'Another user or tool changed production since, and its deployment is live. It is never rolled back without being named; nothing was changed.',
    remedy:
      "Decide which deployment users are to get. Promote it in Vercel's dashboard, or release again; the next release records what it finds live.",
  },
  'promotion-in-flight': {
    verdict: 'fail',
    meaning: 'Vercel is still working on another promotion or rollback of this project. Nothing was changed.',
    remedy: 'Wait until it has ended, then start the rollback again.',
  },
  'rolling-release': {
    verdict: 'fail',
    meaning:
      'A rolling release is under way on Vercel, of another deployment than the one that is rolled back, or from another one than the target. Nothing was changed.',
    remedy:
      'If a release of Lockstep began it, run `rollback` with `to: finish`, which aborts it. Else complete or abort it on Vercel, then start the rollback again.',
  },
  'target-not-ready': {
    verdict: 'fail',
    meaning: 'The target is not a READY production deployment, so it cannot get the traffic. Nothing was changed.',
    remedy: 'Choose an older release with `to`, or build the commit again and release it.',
  },
  'target-never-live': {
    verdict: 'fail',
    meaning: 'The target never had production traffic, so this would be a release and not a rollback.',
    remedy: 'Release that deployment, or choose one that was live.',
  },
  'contract-applied': {
    verdict: 'fail',
    meaning:
      'A contract migration was applied since the target was live. It removed something that the code of the target needs, and not everything that it deleted can be restored: it was not archived, the archive is gone, too old or changed, or users have since written or deleted rows whose values would be restored. Nothing was changed.',
    remedy:
      'Do what the message says, such as extending the archive, or release a fix instead. If that is impossible, set `on-data-loss: allow`: the contract migration is rolled back before the traffic, and data that it deleted is not restored.',
  },
  'contract-not-confirmed': {
    verdict: 'fail',
    meaning:
      'The rollback goes past a contract migration whose deleted data is archived completely, and no one has confirmed this very plan: nothing was typed, or what would be done has changed since. The plan shows how old the archive is and what was written since. Nothing was changed.',
    remedy: 'Read the plan. To carry it out, set `confirm-contract` to the two words that the message names.',
  },
  'contract-data-not-restored': {
    verdict: 'fail',
    meaning:
      'A contract migration was rolled back, and not everything that it deleted could be restored from the archive: some rows are conflicts, or an archive is gone. The traffic was not touched: users still have the newer release, whose code works with the schema as it is.',
    remedy:
      'Look at the rows that the message names and decide for each, then resume with `to: finish`. To continue without them, delete that archive with `migrate`, `command: remove-archive` and a reason, or set `on-data-loss: allow`.',
  },
  'contract-not-undone': {
    verdict: 'fail',
    meaning:
      'The down migration of a contract migration failed, so the traffic was not touched: users still have the newer release.',
    remedy: 'Fix what the message names, then resume with `to: finish`.',
  },
  'schema-not-undone': {
    verdict: 'fail',
    meaning:
      'Users have the target. A down migration failed, or would have deleted user data with `on-data-loss: fail`; the migrations that the message names stay.',
    remedy:
      'Nothing is urgent: the older code works with them. Fix what the message names and run `migrate` with `command: down`.',
  },
  'schema-unresolved': {
    verdict: 'unknown',
    meaning: 'Users have the target. The database could not be asked how far the schema was rolled back.',
    remedy: 'Resume with `to: finish` once the database answers.',
  },
  conflict: {
    verdict: ['fail', 'unknown'],
    meaning:
      'While the traffic moved, another user or tool moved it too. The rollback did not fight that; the message says which host shows which deployment.',
    remedy: 'Decide which deployment users are to get, then resume with `to: finish`.',
  },
  'no-previous-deployment': {
    verdict: ['fail', 'unknown'],
    meaning: 'A host showed nothing before the swap that is rolled back, so there is no deployment to move it to.',
    remedy: 'Set `to` to the deployment that users are to get.',
  },
  'undo-incomplete': {
    verdict: ['fail', 'unknown'],
    meaning: 'Some hosts still show the deployment that was to be rolled back; the message names them.',
    remedy: 'Resume with `to: finish`. Where Vercel refused, fix what it says first.',
  },
  'undo-unconfirmed': {
    verdict: ['fail', 'unknown'],
    meaning: 'Vercel says that the traffic moved, but reading it back did not confirm that on every host.',
    remedy: 'Open the hosts that the message names, then resume with `to: finish`.',
  },
  'inside-release': {
    verdict: 'fail',
    meaning: 'The job has a release of its own, whose steps undo themselves when it fails.',
    remedy: 'Run `rollback` in a job that begins no release.',
  },
});

export type Reason = keyof typeof reasons;
