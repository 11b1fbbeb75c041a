import { existsSync } from 'node:fs';
import { jsonText, plainLine, type Verdict } from '@lockstep/base';
import { readDownHalf, withMigration } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { readText } from '../read-text.ts';
import { draftAndVerify, reportDraft } from './draft.ts';
import { folderOf } from './folder.ts';
import { type NewMigration, planFiles, writeMigration } from './new-files.ts';
import { placeOf } from './options.ts';
import { assertNoSecret } from './write-files.ts';

const LIMIT = 16 * 1024 * 1024;

export async function newMigration(call: Call): Promise<Verdict> {
  const place = placeOf(call);
  const options = { isContract: call.flag('contract'), isBare: call.flag('no-transaction'), nowMs: Date.now() };
  const from = call.text('from');
  if (from === '') {
    const { files } = writeMigration(place, () => planFiles(place, call.text('NAME'), options));
    const paths = files.map(({ path }) => path);
    call.terminal.write(
      call.json ? jsonText({ files: paths }) : paths.map((path) => `wrote ${plainLine(path)}\n`).join(''),
    );
    return 'pass';
  }
  const up = await readText(from, LIMIT, call);
  const plan = (down: string): NewMigration => planFiles(place, call.text('NAME'), { ...options, up, down });
  const { upText, downFile, files, name, version } = plan('');
  for (const each of files) assertNoSecret(each);
  const file = files[0]?.path ?? '';
  // The folder of the first migration is made with it.
  const directory = existsSync(place.directory) ? place.directory : 'none';
  const folder = withMigration(folderOf({ ...place, directory, isNamed: false }), {
    version,
    name,
    file,
    text: upText,
  });
  const proven = await draftAndVerify(
    call,
    { ...folder, strays: [], ambiguity: undefined },
    {
      file: downFile,
      asWritten: (text) => {
        const written = plan(text).files;
        const [whole, down] = written;
        return down?.text ?? readDownHalf(downFile, whole?.text ?? '');
      },
    },
  );
  const written = writeMigration(place, () => plan(proven.text)).files;
  return reportDraft(
    call,
    'new',
    proven,
    written.map(({ path }) => path),
  );
}
