import { wallIn } from '../ask/wall.ts';
import { ruleFor } from '../contract.ts';
import { bodyFinding, mediaRule, typeFinding } from './body.ts';
import { type Checker, checkOf, type Finding, seen } from './check.ts';
import { mainAnswer } from './main-answer.ts';

/** Whether a refusal is one of the documented errors: the frontend shows what it can read. */
export const errorShape: Checker = (visit, context) => {
  const { none, wrong, call } = visit;
  // Without the control the refusal may be a wall's, whose form the contract does not promise.
  if (call.identity === undefined || mainAnswer(visit).kind === 'no-evidence') return [];
  for (const exchange of [none, wrong]) {
    if (exchange?.kind !== 'answer' || wallIn(exchange) !== undefined) continue;
    if (exchange.status !== 401 && exchange.status !== 403) continue;
    if (call.operation.responses.length === 0) return [];
    return [checkOf('operation/error-shape', visit, judge())];

    function judge(): Finding {
      if (exchange?.kind !== 'answer') throw new Error('asked above');
      const rule = ruleFor(call.operation, exchange.status);
      const documented = call.operation.responses.map(({ status }) => status).join(', ');
      if (rule === undefined)
        return {
          verdict: 'fail',
          reason: 'error-not-documented',
          measured: seen(exchange),
          expected: `one of ${documented}`,
          remedy: `document ${exchange.status} of ${call.operation.name}, with its body`,
        };
      const type = typeFinding(call.operation, exchange, rule);
      if (type !== undefined && type.verdict !== 'pass') return type;
      const schema = mediaRule(rule, exchange)?.schema;
      const found = schema === undefined ? undefined : bodyFinding(exchange, schema, context);
      return (
        found ?? {
          verdict: 'pass',
          reason: 'error-documented',
          measured: seen(exchange),
          expected: 'a documented error',
        }
      );
    }
  }
  return [];
};
