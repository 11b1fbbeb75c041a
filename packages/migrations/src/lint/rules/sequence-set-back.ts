import { canonical, child, children, listName, type Node, opened, relationName, text } from '../../parse/parser.ts';
import type { Objection, Rule, RuleContext } from '../rule.ts';

/** A sequence that begins again gives numbers that are taken: inserts fail, or rows get the numbers of others. */
export const sequenceSetBack: Rule = {
  id: 'sequence-set-back',
  weight: 'warning',
  check: ({ parsed }, context) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    if (type === 'AlterSeqStmt') {
      const sequence = relationName(child(fields, 'sequence'));
      return restarts(children(fields, 'options')) ? objection(sequence, context) : [];
    }
    if (type === 'AlterTableStmt') {
      const table = relationName(child(fields, 'relation'));
      return children(fields, 'cmds').flatMap((each) => {
        const cmd = opened(each).fields;
        const options = children(child(child(cmd, 'def') ?? {}, 'List') ?? {}, 'items');
        return text(cmd, 'subtype') === 'AT_SetIdentity' && restarts(options)
          ? objection(`${table}.${text(cmd, 'name')}`, context, table)
          : [];
      });
    }
    return /^(Select|Update|Insert)Stmt$/.test(type)
      ? setsIn(fields).flatMap((sequence) => objection(sequence, context))
      : [];
  },
};

function restarts(options: readonly Node[]): boolean {
  return options.some((each) => {
    const option = child(each, 'DefElem') ?? {};
    const name = text(option, 'defname');
    // CYCLE: it begins again by itself, once it has come to its end.
    return name === 'restart' || (name === 'cycle' && JSON.stringify(option['arg'] ?? '').includes('true'));
  });
}

/** Sequences that `setval` sets to a number that stands there: what is read from the table is right. */
function setsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(setsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const call = value as Node;
    const isSet = key === 'FuncCall' && listName(children(call, 'funcname').slice(-1)) === 'setval';
    const [sequence, number] = isSet ? children(call, 'args') : [];
    const fixed = number !== undefined && child(number, 'A_Const') !== undefined;
    const constant = child(child(sequence ?? {}, 'TypeCast') ?? {}, 'arg') ?? sequence;
    const name = text(child(child(constant ?? {}, 'A_Const') ?? {}, 'sval'), 'sval');
    return [...(fixed ? [name || 'a sequence'] : []), ...setsIn(value)];
  });
}

function objection(sequence: string, { picture }: RuleContext, owner = sequence): Objection[] {
  const plain = sequence.replaceAll('"', '');
  if (picture.isMade(owner) || picture.isMade(canonical(plain))) return [];
  // `public.users_id_seq` goes with a table that is made here.
  const table = plain.replace(/_[^_]+_seq$/, '');
  if (plain.endsWith('_seq') && picture.isMade(table)) return [];
  return [
    {
      message: `${plain}: is set to a fixed number; numbers in use could be assigned again`,
      todo: "set it from the table: select setval('…', coalesce((select max(id) from …), 0) + 1, false)",
    },
  ];
}
