import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { errorBudgetProblems, judgeErrorBudget, overriddenEnd } from '@lockstep/action-kit/evidence/error-budget';
import type { Outcome, Shell } from '@lockstep/action-shell';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Whether there is error budget left for another release. */
export const errorBudget: Command = {
  problems: (values) => [...errorBudgetProblems(values), ...readAccept(values.accept).problems],
  run,
};

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { env } = shell;
  const judged = await judgeErrorBudget(values, { ...shell, commit: values['commit-sha'] || env.sha });
  const { accept, facts, outputs, overridden } = judged;
  const outcome = reportChecks(
    shell,
    { ...facts, run: env.runId === 0 ? null : env.runUrl, tool: toolOf() },
    { ...values, accept: overridden === undefined ? values.accept : accept },
  );
  return {
    ...outcome,
    ...(overridden === undefined ? {} : { ...overriddenEnd(outcome.message, overridden), passes: true }),
    outputs: { ...outcome.outputs, ...outputs },
  };
}
