import { at, textAt } from '@lockstep/base';
import { listAt } from '../facts/pick.ts';

/** Conditions of these are often how a firewall knows a caller: their values are secrets. */
const SECRET_CONDITIONS = ['header', 'cookie', 'query'];

export interface RuleDefinition {
  readonly definition: Readonly<Record<string, unknown>>;
  readonly whole: boolean;
}

/** A rule of the firewall as it may be written down. */
export function definitionOf(rule: unknown): RuleDefinition {
  let whole = true;
  const conditionGroup = listAt(rule, 'conditionGroup').map((group) => ({
    conditions: listAt(group, 'conditions').map((condition) => {
      const type = textAt(condition, 'type') ?? '';
      const kept = Object.fromEntries(
        ['type', 'op', 'neg', 'key', 'value'].flatMap((name) => {
          const value = at(condition, name);
          if (value === undefined) return [];
          if (name === 'value' && SECRET_CONDITIONS.includes(type)) {
            whole = false;
            return [];
          }
          return [[name, value] as const];
        }),
      );
      return kept;
    }),
  }));
  const mitigate = at(rule, 'action', 'mitigate');
  const definition = {
    name: textAt(rule, 'name') ?? '',
    active: at(rule, 'active') === true,
    conditionGroup,
    action: mitigate === undefined ? {} : { mitigate },
  };
  return { definition, whole };
}
