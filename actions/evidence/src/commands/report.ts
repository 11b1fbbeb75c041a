import { join } from 'node:path';
import { type AuditValues, planReport } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError, inlineText, markdownTable } from '@lockstep/base';
import {
  CONTROL_FORMATS,
  type Collected,
  type ControlMap,
  type ControlReport,
  collectEvidence,
  collectedJson,
  controlChecks,
  headline,
  numbersMarkdown,
  numbersOf,
  readCollected,
} from '@lockstep/evidence';
import { controlsIn, warnOfIdle } from '../collect/controls-in.ts';
import { directoryOf } from '../collect/directory-of.ts';
import { gather } from '../collect/gather.ts';
import { writeFiles } from '../collect/write-files.ts';
import { bytesIn } from '../files.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Writes what was collected in every form: for people, for auditors and for machines. */
export const report: Command = { problems: () => [], run };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const map = controlsIn(values, shell);
  const collected = await collectedOf(values, map, shell);
  const controls = collectEvidence(map, collected.found, Date.parse(collected.at));
  const directory = directoryOf(values, shell);
  const { accept, ...checks } = controlChecks(controls);
  const { env } = shell;
  // The exceptions of the map, and no others, are accepted.
  const audit: AuditValues = { ...values, accept: accept.length === 0 ? '' : JSON.stringify(accept) };
  const { files, outcome } = planReport(
    {
      ...{ subject: values['controls-file'], nowMs: Date.parse(collected.at), tool: toolOf('controls') },
      ...{ run: env.runId === 0 ? null : env.runUrl, ...checks },
    },
    audit,
    directory,
  );
  const all = { ...files, ...filesOf(collected, controls), 'evidence.json': collectedJson(collected) };
  writeFiles(directory, all);
  shell.summary.add(summaryOf(controls, collected));
  for (const note of collected.notes) shell.log.warning(note);
  warnOfIdle(controls, values, shell);
  return {
    ...outcome,
    message: headline(controls),
    outputs: {
      ...outcome.outputs,
      ...{
        'evidence-path': join(directory, 'evidence.json'),
        controls: controls.rows.length,
        current: controls.current,
      },
    },
  };
}

async function collectedOf(values: Inputs, map: ControlMap, shell: Shell): Promise<Collected> {
  const path = values['evidence-path'];
  if (path === '') return await gather(values, map, shell);
  const bytes = bytesIn(path, shell.env.workspace, 'anywhere');
  if (bytes === undefined) throw new InputError(`input "evidence-path": ${path} cannot be read`);
  return readCollected(bytes.toString('utf8'), `input "evidence-path": ${path}`);
}

function filesOf({ found, numbers }: Collected, controls: ControlReport): Readonly<Record<string, string>> {
  const formats = Object.entries(CONTROL_FORMATS).map(([name, render]) => [name, render(controls)] as const);
  if (numbers === null) return Object.fromEntries(formats);
  const counted = numbersOf(numbers, found.lists, found.records);
  return {
    ...Object.fromEntries(formats),
    'numbers.json': `${JSON.stringify({ kind: 'lockstep-numbers/1', ...counted }, null, 1)}\n`,
    'numbers.md': numbersMarkdown(counted),
  };
}

/** How many rows a page of a run shows; the files have all. */
const SHOWN = 40;

function summaryOf(controls: ControlReport, { notes }: Collected): string {
  const open = controls.rows.filter(({ state }) => state !== 'current' && state !== 'not-collected');
  const left = controls.rows.filter(({ state }) => state === 'not-collected').length;
  const rows = open
    .slice(0, SHOWN)
    .map(({ control, rows: found, state }) => [
      inlineText(control.id),
      state,
      inlineText(found.map(({ because }) => because).join('; ')),
    ]);
  return [
    '### Evidence of controls',
    `**${headline(controls)}**; of ${left} the map says why nothing is collected.`,
    ...(rows.length === 0 ? [] : [markdownTable(['Control', 'Evidence is', 'Because'], rows)]),
    ...(open.length > SHOWN ? [`… and ${open.length - SHOWN} more in controls.md`] : []),
    ...notes.map((note) => `- ${inlineText(note)}`),
  ].join('\n\n');
}
