import { readAccept } from '@lockstep/action-kit/audit';
import { errorBudgetProblems, judgeErrorBudget } from '@lockstep/action-kit/evidence/error-budget';
import { InputError, systemClock, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { askGit } from '../../git.ts';
import { answered, availabilityOf } from './given.ts';
import { logOf } from './places.ts';

/** Whether there is error budget left for another release, as the action says it. */
export async function errorBudget(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const problems: string[] = [];
  const values = { ...availabilityOf(call, problems), subject: call.text('subject'), override: call.text('override') };
  const all = problems.length > 0 ? problems : errorBudgetProblems(values);
  if (all.length > 0) throw new InputError(all);
  const commit = call.text('commit') || (values.override === '' ? '' : await headOf(call));
  const judged = await judgeErrorBudget(values, {
    ...{ clock: systemClock, log: logOf(terminal), signal, mask: () => undefined, commit },
    env: { workspace: process.cwd() },
  });
  const accept = judged.overridden === undefined ? [] : readAccept(judged.accept).acceptances;
  const verdict = answered(call, judged.facts, 'evidence', accept);
  return judged.overridden === undefined ? verdict : 'pass';
}

/** Throws InputError where there is none. */
async function headOf(call: Call): Promise<string> {
  const commit = (await askGit(['rev-parse', 'HEAD'], call))?.trim();
  if (commit !== undefined && commit !== '') return commit;
  throw new InputError('--commit: required with --override, as git knows no commit here');
}
