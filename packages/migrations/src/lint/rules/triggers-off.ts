import { constantValue } from '../../parse/logic.ts';
import { child, children, listName, type Node, type Parsed, relationName, text } from '../../parse/parser.ts';
import { CALLS } from '../../parse/runs.ts';
import { constantOf } from '../../parse/trees.ts';
import type { Rule } from '../rule.ts';
import { commands } from './alter-table.ts';

/** Triggers, foreign keys among them, that do nothing from here on. */
export const triggersOff: Rule = {
  id: 'triggers-off',
  weight: 'warning',
  check: (statement, context) => {
    const later = () => context.statements.slice(context.nth + 1);
    const todo = 'enable them again in the same file, and check what was written meanwhile';
    const role = replicationRole(statement.parsed);
    if (role?.isReplica === true) {
      if (later().some((each) => replicationRole(each.parsed)?.isReplica === false)) return [];
      return [
        role.isLocal
          ? { weight: 'note', message: 'triggers and foreign keys are off until the transaction ends', todo }
          : { message: 'triggers and foreign keys are off from here on', todo },
      ];
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

/** What a statement makes of session_replication_role, if it does: SET, RESET, or set_config. */
function replicationRole(
  parsed: Parsed | undefined,
): { readonly isReplica: boolean; readonly isLocal: boolean } | undefined {
  if (parsed === undefined) return undefined;
  const { fields, type } = parsed;
  if (type === 'VariableSetStmt') {
    if (!/^(session_replication_role)?$/.test(text(fields, 'name'))) return undefined;
    const isReplica = /replica/.test(JSON.stringify(children(fields, 'args')));
    return { isReplica, isLocal: fields['is_local'] === true };
  }
  if (type === 'UpdateStmt' && /pg_settings$/.test(relationName(child(fields, 'relation')))) {
    const words = JSON.stringify([fields['targetList'], fields['whereClause']]);
    return words.includes('"session_replication_role"')
      ? { isReplica: words.includes('"replica"'), isLocal: false }
      : undefined;
  }
  const [call] = setConfigs(type === 'SelectStmt' || type === CALLS ? fields : undefined);
  return call;
}

function setConfigs(node: unknown): { isReplica: boolean; isLocal: boolean }[] {
  if (Array.isArray(node)) return node.flatMap(setConfigs);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const call = value as Node;
    if (key !== 'FuncCall' || listName(children(call, 'funcname').slice(-1)) !== 'set_config') return setConfigs(value);
    const [name, to, local] = children(call, 'args');
    if (constantValue(name) !== 'session_replication_role') return [];
    // What is computed may be anything.
    return [{ isReplica: !/^(origin|local)$/.test(String(constantValue(to))), isLocal: constantOf(local) === true }];
  });
}
