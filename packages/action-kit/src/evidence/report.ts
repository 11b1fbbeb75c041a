import { join } from 'node:path';
import type { Outcome } from '@lockstep/action-shell';
import { type CheckJudgement, type ChecksReason, inlineText, markdownTable } from '@lockstep/base';
import {
  CONTROL_FORMATS,
  type Collected,
  type ControlMap,
  type ControlReport,
  collectEvidence,
  collectedJson,
  controlChecks,
  headline,
  idleWords,
  numbersMarkdown,
  numbersOf,
} from '@lockstep/evidence';
import { type AuditValues, planReport } from '../audit.ts';

/** What a report on controls is made of, whoever asks for it. */
export interface ControlsFacts {
  readonly map: ControlMap;
  /** What the file of the map is called. */
  readonly name: string;
  readonly collected: Collected;
  /** Address of the run; null outside of one. */
  readonly run: string | null;
  /** Version of the tool that reports. */
  readonly version: string;
}

export interface ControlsReport {
  readonly controls: ControlReport;
  /** By their names in the report directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly judgement: CheckJudgement;
  readonly outcome: Outcome<ChecksReason>;
  /** Markdown. */
  readonly summary: string;
  /** What was passed over when it was collected, and what the map excuses without need. */
  readonly warnings: readonly string[];
}

/** The report on controls in every form: for people, for auditors and for machines. Pure. */
export function planControlsReport(
  { collected, map, name, run, version }: ControlsFacts,
  audit: Omit<AuditValues, 'accept'>,
  directory: string,
): ControlsReport {
  const nowMs = Date.parse(collected.at);
  const controls = collectEvidence(map, collected.found, nowMs);
  const { accept, ...checks } = controlChecks(controls);
  // The exceptions of the map, and no others, are accepted.
  const values: AuditValues = { ...audit, accept: accept.length === 0 ? '' : JSON.stringify(accept) };
  const { files, judgement, outcome } = planReport(
    { ...{ subject: name, nowMs, tool: { name: 'controls', version }, run }, ...checks },
    values,
    directory,
  );
  return {
    ...{ controls, judgement },
    files: { ...files, ...filesOf(collected, controls), 'evidence.json': collectedJson(collected) },
    outcome: {
      ...outcome,
      message: headline(controls),
      outputs: {
        ...outcome.outputs,
        'evidence-path': join(directory, 'evidence.json'),
        controls: controls.rows.length,
        current: controls.current,
      },
    },
    summary: summaryOf(controls, collected),
    warnings: [...collected.notes, ...idleWarnings(controls, name)],
  };
}

/** What the map excuses without need is to be removed from it. */
export function idleWarnings({ idle }: ControlReport, name: string): readonly string[] {
  return idle.map((one) => `${name}: ${idleWords(one)}`);
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
