import { jsonText, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { folderOptions, placeOf } from '../migrations/options.ts';

export const newMigration: Command = {
  name: 'new',
  summary: "writes the files of the next migration, in the folder's own style",
  details: `
The version follows the files that are there: a timestamp, the next number, or V1__ with U1__ for its down migration; a
folder without files gets timestamps. In a Supabase project the migration is written to supabase/migrations, and its down
migration to supabase/rollbacks under the same name.

  lockstep new add_users_mail
  lockstep new "drop old mail" --contract`,
  arguments: [{ name: 'NAME', meaning: 'what the migration does, in a few words', required: true }],
  options: [
    { name: 'no-transaction', meaning: 'runs each statement alone, as CREATE INDEX CONCURRENTLY needs it' },
    { name: 'contract', meaning: 'marks it as one that old code does not work with' },
    ...folderOptions,
  ],
  run,
};

async function run(call: Call): Promise<Verdict> {
  const { planFiles } = await import('../migrations/new-files.ts');
  const { writeNewFiles } = await import('../migrations/write-files.ts');
  const files = planFiles(placeOf(call), call.text('NAME'), {
    isContract: call.flag('contract'),
    isBare: call.flag('no-transaction'),
    nowMs: Date.now(),
  });
  writeNewFiles(files);
  const paths = files.map(({ path }) => path);
  call.terminal.write(call.json ? jsonText({ files: paths }) : paths.map((path) => `wrote ${path}\n`).join(''));
  return 'pass';
}
