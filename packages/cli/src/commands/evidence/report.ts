import { planControlsReport } from '@lockstep/action-kit/evidence/report';
import { checksText, jsonText, readTogether, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { ownVersion } from '../version.ts';
import { assertFolder, collectedIn, controlsOf, writeAll } from './controls.ts';
import type { Gathering } from './gathering.ts';
import { WORDS } from './words.ts';

/** Writes what was collected in every form, as the action does. */
export async function report(call: Call): Promise<Verdict> {
  const { terminal } = call;
  const name = call.text('controls-file');
  const { folder, gathering, map } = await readTogether({
    folder: () => assertFolder(call),
    map: () => controlsOf(call),
    gathering: () => gatheringFor(call),
  });
  const collected = await gathering(map);
  const planned = planControlsReport(
    { map, collected, name, run: null, version: ownVersion() },
    { 'on-unknown': 'fail', 'report-only': false, 'report-directory': folder },
    folder,
  );
  const { controls, judgement, outcome, warnings } = planned;
  const paths = writeAll(folder, planned.files);
  for (const warning of warnings) terminal.tell(`warning: ${WORDS.text(warning)}\n`);
  const { message, reason, verdict } = outcome;
  const answer = {
    ...{ verdict, reason, message },
    ...{ controls: controls.rows.length, current: controls.current, files: paths },
  };
  const words = `${checksText(judgement, terminal.paint).trimEnd()}\n${message}\nwrote ${paths.length} files into ${folder}\n`;
  terminal.write(call.json ? jsonText(answer) : words);
  return verdict;
}

async function gatheringFor(call: Call): Promise<Gathering> {
  const path = call.text('evidence-path');
  if (path === '') return await (await import('./gathering.ts')).gatheringOf(call);
  const collected = collectedIn(path);
  return async () => collected;
}
