import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'restore-point-available': {
    verdict: 'pass',
    meaning: 'Supabase made the restore point, and it was read back by its name as available.',
    remedy: 'Nothing. To restore the database to it, follow the README of the action.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The database is the one of the project, and a restore point would be made. Nothing was changed.',
    remedy: 'Run it without `dry-run`.',
  },
  'other-project': {
    verdict: 'fail',
    meaning:
      '`database-url` leads to the database of another Supabase project than `supabase-project`, so a restore point would protect the wrong one. None was made.',
    remedy: 'Correct `supabase-project`, or the secret that `database-url` takes its value from.',
  },
  'project-not-known': {
    verdict: 'unknown',
    meaning:
      'Neither the address in `database-url` nor the Management API shows whether the database is the one of `supabase-project`. No restore point was made.',
    remedy:
      'Use an address of Supabase in `database-url`: `db.REF.supabase.co`, or the session pooler with the user `postgres.REF`.',
  },
  'restore-point-not-offered': {
    verdict: 'unknown',
    meaning:
      'Supabase has no restore points for this project: its plan lacks them, or the token does not see the project. None was made.',
    remedy:
      'Check the plan of the organization and `supabase-project`. Without restore points, require a backup instead; `on-unknown: warn` continues without one.',
  },
  'restore-point-refused': {
    verdict: 'fail',
    meaning: 'Supabase refused to make a restore point, and none was made. The message has its answer.',
    remedy:
      'Check that `supabase-token` is accepted and has the permissions `backups_write` and `backups_read`. If it has, the plan may lack restore points: require a backup instead.',
  },
  'restore-point-failed': {
    verdict: 'fail',
    meaning: 'Supabase began to make the restore point, and reports that it failed or was removed again.',
    remedy: 'Run again. If it fails again, ask the support of Supabase, and require a backup meanwhile.',
  },
  'restore-point-not-ready': {
    verdict: 'unknown',
    meaning: 'Supabase was still making the restore point when `ready-within` was over.',
    remedy: 'Run again: another one is made. Raise `ready-within` if it takes that long.',
  },
  'restore-point-not-confirmed': {
    verdict: 'unknown',
    meaning:
      'Supabase did not answer, or answered that the restore point was made and then did not find it. It may exist or not.',
    remedy: 'Run again: another one is made. See status.supabase.com if it does not help.',
  },
});

export type Reason = keyof typeof reasons;
