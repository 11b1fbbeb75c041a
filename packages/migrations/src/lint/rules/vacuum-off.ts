import { child, children, has } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';
import { commands } from './alter-table.ts';

/** Dead rows stay for ever, until the server must stop to keep its transaction numbers. */
export const vacuumOff: Rule = {
  id: 'vacuum-off',
  weight: 'warning',
  check: (statement, context) =>
    commands(statement, context).flatMap(({ cmd, subtype, table }) => {
      const options = child(child(cmd, 'def') ?? {}, 'List') ?? {};
      const named = JSON.stringify(children(options, 'items')).includes('"autovacuum_enabled"');
      if (subtype !== 'AT_SetRelOptions' || !named || has(options, 'items', 'autovacuum_enabled')) return [];
      return [
        {
          message: `${table}: is no longer vacuumed`,
          todo: 'leave autovacuum on and tune it for this table',
        },
      ];
    }),
};
