import { children, text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';
import { commands } from './alter-table.ts';

/** Triggers, foreign keys among them, that do nothing from here on. */
export const triggersOff: Rule = {
  id: 'triggers-off',
  weight: 'warning',
  check: (statement, context) => {
    const later = () => context.statements.slice(context.nth + 1);
    const todo = 'switch them on again in the same file, and check what was written meanwhile';
    if (statement.parsed?.type === 'VariableSetStmt') {
      const { fields } = statement.parsed;
      const isReplica =
        text(fields, 'name') === 'session_replication_role' && /replica/.test(JSON.stringify(children(fields, 'args')));
      const isReset = later().some(
        (each) =>
          each.parsed?.type === 'VariableSetStmt' &&
          /^(session_replication_role)?$/.test(text(each.parsed.fields, 'name')),
      );
      if (!isReplica || isReset || fields['is_local'] === true) return [];
      return [{ message: 'no trigger and no foreign key is checked from here on', todo }];
    }
    return commands(statement, context).flatMap(({ cmd, subtype, table }) => {
      const off = /^AT_Disable(TrigAll|TrigUser|Trig|Rule)$/.exec(subtype)?.[1];
      if (off === undefined) return [];
      const name = text(cmd, 'name');
      const again = later()
        .flatMap((each) => commands(each, context))
        .some(
          (each) =>
            each.table === table &&
            /^AT_Enable(Always|Replica)?(TrigAll|TrigUser|Trig|Rule)$/.test(each.subtype) &&
            (text(each.cmd, 'name') === name || /All|User/.test(each.subtype)),
        );
      if (again) return [];
      const what =
        off === 'Trig'
          ? `trigger ${name} does`
          : off === 'Rule'
            ? `rule ${name} does`
            : off === 'TrigAll'
              ? 'its triggers and foreign keys do'
              : 'its triggers do';
      return [{ message: `${table}: ${what} nothing from here on`, todo }];
    });
  },
};
