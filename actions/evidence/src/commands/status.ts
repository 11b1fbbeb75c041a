import { resolve } from 'node:path';
import { type StatusPages, statusPages, statusProblems } from '@lockstep/action-kit/evidence/status';
import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { writeFiles } from '../collect/write-files.ts';
import { inServerTime } from '../in-server-time.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import type { Command } from './command.ts';

/** Writes the status page: HTML, and the same as JSON. */
export const status: Command = { problems: statusProblems, run };

async function run(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  const shell = await inServerTime(values, given);
  const { env, log, summary } = shell;
  const folder = resolve(env.workspace, values['status-directory'] || 'status');
  const tools = { ...shell, github: githubClient(values, shell) };
  const { files, gaps, names, outcome, size }: StatusPages = await statusPages(values, tools, folder);
  writeFiles(folder, files);
  summary.add(`### Status page\n\n${size}, of ${names.join(', ')}.`);
  for (const gap of gaps) log.warning(`not on the page: ${gap}`);
  return {
    ...outcome,
    passes: outcome.verdict === 'pass' || values['on-unknown'] === 'warn' || values['report-only'],
    outputs: { 'status-directory': folder },
  };
}
