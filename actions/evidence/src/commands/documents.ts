import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { githubClient } from '@lockstep/action-kit/github';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Judges the documents that people keep, and compares what they promise with what drills measured. */
export const documents: Command = {
  problems: ({ accept }) => readAccept(accept).problems,
  run: async (values, shell) => {
    const { documentChecks } = await import('@lockstep/action-kit/evidence/documents');
    const { clock, env, log, signal } = shell;
    const github = values['github-token'].isEmpty ? undefined : githubClient(values, shell);
    const found = await documentChecks(values, { clock, log, signal, workspace: env.workspace, github });
    const run = env.runId === 0 ? null : env.runUrl;
    return reportChecks(shell, { ...found, run, tool: toolOf('documents') }, values);
  },
};
