import { defineReasons } from '@lockstep/base';
import { archiveReasons } from './archive-reasons.ts';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  applied: {
    verdict: 'pass',
    meaning: '`up` applied at least one migration and recorded it.',
    remedy: 'Nothing.',
  },
  'nothing-to-apply': {
    verdict: 'pass',
    meaning:
      '`up` found nothing to apply in this phase: the database has every migration, or the pending ones wait for the contract phase.',
    remedy: 'Nothing. If the output `waiting` is not empty, run the workflow Contract after the release is committed.',
  },
  planned: {
    verdict: 'pass',
    meaning: '`plan` shows what `up` would do. Nothing was changed.',
    remedy:
      'Read the plan in the step summary. To apply exactly this plan, pass `plan-digest` as `expect-plan` to `up`.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'With `dry-run: true`, the command shows what it would do. Nothing was changed.',
    remedy: 'Run it again without `dry-run` to make the change.',
  },
  status: {
    verdict: 'pass',
    meaning: '`status` lists the migrations of the folder and of the database. Nothing was changed.',
    remedy: 'Nothing. The table in the step summary shows the state of each version.',
  },
  linted: {
    verdict: 'pass',
    meaning: '`lint` found nothing as severe as `fail-on`.',
    remedy: 'Nothing. Less severe findings are in the step summary.',
  },
  'unsafe-changes': {
    verdict: 'fail',
    meaning: '`lint` found at least one statement as severe as `fail-on`.',
    remedy:
      'Change the statement as its annotation says. Where it is safe, write `-- lockstep: allow RULE because REASON` before it.',
  },
  verified: {
    verdict: 'pass',
    meaning:
      '`verify` applied every checked migration, rolled it back and applied it again, and the schema was the same each time. Where a rollback loses rows and an archive can hold them, generated rows were restored from it (unless `verify-data` is `false`).',
    remedy: 'Nothing.',
  },
  'nothing-to-verify': {
    verdict: 'unknown',
    meaning: '`verify` found no pending migration, so it checked nothing. The step succeeds.',
    remedy: 'Nothing, or set `steps` to check the newest applied migrations too.',
  },
  'base-migrations-failed': {
    verdict: 'fail',
    meaning:
      '`verify` could not apply the earlier migrations to its empty test database, so the pending ones were not checked.',
    remedy:
      'Fix the migration that the message names. If it needs extensions or objects that no migration creates, set `shadow-database-url` to an empty database that has them.',
  },
  'verify-up-failed': {
    verdict: 'fail',
    meaning: '`verify` could not apply a migration to its test database. It is the first problem found.',
    remedy: 'Fix the statement that the annotation points to.',
  },
  'verify-down-failed': {
    verdict: 'fail',
    meaning: '`verify` applied a migration, and its down migration failed. It is the first problem found.',
    remedy: 'Fix the down migration so that it runs right after its migration.',
  },
  'verify-up-again-failed': {
    verdict: 'fail',
    meaning:
      '`verify` applied a migration and rolled it back, and could not apply it a second time. It is the first problem found.',
    remedy: 'Make the down migration remove everything that its migration creates.',
  },
  'verify-no-down-migration': {
    verdict: 'fail',
    meaning: '`verify` found a migration without a down migration. It is the first problem found.',
    remedy:
      'Write the down migration. If there is nothing to reverse, write one that holds only a comment with the reason.',
  },
  'verify-down-differs': {
    verdict: 'fail',
    meaning:
      '`verify` found that a down migration does not restore the schema as it was before its migration. It is the first problem found.',
    remedy:
      'Complete the down migration. The step summary lists the objects that differ. If it is the order of columns alone, which PostgreSQL cannot restore, see the limits of `verify` in the README.',
  },
  'verify-up-again-differs': {
    verdict: 'fail',
    meaning:
      '`verify` applied a migration again after its down migration, and the schema was not the same as the first time. It is the first problem found.',
    remedy:
      'Make migration and down migration independent of earlier runs. The step summary lists the objects that differ.',
  },
  'verify-data-differs': {
    verdict: 'fail',
    meaning:
      '`verify` rolled a migration back with an archive, applied it again and restored the archive, and generated rows were not the same as before. It is the first problem found.',
    remedy:
      'Read in the message which tables differ and why. Often the migration itself writes rows or values that are in the way when it is applied again, or a trigger changes what is restored. To accept it, set `verify-data: false`.',
  },
  'verify-data-not-tested': {
    verdict: 'unknown',
    meaning:
      'The schema was the same after `verify` applied, rolled back and applied each checked migration again, but for at least one migration it is not known whether an archive restores its rows. The step succeeds.',
    remedy:
      'Read in the message why, such as a table for which no rows could be generated. Test that rollback by hand, or set `verify-data: false` to check schemas only.',
  },
  adopted: {
    verdict: 'pass',
    meaning: '`adopt` recorded migrations as applied. It ran none of their SQL.',
    remedy: 'Nothing. Files that the message calls pending are applied by the next `up`.',
  },
  'import-differs': {
    verdict: 'fail',
    meaning:
      'A file was edited since the other tool applied it, or has the number of another migration. Nothing was changed.',
    remedy:
      'Restore the file as it was applied. If the difference is none for the schema, give the reason in `because`: then the file counts as what was applied.',
  },
  'import-incomplete': {
    verdict: 'fail',
    meaning: 'The other tool, or Lockstep, stopped in the middle of a migration. Nothing was changed.',
    remedy: 'Complete or revert it by hand, record that with the tool as the message says, and run this again.',
  },
  'import-unrelated': {
    verdict: 'fail',
    meaning: 'The history of the other tool names none of the files of the directory. Nothing was changed.',
    remedy: 'Set `directory` to the files that this database was migrated with, or `history-table` to their history.',
  },
  repaired: {
    verdict: 'pass',
    meaning: '`repair` corrected the record of one version. It ran no migration.',
    remedy: 'Nothing.',
  },
  'rolled-back': {
    verdict: 'pass',
    step: ['main', 'post'],
    meaning: 'Migrations were rolled back with the down migrations stored when they were applied, newest first.',
    remedy: 'Nothing. The output `rolled-back` lists the versions.',
  },
  'nothing-to-roll-back': {
    verdict: 'pass',
    step: ['main', 'post'],
    meaning: 'No applied migration is in the requested range. In the post step: this step applied nothing.',
    remedy: 'Nothing. If you expected a rollback, check `to`, `steps` and `release-id` against the command `status`.',
  },
  'data-loss': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'A down migration would delete user data, and `on-data-loss` is `fail`. That migration and all older ones stay applied.',
    remedy:
      'Run `command: down` with `on-data-loss: archive`, which copies the data that the message names first. Or save it yourself and use `on-data-loss: allow`.',
  },
  'kept-data': {
    verdict: 'pass',
    step: ['main', 'post'],
    meaning:
      'A down migration would delete user data, and `on-data-loss` is `keep`. That migration and all older ones stay applied.',
    remedy: 'Nothing: the old code works with the expanded schema. To roll back later, run `command: down`.',
  },
  'kept-after-traffic': {
    verdict: 'pass',
    step: 'post',
    meaning: 'The release failed after the candidate had received traffic, so the expanded schema stays applied.',
    remedy: 'Nothing: the old code works with the expanded schema. To roll back later, run `command: down`.',
  },
  'kept-shared-database': {
    verdict: 'pass',
    step: 'post',
    meaning:
      'Another service, named in the message, released on this database after the migrations were applied, so they stay applied.',
    remedy: 'Nothing. Once that service works without them, run `command: down`.',
  },
  'shared-database': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      '`on-failure: undo` asks for a rollback, but another service, named in the message, released on this database since. The migrations stay applied.',
    remedy: 'Find out whether that service works without them. If it does, run `command: down`.',
  },
  'traffic-not-confirmed': {
    verdict: 'unknown',
    step: 'post',
    meaning:
      '`on-failure: undo` asks for a rollback, but users may still reach the candidate: the traffic was not confirmed to be back, or skew protection keeps clients on it. The migrations stay applied.',
    remedy: 'Check which deployment is live. Once no client uses the candidate, run `command: down`.',
  },
  'undo-unresolved': {
    verdict: 'unknown',
    step: 'post',
    meaning: 'The post step could not finish the rollback, for instance because the database did not answer.',
    remedy: 'Run what the message names: the rollback action with `to: finish`, or `command: down`.',
  },
  'statement-failed': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning: 'PostgreSQL rejected a statement. The message has the SQLSTATE, the file and the line.',
    remedy: 'Fix the statement, or the rows that it fails on, and run the step again.',
  },
  'lock-timeout': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'A migration could not acquire a lock on a table within `lock-retry-for` and was rolled back. The message names the sessions that held it.',
    remedy: 'End or wait for those sessions and run again, or raise `lock-retry-for`.',
  },
  'statement-timeout': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning: 'A statement took longer than `statement-timeout` and was canceled.',
    remedy: 'Split the work into smaller statements, or raise `statement-timeout`.',
  },
  'history-write-failed': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning: 'The migration ran, but its record could not be written, so it was rolled back.',
    remedy: 'Fix what PostgreSQL reports, often missing rights on the schemas `supabase_migrations` or `lockstep`.',
  },
  'migration-lock-held': {
    verdict: 'unknown',
    meaning:
      'Another migration run held the migration lock of this database for all of `migration-lock-timeout`. Nothing was changed.',
    remedy: 'Wait until the session that the message names has ended and run again, or raise `migration-lock-timeout`.',
  },
  'migration-lock-lost': {
    verdict: ['fail', 'unknown'],
    step: ['main', 'post'],
    meaning: 'The connection no longer held the migration lock, so the migration was not run.',
    remedy: 'Connect to the server itself or to a pooler in session mode (port 5432), and run again.',
  },
  'checksum-mismatch': {
    verdict: 'fail',
    meaning: 'A migration file was edited after it was applied. Nothing was changed.',
    remedy:
      'Restore the file and put the change into a new migration. If the edit is only cosmetic, accept it with `command: repair`.',
  },
  'not-sql': {
    verdict: 'fail',
    meaning: 'A pending file holds text that the grammar of PostgreSQL does not accept. Nothing was changed.',
    remedy:
      'Fix the line that the message names. If your server accepts it, write `-- lockstep: allow not-sql because REASON` before it.',
  },
  'out-of-order': {
    verdict: 'fail',
    meaning: 'A pending file has an older version than the newest applied one. Nothing was changed.',
    remedy: 'Give the file a newer version, or set `allow-out-of-order: true`.',
  },
  'expand-behind-contract': {
    verdict: 'fail',
    meaning:
      'An expand file comes after a contract file that waits for the release to be committed, so it cannot be applied in this release. Nothing was changed.',
    remedy:
      'Apply the contract file first with the workflow Contract (`phase: contract`), or give it a later version than the expand file.',
  },
  'contract-behind-expand': {
    verdict: 'fail',
    meaning: 'With `phase: contract`, an expand file is pending before the contract files. Nothing was changed.',
    remedy: 'Release the expand file first, then run the contract phase.',
  },
  'no-such-version': {
    verdict: 'fail',
    meaning: 'The version in `to` is not in the folder (`up`), or is not applied (`down`). Nothing was changed.',
    remedy: 'Correct `to`. The command `status` lists the versions.',
  },
  'down-incomplete': {
    verdict: 'fail',
    meaning:
      'An earlier rollback stopped in the middle of a down migration, so the schema is neither the old nor the new one. Nothing was changed.',
    remedy: 'Finish the rollback with `command: down`, then run again.',
  },
  'foreign-history': {
    verdict: 'fail',
    meaning:
      'Another migration tool has already applied a pending file to this database, or left it incomplete. Nothing was changed.',
    remedy:
      'Record what is applied with `command: adopt` and `from: auto`, or complete or revert the file with the other tool.',
  },
  'folder-changed': {
    verdict: 'fail',
    meaning: 'The migrations of the folder are not the approved ones (`expect-folder`). Nothing was changed.',
    remedy: 'Review the migrations and approve again.',
  },
  'plan-changed': {
    verdict: 'fail',
    meaning:
      'The plan is neither the approved one (`expect-plan`) nor the remainder of it: files or the database have changed since. Nothing was changed.',
    remedy: 'Run `plan` again, review it and approve the new `plan-digest`.',
  },
  'newer-migrations-applied': {
    verdict: 'fail',
    meaning:
      'Newer migrations, which are not in the requested range, were applied after the ones to roll back. Nothing was rolled back.',
    remedy: 'Roll back the newer versions that the message names first, or leave the schema as it is.',
  },
  'down-not-stored': {
    verdict: 'fail',
    meaning:
      'The database has no down migration for a version to roll back: it was applied without one, or by another tool. Nothing was rolled back.',
    remedy: 'Write a new migration that reverses it.',
  },
  'digest-differs': {
    verdict: 'fail',
    meaning:
      'A down migration stored in the database is not the one that was recorded or approved. Nothing was rolled back.',
    remedy: 'Find out who changed the table `lockstep.migrations`, and restore the row or reverse the change by hand.',
  },
  ...archiveReasons,
});

export type Reason = keyof typeof reasons;
