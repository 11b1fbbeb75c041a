import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { ARCHIVE_COMMANDS } from '../migrations/archive-commands.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const archive: Command = {
  name: 'archive',
  summary: 'lists, restores and deletes what migrations archived before they deleted it',
  details: `
COMMAND is one of:

  list     shows every archive: its table, migration, rows, size, and until when it is kept
  restore  restores what waits: of a rollback once its migration is applied again, of a contract once it is rolled back
  prune    deletes the archives whose time is over
  extend   keeps one archive longer, with a reason
  remove   deletes one archive at once, with a reason
  erase    deletes the rows of one person or thing from all archives, with a reason

Rows come back where they are missing, and values where no one wrote the row since. Everything else is a conflict, which
stays in the archive. Reasons are stored with your user name; values of rows are shown nowhere. ${DATABASE_HELP}

  lockstep archive restore --dry-run
  lockstep archive extend 3 --keep 60d --because "ticket 4711"
  echo "public.users id=42" | lockstep archive erase --erase-file - --because "request of the person"

Ends with 0 where all was done, 1 where something was left, 2 where something is not known.`,
  arguments: [
    { name: 'COMMAND', meaning: ARCHIVE_COMMANDS.join(', '), required: true, choices: ARCHIVE_COMMANDS },
    { name: 'ARCHIVE', meaning: 'extend, remove: its number, as list shows it', required: false },
  ],
  options: [
    { name: 'migration', value: 'VERSION', of: ['restore'], meaning: 'only what this migration archived' },
    { name: 'release-id', value: 'ID', of: ['restore'], meaning: 'only what was archived of this release' },
    {
      name: 'archive-triggers',
      value: 'STATE',
      of: ['restore'],
      meaning: 'whether triggers of the tables fire for the rows',
      choices: ['on', 'off'],
      absent: 'on',
    },
    { name: 'keep', value: 'DURATION', of: ['extend'], meaning: 'how long it is kept from now on', absent: '30d' },
    { name: 'because', value: 'REASON', of: ['extend', 'remove', 'erase'], meaning: 'why' },
    {
      name: 'erase-file',
      value: 'FILE',
      of: ['erase'],
      meaning: 'file with lines TABLE COLUMN=VALUE, such as public.users id=42; - reads standard input',
    },
    { name: 'dry-run', meaning: 'shows what would be done, and changes nothing' },
    ...databaseOptions,
  ],
  run: (call) => onDatabase(call, 'archive', archive.options, NAMES),
};

/** What the inputs of the action are called here. */
const NAMES = {
  'archive-id': 'ARCHIVE',
  'list-archives': 'lockstep archive list',
  erase: '--erase-file',
};
