import { readAccept } from '@lockstep/action-kit/audit';
import { errorBudgetProblems, judgeErrorBudget, overriddenEnd } from '@lockstep/action-kit/evidence/error-budget';
import { InputError, systemClock, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { commitNamed, noCommit } from '../../git.ts';
import { logOf } from '../../log.ts';
import { answered, availabilityOf } from './given.ts';

/** Whether there is error budget left for another release, as the action says it. */
export async function errorBudget(call: Call): Promise<Verdict> {
  const { signal, terminal } = call;
  const problems: string[] = [];
  const values = { ...availabilityOf(call, problems), subject: call.text('subject'), override: call.text('override') };
  const all = problems.length > 0 ? [...problems] : [...errorBudgetProblems(values)];
  const commit = await commitOf(call, all);
  if (all.length > 0) throw new InputError(all);
  const judged = await judgeErrorBudget(values, {
    ...{ clock: systemClock, log: logOf(terminal), signal, mask: () => undefined, commit },
    env: { workspace: process.cwd() },
  });
  const accept = judged.overridden === undefined ? [] : readAccept(judged.accept).acceptances;
  const { overridden } = judged;
  return answered(call, judged.facts, 'evidence', {
    accept,
    ...(overridden === undefined ? {} : { endOf: (message) => overriddenEnd(message, overridden) }),
  });
}

/** The one that is to be released, which only an override asks for; what is none goes to `problems`. */
async function commitOf(call: Call, problems: string[]): Promise<string> {
  const asked = call.text('commit');
  if (asked === '' && call.text('override') === '') return '';
  const commit = await commitNamed(asked || 'HEAD', call);
  if (commit === undefined)
    problems.push(asked === '' ? '--commit: required with --override, as git knows no commit here' : noCommit(asked));
  return commit ?? '';
}
