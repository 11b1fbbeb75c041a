import { data } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import type { Conclusion } from './result.ts';

interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** The status functions of a step: all ask the job's status (src/Runner.Worker/Expressions/*Function.cs). */
export function stepStatus(job: 'success' | 'failure' | 'cancelled'): FunctionDefinition[] {
  return functions({ success: job === 'success', failure: job === 'failure', cancelled: job === 'cancelled' });
}

/**
 * The status functions of a job's `if`: over the results of every ancestor, not only of the jobs it needs itself
 * (docs.github.com/actions/reference/workflows-and-actions/expressions#status-check-functions).
 */
export function jobStatus(ancestors: readonly Conclusion[], cancelled: boolean): FunctionDefinition[] {
  return functions({
    success: !cancelled && ancestors.every((result) => result === 'success'),
    failure: !cancelled && ancestors.includes('failure'),
    cancelled,
  });
}

function functions(status: Status): FunctionDefinition[] {
  const answers = { ...status, always: true };
  return Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: name === 'success' || name === 'failure' ? 255 : 0,
    call: () => new data.BooleanData(answer),
  }));
}
