import { join } from 'node:path';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { collectEvidence, collectedJson, headline } from '@lockstep/evidence';
import { controlsIn, warnOfIdle } from '../collect/controls-in.ts';
import { directoryOf } from '../collect/directory-of.ts';
import { gather } from '../collect/gather.ts';
import { writeFiles } from '../collect/write-files.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import type { Command } from './command.ts';

/** Reads everything that shows how controls are, and keeps it in one file. */
export const collect: Command = { problems: () => [], run };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const map = controlsIn(values, shell);
  const collected = await gather(values, map, shell);
  const report = collectEvidence(map, collected.found, Date.parse(collected.at));
  const directory = directoryOf(values, shell);
  const path = join(directory, 'evidence.json');
  writeFiles(directory, { 'evidence.json': collectedJson(collected) });
  for (const note of collected.notes) shell.log.warning(note);
  warnOfIdle(report, values, shell);
  const isWhole = Object.keys(collected.found.unread).length === 0 && collected.numbers !== null;
  shell.summary.add(`### Evidence\n\n**${headline(report)}**`);
  return {
    verdict: isWhole ? 'pass' : 'unknown',
    reason: isWhole ? 'collected' : 'collected-in-part',
    message: headline(report),
    passes: isWhole || values['on-unknown'] === 'warn' || values['report-only'],
    outputs: {
      'evidence-path': path,
      'report-directory': directory,
      controls: report.rows.length,
      current: report.current,
    },
  };
}
