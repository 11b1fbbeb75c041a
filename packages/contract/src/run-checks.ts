import type { Check, Clock, NotVerified } from '@lockstep/base';
import type { Send } from './ask/client.ts';
import type { Exchange } from './ask/exchange.ts';
import { isUnavailable, seen } from './checks/check.ts';
import { judgeVisit } from './checks.ts';
import type { Contract } from './contract.ts';
import { type Coverage, coverageCheck, coverageOf, gapsOf } from './coverage.ts';
import { type PlanOptions, planCalls } from './plan/plan.ts';
import { undocumentedRoutes } from './routes/undocumented-routes.ts';
import { createValidator } from './schema/validator.ts';
import { askNowhere, visit } from './visit.ts';

export interface ContractRules extends PlanOptions {
  readonly undocumented: 'warn' | 'fail';
  readonly coverageMinimum: number;
  readonly latencyBudgetMs: number | undefined;
  /** Whom to call when the backend does not answer; '' where nobody is named. */
  readonly contact: string;
  /** Routes that the app has, as templates; undefined where nobody listed them. */
  readonly routes: readonly string[] | undefined;
}

export interface ContractTools {
  readonly send: Send;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onOperation?: (name: string) => void;
}

export interface ContractFindings {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  readonly coverage: Coverage;
}

/** Asks a live backend for everything that a contract promises. Throws only the signal's reason. */
export async function runChecks(
  contract: Contract,
  rules: ContractRules,
  tools: ContractTools,
): Promise<ContractFindings> {
  const plan = planCalls(contract, rules);
  const context = {
    contract,
    validator: createValidator(contract.document),
    undocumented: rules.undocumented,
    latencyBudgetMs: rules.latencyBudgetMs,
  };
  const reachable = await reach(rules, tools);
  const gaps = [...gapsOf(plan.notCalled)];
  const checks: Check[] = [reachable];
  if (reachable.verdict === 'pass') {
    const nowhereOf = askNowhere(tools.send);
    for (const call of plan.calls) {
      tools.onOperation?.(call.operation.name);
      const visited = await visit(call, nowhereOf, { ...rules, ...tools });
      checks.push(...judgeVisit(visited, context));
    }
  } else {
    for (const { operation } of plan.calls)
      gaps.push({
        id: 'operation/called',
        what: operation.name,
        because: 'the backend did not answer',
        remedy: reachable.remedy,
        chosen: false,
      });
  }
  if (rules.routes !== undefined) checks.push(...undocumentedRoutes(contract, rules.routes, rules.undocumented));
  const coverage = coverageOf(contract.operations, {
    checks,
    called: plan.calls.map(({ operation }) => operation),
    methods: rules.methods,
  });
  return { checks: [...checks, coverageCheck(coverage, rules.coverageMinimum)], notVerified: gaps, coverage };
}

const TRIES = [1_000, 3_000];

/** Whether anything answers at all. A backend that is down keeps no promise and breaks none: it is unknown. */
async function reach({ baseUrl, contact }: ContractRules, { send, clock, signal }: ContractTools): Promise<Check> {
  const ask = () => send({ method: 'GET', url: baseUrl, headers: {} });
  let exchange: Exchange = await ask();
  for (const delay of TRIES) {
    if (!isDown(exchange)) break;
    await clock.sleep(delay, signal);
    exchange = await ask();
  }
  const down = isDown(exchange);
  const who = contact === '' ? 'ask who runs the backend' : `call ${contact}`;
  return {
    id: 'backend/reachable',
    title: 'The backend answers',
    verdict: down ? 'unknown' : 'pass',
    reason: down ? 'backend-down' : 'answers',
    what: baseUrl.host,
    measured: seen(exchange),
    expected: 'any answer of the backend',
    remedy: down ? `${who}: without an answer nothing is known of the contract` : '',
  };
}

function isDown(exchange: Exchange): boolean {
  return exchange.kind === 'lost' || isUnavailable(exchange.status);
}
