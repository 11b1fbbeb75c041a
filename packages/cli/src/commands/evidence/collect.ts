import { collectedEnd } from '@lockstep/action-kit/evidence/collected';
import { jsonText, readTogether, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { assertFolder, controlsOf, writeAll } from './controls.ts';
import { gatheringOf } from './gathering.ts';
import { WORDS } from './words.ts';

/** Reads everything that shows how controls are, and keeps it in one file. */
export async function collect(call: Call): Promise<Verdict> {
  const { terminal } = call;
  const { folder, gathering, map } = await readTogether({
    folder: () => assertFolder(call),
    map: () => controlsOf(call),
    gathering: () => gatheringOf(call),
  });
  const name = call.text('controls-file');
  const { files, message, reason, verdict, warnings, ...counts } = collectedEnd(map, name, await gathering(map));
  const paths = writeAll(folder, files);
  for (const warning of warnings) terminal.tell(`warning: ${WORDS.text(warning)}\n`);
  const words = [
    `${terminal.paint(verdict, verdict)} (${reason}): ${message}`,
    ...paths.map((path) => `wrote ${path}`),
  ];
  const answer = { verdict, reason, message, ...counts, files: paths };
  terminal.write(call.json ? jsonText(answer) : `${words.join('\n')}\n`);
  return verdict;
}
