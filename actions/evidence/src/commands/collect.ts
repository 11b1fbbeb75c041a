import { join } from 'node:path';
import { collectedEnd } from '@lockstep/action-kit/evidence/collected';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { controlsIn } from '../collect/controls-in.ts';
import { directoryOf } from '../collect/directory-of.ts';
import { gathered } from '../collect/gathered.ts';
import { writeFiles } from '../collect/write-files.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import type { Command } from './command.ts';

/** Reads everything that shows how controls are, and keeps it in one file. */
export const collect: Command = { problems: () => [], run };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const map = controlsIn(values, shell);
  const collected = await gathered(values, map, shell);
  const { controls, current, files, message, reason, verdict, warnings } = collectedEnd(
    map,
    values['controls-file'],
    collected,
  );
  const directory = directoryOf(values, shell);
  writeFiles(directory, files);
  for (const warning of warnings) shell.log.warning(warning);
  shell.summary.add(`### Evidence\n\n**${message}**`);
  return {
    ...{ verdict, reason, message },
    passes: verdict === 'pass' || values['on-unknown'] === 'warn' || values['report-only'],
    outputs: {
      'evidence-path': join(directory, 'evidence.json'),
      'report-directory': directory,
      ...{ controls, current },
    },
  };
}
