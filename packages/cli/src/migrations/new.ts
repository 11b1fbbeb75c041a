import { jsonText, type Verdict } from '@lockstep/base';
import type { Call } from '../command.ts';
import { planFiles } from './new-files.ts';
import { placeOf } from './options.ts';
import { writeNewFiles } from './write-files.ts';

export async function newMigration(call: Call): Promise<Verdict> {
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
