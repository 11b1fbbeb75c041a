import { clockOfGitHub } from '@lockstep/action-kit/evidence/server-time';
import type { Shell } from '@lockstep/action-shell';
import type { Inputs } from './inputs.ts';

/**
 * The same shell, whose clock is GitHub's: for a command that compares now with what GitHub dated, and for all that writes or
 * reads the trail, whose records follow each other in time whichever machine wrote them.
 */
export async function inServerTime(values: Inputs, shell: Shell): Promise<Shell> {
  const { apiUrl, repository } = shell.env;
  const { clock, log, signal } = shell;
  const asked = { token: values['github-token'], requestTimeoutMs: values['request-timeout'] };
  return { ...shell, clock: await clockOfGitHub({ ...asked, apiUrl, repository, clock, log, signal }) };
}
