import { type Check, type CheckListFacts, type Clock, inlineText, type Logger, type Verdict } from '@lockstep/base';
import { budgetChecks, OVERRIDE_FORM, overrides, percent, readOverride } from '@lockstep/evidence';
import { type AvailabilityInputs, availabilityProblems, type BudgetTools, measureBudget } from '../availability.ts';

export interface ErrorBudgetValues extends AvailabilityInputs {
  readonly subject: string;
  readonly override: string;
}

export interface ErrorBudgetTools extends BudgetTools {
  readonly clock: Clock;
  readonly log: Logger;
  /** The commit that is to be released. */
  readonly commit: string;
}

export interface JudgedBudget {
  readonly facts: Pick<CheckListFacts, 'subject' | 'nowMs' | 'checks'>;
  /** Why a person lets this commit through all the same; undefined where none does, or nothing is wrong. */
  readonly overridden: string | undefined;
  /** Of what is overridden: a list for the input `accept`; '' where nothing is. */
  readonly accept: string;
  readonly outputs: {
    readonly result: string;
    readonly overridden: string;
    readonly 'budget-left': string;
    readonly coverage: string;
  };
}

/** What is wrong with the values, as far as it can be seen without asking. */
export function errorBudgetProblems(values: ErrorBudgetValues): readonly string[] {
  const { override } = values;
  const isOne = override === '' || readOverride(override) !== undefined;
  return [...availabilityProblems(values), ...(isOne ? [] : [`input "override": expected ${OVERRIDE_FORM}`])];
}

/** Whether there is error budget left for another release. Throws InputError, and the signal's reason. */
export async function judgeErrorBudget(values: ErrorBudgetValues, tools: ErrorBudgetTools): Promise<JudgedBudget> {
  const { clock, log } = tools;
  const report = await measureBudget(values, tools);
  const name = values.subject || 'the app';
  const checks = budgetChecks(report, name);
  const bad = checks.filter(({ verdict }) => verdict !== 'pass');
  const overridden = bad.length === 0 ? undefined : reasonOf(values, tools);
  for (const { measured, title, verdict } of checks) log.info(`${WORDS[verdict]}: ${title}: ${measured}`);
  return {
    facts: { subject: `error budget of ${name}`, nowMs: clock.now(), checks },
    overridden,
    accept: overridden === undefined ? '' : accepting(bad, overridden, clock.now()),
    outputs: {
      result:
        bad.length === 0 ? (checks[0]?.measured ?? '') : bad.map((one) => `${one.title}: ${one.measured}`).join('; '),
      overridden: overridden === undefined ? '' : `error-budget: ${overridden}`,
      'budget-left': report.budget === null ? '' : percent(Math.max(0, report.budget.left)),
      coverage: report.availability.kind === 'measured' ? percent(report.availability.coverage) : '',
    },
  };
}

/** What a person decided, whatever was measured. `message`: what that comes to. */
export function overriddenEnd(message: string, why: string) {
  return { verdict: 'pass', reason: 'overridden', message: `${message}; overridden: ${why}` } as const;
}

const WORDS: Readonly<Record<Verdict, string>> = { pass: 'Passed', fail: 'Failed', unknown: 'Unknown' };

/** Why somebody overrides it for this commit; undefined where nobody does. */
function reasonOf(values: ErrorBudgetValues, { commit, log }: ErrorBudgetTools): string | undefined {
  const override = readOverride(values.override);
  if (override === undefined) return undefined;
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
