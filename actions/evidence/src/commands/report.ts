import { bytesIn } from '@lockstep/action-kit/evidence/bytes-in';
import { planControlsReport } from '@lockstep/action-kit/evidence/report';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { type Collected, type ControlMap, readCollected } from '@lockstep/evidence';
import { controlsIn } from '../collect/controls-in.ts';
import { directoryOf } from '../collect/directory-of.ts';
import { gathered } from '../collect/gathered.ts';
import { writeFiles } from '../collect/write-files.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Writes what was collected in every form: for people, for auditors and for machines. */
export const report: Command = { problems: () => [], run };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { env } = shell;
  const map = controlsIn(values, shell);
  const collected = await collectedOf(values, map, shell);
  const directory = directoryOf(values, shell);
  const planned = planControlsReport(
    {
      ...{ map, collected, name: values['controls-file'] },
      ...{ run: env.runId === 0 ? null : env.runUrl, version: toolOf().version },
    },
    values,
    directory,
  );
  writeFiles(directory, planned.files);
  shell.summary.add(planned.summary);
  for (const warning of planned.warnings) shell.log.warning(warning);
  return planned.outcome;
}

async function collectedOf(values: Inputs, map: ControlMap, shell: Shell): Promise<Collected> {
  const path = values['evidence-path'];
  if (path === '') return await gathered(values, map, shell);
  const bytes = bytesIn(path, shell.env.workspace, 'anywhere');
  if (bytes === undefined) throw new InputError(`input "evidence-path": ${path} cannot be read`);
  return readCollected(bytes.toString('utf8'), `input "evidence-path": ${path}`);
}
