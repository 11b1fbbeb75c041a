import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parsed,
  relationName,
  text,
} from '../../parse/parser.ts';
import { type Around, behind, onTable } from './around.ts';
import { objectName } from './names.ts';

/** What is undone further down in the same transaction, nobody notices. */

/** A thing by what it is, its canonical name, and the part of it that is meant. */
interface Place {
  readonly whole: string;
  readonly part: string;
}

/** A statement that moves something: which kind of thing, from where, and where to. */
interface Move {
  readonly kind: string;
  readonly from: Place;
  readonly to: Place;
}

function moveOf({ fields, type }: Parsed): Move | undefined {
  if (type === 'AlterEnumStmt' && text(fields, 'oldVal') !== '') {
    const whole = canonical(listName(children(fields, 'typeName')));
    return {
      kind: 'label',
      from: { whole, part: text(fields, 'oldVal') },
      to: { whole, part: text(fields, 'newVal') },
    };
  }
  const isRename = type === 'RenameStmt';
  if (!isRename && type !== 'AlterObjectSchemaStmt') return undefined;
  const relation = relationName(child(fields, 'relation'));
  const name = relation !== '' ? relation : objectName(child(fields, 'object') ?? {});
  const whole = canonical(name || text(fields, 'subname'));
  const part = name === '' ? '' : text(fields, 'subname');
  const at = whole.lastIndexOf('.');
  const [schema, own] = [whole.slice(0, at), whole.slice(at + 1)];
  const from = { whole, part };
  if (!isRename)
    return { kind: text(fields, 'objectType'), from, to: { whole: `${text(fields, 'newschema')}.${own}`, part } };
  const newName = text(fields, 'newname');
  const to = part === '' ? { whole: `${schema}.${newName}`, part } : { whole, part: newName };
  return { kind: text(fields, 'renameType'), from, to };
}

/** Whether what a statement renames or moves has its name again when the transaction ends. */
export function isMovedBack(statement: Parsed, { file, nth }: Pick<Around, 'file' | 'nth'>): boolean {
  const first = moveOf(statement);
  if (first === undefined) return false;
  let now = first.to;
  for (const [at, later] of file.statements.entries()) {
    if (at <= nth || later === undefined || !file.isTogether(nth, at)) continue;
    const move = moveOf(later);
    if (move === undefined || move.from.whole !== now.whole) continue;
    if (move.kind === first.kind && move.from.part === now.part) now = move.to;
    else if (now.part !== '' && move.from.part === '') now = { whole: move.to.whole, part: now.part };
  }
  return now.whole === first.from.whole && now.part === first.from.part;
}

/** Whether an earlier statement of the file gave something the name that this one takes from it: nobody uses that. */
export function isMovedHere(statement: Parsed, { file, nth }: Pick<Around, 'file' | 'nth'>): boolean {
  const last = moveOf(statement);
  if (last === undefined) return false;
  return file.statements.slice(0, nth).some((each) => {
    const move = each === undefined ? undefined : moveOf(each);
    return move?.kind === last.kind && move.to.whole === last.from.whole && move.to.part === last.from.part;
  });
}

/**
 * Whether a later command on the same table, in the same transaction, reverses what one of ALTER TABLE does; or it takes
 * back itself what the file did.
 */
export function isUndone(cmd: Node, table: string, around: Around): boolean {
  if (text(cmd, 'subtype') === 'AT_DropConstraint' && isAddedHere(cmd, table, around)) return true;
  const undo = UNDONE_BY[text(cmd, 'subtype')];
  if (undo === undefined) return false;
  const name = text(cmd, 'name') || text(child(child(cmd, 'def') ?? {}, 'Constraint'), 'conname');
  return behind(around, 'AlterTableStmt', table).some((later) =>
    children(later.fields, 'cmds').some((each) => {
      const other = opened(each).fields;
      return (
        text(other, 'subtype') === undo &&
        text(other, 'name') === name &&
        around.file.isTogether(around.nth, around.file.statements.indexOf(later))
      );
    }),
  );
}

/** A constraint that an earlier statement of the file added: nobody counts on it. */
function isAddedHere(cmd: Node, table: string, { file, nth }: Around): boolean {
  return onTable(file, 'AlterTableStmt', table).some(
    (each) =>
      each.nth < nth &&
      children(each.by.fields, 'cmds').some((other) => {
        const { fields } = opened(other);
        const constraint = child(child(fields, 'def') ?? {}, 'Constraint');
        return text(fields, 'subtype') === 'AT_AddConstraint' && text(constraint, 'conname') === text(cmd, 'name');
      }),
  );
}

const UNDONE_BY: Readonly<Record<string, string>> = {
  AT_SetNotNull: 'AT_DropNotNull',
  AT_AddConstraint: 'AT_DropConstraint',
  AT_EnableRowSecurity: 'AT_DisableRowSecurity',
  AT_ForceRowSecurity: 'AT_NoForceRowSecurity',
};
