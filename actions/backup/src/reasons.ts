import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with; `drill` and `status` end with the reasons of a list of checks. */
export const reasons = defineReasons({
  ...auditReasons,
  'backed-up': {
    verdict: 'pass',
    meaning: 'The backup is stored whole, with its manifest. A drill has yet to prove that it can be restored.',
    remedy: 'Nothing. Run `drill` regularly.',
  },
  restored: {
    verdict: 'pass',
    meaning: 'The backup was restored, and every object, row and sequence was compared with its manifest.',
    remedy: 'Nothing. Jobs of pg_cron are restored switched off: switch them on when this database is to act.',
  },
  'tables-restored': {
    verdict: 'pass',
    meaning: 'The rows of the named tables are back and were compared with the manifest.',
    remedy: 'Nothing.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The log says what the command would do. Nothing was changed because `dry-run` is set.',
    remedy: 'Nothing.',
  },
  'rows-hidden': {
    verdict: 'fail',
    meaning:
      'Row-level security hides rows of at least one table from the role of `database-url`. A backup by this role would miss them, so none was made.',
    remedy: 'Use a role with BYPASSRLS (on Supabase `postgres`), or the owner of the tables.',
  },
  'not-readable': {
    verdict: 'fail',
    meaning: 'The role of `database-url` may not read at least one table or sequence, so no backup was made.',
    remedy:
      'Grant SELECT on what the message names, use another role, or leave a whole schema out with `exclude-schemas`.',
  },
  'large-objects': {
    verdict: 'fail',
    meaning: 'The database has large objects (`pg_largeobject`), which a backup does not contain, so none was made.',
    remedy: 'Move them into a `bytea` column or into storage, or back up this database with `pg_dump`.',
  },
  'nothing-to-back-up': {
    verdict: 'fail',
    meaning: 'The database has no table of its own, so there is nothing to back up.',
    remedy: 'Check that `database-url` names the right database, and what `exclude-schemas` leaves out.',
  },
  'lock-timeout': {
    verdict: 'unknown',
    meaning: 'Another transaction held a lock on a table for longer than `lock-timeout`. No backup was made.',
    remedy: 'Run again at a quieter time, or raise `lock-timeout`.',
  },
  'gave-way': {
    verdict: 'unknown',
    meaning:
      'The backup ended early because another transaction waited for a table that it was reading, or because a migration began. No backup was made, and its locks are released.',
    remedy: 'Run again when no migration runs. A backup never makes a release wait.',
  },
  'took-too-long': {
    verdict: 'unknown',
    meaning: 'The backup was not finished within `max-duration`. No backup was made.',
    remedy: 'Raise `max-duration` or `parallel`, or leave the rows of large logs out with `exclude-rows`.',
  },
  'id-taken': {
    verdict: 'unknown',
    meaning: 'A manifest is already stored under the id of this backup, so this backup was not completed.',
    remedy: 'Run again: the next backup has another id.',
  },
  'no-backup': {
    verdict: 'fail',
    meaning: 'No finished backup is stored in `to`, or none with the id that was given.',
    remedy: 'Check `to` and `backup`, and the runs that should have made one.',
  },
  'scratch-is-source': {
    verdict: 'fail',
    meaning: 'The scratch server is the server that was backed up. Nothing was restored.',
    remedy: 'Use another server for drills, such as a service container of the job.',
  },
  'source-not-known': {
    verdict: 'fail',
    meaning:
      'Whether the scratch server is the server that was backed up could not be determined, because one of the two roles may not call `pg_control_system()`. Nothing was restored.',
    remedy: 'Grant EXECUTE on `pg_control_system()` to both roles, and make another backup.',
  },
  'scratch-not-empty': {
    verdict: 'fail',
    meaning: 'The database of `scratch-database-url` has tables of its own. Nothing was restored.',
    remedy: 'Use a server that is only for drills.',
  },
  'target-not-empty': {
    verdict: 'fail',
    meaning: 'The target has something in it: tables, or, for single tables, rows. Nothing was restored.',
    remedy: 'Create an empty database, or empty the tables that the message names.',
  },
  'not-confirmed': {
    verdict: 'fail',
    meaning: '`confirm-target` does not name the database of `target-database-url`. Nothing was restored.',
    remedy:
      'Type what the message names into `confirm-target`: HOST/DATABASE of the target, and for a Supabase project `db.REF.supabase.co/postgres`, whichever of its addresses the URL has.',
  },
  'not-in-backup': {
    verdict: 'fail',
    meaning: 'The backup does not have at least one of the tables in `tables`. Nothing was restored.',
    remedy: 'Write tables as `schema.table`, and choose a backup from before they were dropped.',
  },
  'backup-broken': {
    verdict: 'fail',
    meaning: 'The backup is damaged, was changed, or cannot be decrypted or read with what was given.',
    remedy: 'Read the message. Where the key is right, use another backup and find out what changed this one.',
  },
  'restore-differs': {
    verdict: 'fail',
    meaning: 'What is in the target now is not what the manifest describes. The target is not usable as it is.',
    remedy: 'Read the failed checks in the summary, drop the target database and restore into a new one.',
  },
  'restore-rolled-back': {
    verdict: 'fail',
    meaning:
      'The Supabase project refused a part of the backup, or what was restored into it differed from the manifest. The whole restore was rolled back, and the project is as it was.',
    remedy:
      'Read the failed checks in the summary: usually an extension or webhooks have to be switched on in the dashboard of the project first. Then restore again.',
  },
  'project-differs': {
    verdict: 'fail',
    meaning:
      'The services of the Supabase project have other versions of their schemas `auth` and `storage`, and rows of the backup do not fit into them. Nothing was restored.',
    remedy:
      'Read the named tables and columns. Restore into a project of the same or a newer version of Supabase, or leave those tables out of the backup with `exclude-rows`.',
  },
  'restore-not-verified': {
    verdict: 'unknown',
    meaning: 'The backup was restored and no check failed, but a part of it could not be restored or compared.',
    remedy: 'Read what was not verified in the summary, such as an extension that the target server does not have.',
  },
});

export type Reason = keyof typeof reasons;
