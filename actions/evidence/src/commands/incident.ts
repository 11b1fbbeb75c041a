import { join } from 'node:path';
import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { incidentProblems } from '@lockstep/action-kit/evidence/incident-problems';
import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import { writeFiles } from '../collect/write-files.ts';
import { inServerTime } from '../in-server-time.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import { trailOf } from '../trail.ts';
import type { Command } from './command.ts';

/** Opens an issue for each incident of a release line, and follows those that are there. */
export const incident: Command = {
  problems: (values) => [...incidentProblems(values), ...readAccept(values.accept).problems],
  run,
};

async function run(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  const engine = await import('@lockstep/action-kit/evidence/incidents');
  const shell = await inServerTime(values, given);
  const { clock, env, log, signal } = shell;
  const { trail } = await trailOf(values, shell);
  const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
  const tools = { clock, log, signal, workspace: env.workspace, github: githubClient(values, shell), run };
  if (values['dry-run']) {
    const { planned } = await engine.ledgerIncidents(values, tools);
    const keys = nameSome(
      planned.map(({ key }) => key),
      10,
    );
    const message = `the ledger has ${planned.length} incidents: ${keys || 'none'}`;
    return { verdict: 'pass', reason: 'dry-run', message };
  }
  const { checks, files, notVerified, nowMs, open, opened, subject } = await engine.followIncidents(
    values,
    tools,
    trail,
  );
  const list = { subject: `incidents in ${subject}`, nowMs, checks, notVerified, tool: toolOf('incidents') };
  const { section: _, ...outcome } = reportChecks(shell, { ...list, run: run && env.runUrl }, values);
  const folder = String(outcome.outputs?.['report-directory'] ?? '');
  writeFiles(folder, files);
  return {
    ...outcome,
    outputs: { ...outcome.outputs, opened, open, 'incidents-path': join(folder, 'incidents.json') },
  };
}
