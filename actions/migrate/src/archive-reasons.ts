import { defineReasons } from '@lockstep/base';

/** What steps end with that archive data, restore it, or manage what is archived. */
export const archiveReasons = defineReasons({
  'archive-too-large': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'A migration was to archive what it deletes (`archive` for a contract migration, `on-data-loss: archive` for a down migration), and that is more rows or bytes than `archive-limit` allows. It was not run, and nothing of it was changed.',
    remedy:
      'Raise `archive-limit`. Or save the data that the message names in advance, and run it again with `archive: never` or `on-data-loss: allow`.',
  },
  'archive-lock-limit': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'A migration could not archive what it deletes and run within `archive-lock-limit`, or within what was left of the undo. Nothing of it was changed.',
    remedy: 'Run it again when the database is less busy, or raise `archive-lock-limit`: the app waits that long.',
  },
  'archive-not-possible': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'A migration was to archive what it deletes, and would delete something that cannot be archived, such as values of a table without a key. Nothing of it was changed.',
    remedy:
      'Do what the message says, for instance add a primary key. Or save the data in advance, and run it again with `archive: never` (a contract migration) or `on-data-loss: allow` (a down migration).',
  },
  'archive-not-closed': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'The schema `lockstep_archive` could not be used: it belongs to another role, may not be created, or other roles or servers could read it. Nothing of the migration was changed.',
    remedy: 'Correct the right, the owner or the publication that the message names, and run the step again.',
  },
  'archive-failed': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'The server could not write the archive, for instance because its disk is full. Nothing of the migration was changed.',
    remedy: 'Free the resource that the message names, and run the step again.',
  },
  'archive-restored': {
    verdict: 'pass',
    meaning:
      '`restore-archive` restored all archived rows and values, and read them back as they were archived. Rows that were there already stay as they are.',
    remedy: 'Nothing. The archives are kept until their time is over.',
  },
  'nothing-to-restore': {
    verdict: 'pass',
    meaning:
      '`restore-archive` found no archive that is not restored yet, for the version or release that was asked for. What an applied contract migration archived is restored only after its rollback.',
    remedy: 'Nothing. `command: list-archives` shows all archives.',
  },
  'archive-conflicts': {
    verdict: 'fail',
    meaning:
      '`restore-archive` restored what it could, and left rows alone for which the table has something newer: a row that was written, deleted or inserted since, or one that the server refuses. They stay in the archive.',
    remedy:
      'Look at the rows with a `_lockstep_conflict` in the tables that the message names, decide for each, and run `restore-archive` again where more can be restored.',
  },
  'archive-not-restored': {
    verdict: 'fail',
    meaning:
      '`restore-archive` could not restore an archive at all: its migration is not applied (or, for a contract migration, not rolled back), its time is over, it was changed since, or its table or a column is not there.',
    remedy:
      'Do what the message says: apply the migration again or roll the contract migration back, extend the archive with a reason, or restore the table by hand.',
  },
  'archives-listed': {
    verdict: 'pass',
    meaning: '`list-archives` lists the archived data of the database, never its values. Nothing was changed.',
    remedy: 'Nothing. Run `command: prune-archives` if some are kept longer than they should be.',
  },
  'archives-pruned': {
    verdict: 'pass',
    meaning: '`prune-archives` deleted the archives whose time was over, if there were any.',
    remedy: 'Nothing.',
  },
  'archive-extended': {
    verdict: 'pass',
    meaning: '`extend-archive` keeps one archive longer. The reason is recorded with the name of the actor.',
    remedy: 'Nothing.',
  },
  'archive-removed': {
    verdict: 'pass',
    meaning: '`remove-archive` deleted one archive before its time was over. The reason is recorded.',
    remedy: 'Nothing.',
  },
  'archives-erased': {
    verdict: 'pass',
    meaning:
      '`erase-archives` deleted the matching rows from all archives, also from the disk, and recorded only their number.',
    remedy: 'Nothing. Erase the same rows from your backups by their own retention.',
  },
  'erase-incomplete': {
    verdict: 'unknown',
    meaning:
      '`erase-archives` erased what it found, but an archive of the table does not hold the column, so that it is not known which of its rows match.',
    remedy:
      'Erase by the primary key, which every archive with values holds, or delete that archive with `command: remove-archive`.',
  },
});
