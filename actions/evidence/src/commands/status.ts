import { resolve } from 'node:path';
import { availabilityProblems } from '@lockstep/action-kit/availability';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { lineName, publicStatus, type StatusFacts, statusJson, statusPage } from '@lockstep/evidence';
import { writeFiles } from '../collect/write-files.ts';
import { inServerTime } from '../in-server-time.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { collectFacts, linesOf } from '../status-facts.ts';
import type { Command } from './command.ts';

/** Writes the status page: HTML, and the same as JSON. */
export const status: Command = { problems: problemsOf, run };

const NOTHING: Omit<StatusFacts, 'title'> = {
  at: 0,
  ...{ environments: null, releases: null, incidents: null, availability: null, drills: null, controls: null },
};

function problemsOf(values: Inputs): readonly string[] {
  const title = values['status-title'];
  const mayBePublic = publicStatus({ ...NOTHING, title }, []) !== undefined;
  return [
    ...availabilityProblems(values),
    ...(mayBePublic
      ? []
      : [
          `input "status-title": expected a title for the public: at most 60 letters, digits, spaces and .&'()-, got "${title}"`,
        ]),
  ];
}

async function run(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  const shell = await inServerTime(values, given);
  const { facts, gaps } = await collectFacts(values, shell);
  const shown = publicStatus(facts, linesOf(values).map(lineName));
  if (shown === undefined) throw new Error('the title was checked before');
  const folder = resolve(shell.env.workspace, values['status-directory'] || 'status');
  const page = statusPage(shown);
  writeFiles(folder, { 'index.html': page, 'status.json': statusJson(shown) });
  const outputs = { 'status-directory': folder };
  const size = `${Math.ceil(Buffer.byteLength(page) / 1_000)} kB`;
  shell.summary.add(`### Status page\n\n${size}, of ${linesOf(values).map(lineName).join(', ')}.`);
  for (const gap of gaps) shell.log.warning(`not on the page: ${gap}`);
  if (gaps.length === 0)
    return { verdict: 'pass', reason: 'page-written', message: `the status page is in ${folder}, ${size}`, outputs };
  return {
    verdict: 'unknown',
    reason: 'page-incomplete',
    message: `the status page is in ${folder}, without ${gaps.join('; ')}`,
    passes: values['on-unknown'] === 'warn' || values['report-only'],
    outputs,
  };
}
