import { child, children, listName, type Node, opened, relationName, text } from '../../parse/parser.ts';
import { typeWords } from '../../parse/type-words.ts';
import { isWidening } from '../widening.ts';
import { type Around, behind } from './around.ts';
import { addedConstraint, droppedConstraint } from './keys.ts';
import { hiddenRows } from './rows.ts';

/** What one command of an ALTER TABLE takes from those who read and write the table. */
export function altered(cmd: Node, table: string, around: Around): string[] {
  const { picture } = around;
  const name = text(cmd, 'name');
  const column = `${table}.${name}`;
  const subtype = text(cmd, 'subtype');
  if (/^AT_(DropColumn|AlterColumnType|SetNotNull|ColumnDefault|DropIdentity|AddIdentity|SetIdentity)$/.test(subtype)) {
    const known = picture.column(table, name);
    if (known?.isNew === true) return [];
    const columns = picture.relation(table)?.columns;
    if (cmd['missing_ok'] === true && picture.complete && columns !== undefined && known === undefined) return [];
  }
  switch (subtype) {
    case 'AT_DropColumn':
      return [`drops column ${column}`];
    case 'AT_AlterColumnType':
      return changesType(cmd, table, around) ? [`changes the type of column ${column}`] : [];
    case 'AT_SetNotNull':
      return picture.column(table, name)?.notNull === true ? [] : [`forbids NULL in column ${column}`];
    case 'AT_AddConstraint':
      return addedConstraint(child(child(cmd, 'def') ?? {}, 'Constraint') ?? {}, table, around);
    case 'AT_DropConstraint':
      return droppedConstraint(cmd, table, around);
    case 'AT_ColumnDefault':
      return losesDefault(cmd) && picture.column(table, name)?.hasDefault !== false && !getsDefault(table, name, around)
        ? [`drops the default of column ${column}`]
        : [];
    case 'AT_DropIdentity':
      return [`drops the identity of column ${column}`];
    case 'AT_DropExpression':
      return [`no longer computes column ${column}`];
    case 'AT_AddIdentity':
      return text(child(child(cmd, 'def') ?? {}, 'Constraint'), 'generated_when') === 'a'
        ? [`refuses values for column ${column}`]
        : [];
    case 'AT_SetIdentity':
      return isAlways(cmd) ? [`refuses values for column ${column}`] : [];
    case 'AT_EnableRowSecurity':
      return hiddenRows(table, around);
    case 'AT_ForceRowSecurity':
      return [`hides rows of table ${table} from its owner`];
    case 'AT_DropInherit':
      return [`detaches table ${table} from table ${relationName(child(child(cmd, 'def') ?? {}, 'RangeVar'))}`];
    case 'AT_DetachPartition':
      return [`detaches a partition from table ${table}`];
    case 'AT_ReplicaIdentity':
      return text(child(child(cmd, 'def') ?? {}, 'ReplicaIdentityStmt'), 'identity_type') === 'n'
        ? [`removes the replica identity of table ${table}, without which a published table refuses updates`]
        : [];
    case 'AT_AddColumn':
      return addedColumn(cmd, table, around);
    default:
      return [];
  }
}

/** Whether a column gets a type that old code may not know; not a longer one of the same kind, as far as that is known. */
function changesType(cmd: Node, table: string, { file, picture }: Around): boolean {
  const definition = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
  const to = typeWords(child(definition, 'typeName') ?? {});
  const from = picture.column(table, text(cmd, 'name'))?.type;
  const converts = definition['raw_default'] !== undefined;
  if (from === undefined) return !file.made.has(`public.${to}`) || !isRemade(to, picture);
  // An enum that was renamed away and made again under its name: its labels were judged there.
  if (picture.oldName(from) !== undefined && canonicalType(picture.oldName(from) ?? '') === canonicalType(to))
    return false;
  return converts || !isWidening(from, to);
}

function isRemade(type: string, picture: Around['picture']): boolean {
  return picture.type(type) !== undefined;
}

function canonicalType(name: string): string {
  return name.replace(/^public\./, '');
}

function losesDefault(cmd: Node): boolean {
  return (
    cmd['def'] === undefined ||
    child(child(child(cmd, 'def') ?? {}, 'A_Const') ?? {}, 'isnull') !== undefined ||
    isNull(cmd)
  );
}

/** A default that goes only until the column has another type. */
function getsDefault(table: string, name: string, around: Around): boolean {
  return behind(around, 'AlterTableStmt', table).some(({ fields }) =>
    children(fields, 'cmds').some((each) => {
      const later = opened(each).fields;
      return text(later, 'subtype') === 'AT_ColumnDefault' && text(later, 'name') === name && !losesDefault(later);
    }),
  );
}

function isNull(cmd: Node): boolean {
  return child(child(cmd, 'def') ?? {}, 'A_Const')?.['isnull'] === true;
}

function isAlways(cmd: Node): boolean {
  const options = children(child(child(cmd, 'def') ?? {}, 'List') ?? {}, 'items');
  return options.some((each) => {
    const option = child(each, 'DefElem') ?? {};
    // 'a' is 97 (ATTRIBUTE_IDENTITY_ALWAYS).
    return text(option, 'defname') === 'generated' && JSON.stringify(option['arg'] ?? '').includes('97');
  });
}

function addedColumn(cmd: Node, table: string, { picture }: Around): string[] {
  const column = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
  const name = text(column, 'colname');
  if (cmd['missing_ok'] === true && picture.column(table, name) !== undefined) return [];
  return refusesOldInserts(column) ? [`adds column ${table}.${name} that inserts must provide`] : [];
}

/** A new column that must not be NULL and fills itself in no way. */
export function refusesOldInserts(column: Node): boolean {
  const kinds = children(column, 'constraints').map((each) => text(child(each, 'Constraint'), 'contype'));
  const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
  const type = children(child(column, 'typeName') ?? {}, 'names');
  const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
  return required && !fills && !/serial\d?$/.test(listName(type));
}
