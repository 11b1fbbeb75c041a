import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { availabilityProblems, measureBudget } from '@lockstep/action-kit/availability';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Check, inlineText, type Verdict } from '@lockstep/base';
import { budgetChecks, OVERRIDE_FORM, overrides, percent, readOverride } from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Whether there is error budget left for another release. */
export const errorBudget: Command = { problems: problemsOf, run };

function problemsOf(values: Inputs): readonly string[] {
  const { accept, override } = values;
  const isOne = override === '' || readOverride(override) !== undefined;
  const wrong = isOne ? [] : [`input "override": expected ${OVERRIDE_FORM}`];
  return [...availabilityProblems(values), ...wrong, ...readAccept(accept).problems];
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log } = shell;
  const report = await measureBudget(values, shell);
  const checks = budgetChecks(report, values.subject || 'the app');
  const bad = checks.filter(({ verdict }) => verdict !== 'pass');
  const reason = bad.length === 0 ? undefined : reasonOf(values, shell);
  const outcome = reportChecks(
    shell,
    {
      subject: `error budget of ${values.subject || 'the app'}`,
      nowMs: clock.now(),
      run: env.runId === 0 ? null : env.runUrl,
      tool: toolOf(),
      checks,
    },
    { ...values, accept: reason === undefined ? values.accept : accepting(bad, reason, clock.now()) },
  );
  for (const { measured, title, verdict } of checks) log.info(`${WORDS[verdict]}: ${title}: ${measured}`);
  return {
    ...outcome,
    ...(reason === undefined ? {} : { ...OVERRIDDEN, message: `${outcome.message}; overridden: ${reason}` }),
    outputs: {
      ...outcome.outputs,
      result:
        bad.length === 0 ? (checks[0]?.measured ?? '') : bad.map((one) => `${one.title}: ${one.measured}`).join('; '),
      overridden: reason === undefined ? '' : `error-budget: ${reason}`,
      'budget-left': report.budget === null ? '' : percent(Math.max(0, report.budget.left)),
      coverage: report.availability.kind === 'measured' ? percent(report.availability.coverage) : '',
    },
  };
}

/** It is what a person decided, whatever was measured. */
const OVERRIDDEN = { verdict: 'pass', reason: 'overridden', passes: true } as const;

const WORDS: Readonly<Record<Verdict, string>> = { pass: 'Passed', fail: 'Failed', unknown: 'Unknown' };

/** Why somebody overrides it for this commit; undefined where nobody does. */
function reasonOf(values: Inputs, { env, log }: Shell): string | undefined {
  const override = readOverride(values.override);
  if (override === undefined) return undefined;
  const commit = values['commit-sha'] || env.sha;
  if (overrides(override, commit)) {
    log.warning(`the error budget is overridden for ${commit}: ${inlineText(override.reason)}`);
    return override.reason;
  }
  log.warning(`the override is for commit ${override.commit}, not for ${commit}: it is not used`);
  return undefined;
}

/** Of this run alone: its last day is today, and what passed needs none. JSON is YAML. */
function accepting(bad: readonly Check[], reason: string, nowMs: number): string {
  const until = new Date(nowMs).toISOString().slice(0, 10);
  return JSON.stringify(bad.map(({ id, verdict }) => ({ check: id, verdict, reason, until })));
}
