import { madeBy } from '../../parse/made.ts';
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
import type { Around } from './around.ts';
import { droppedKey } from './keys.ts';
import { objectName, USED } from './names.ts';
import { droppedPolicies } from './rows.ts';
import { lostByView } from './views.ts';

/** What a DROP takes from those who ask for it by name. */
export function dropped(fields: Node, around: Around): string[] {
  const type = text(fields, 'removeType');
  if (type === 'OBJECT_POLICY') return droppedPolicies(fields, around);
  if (type === 'OBJECT_INDEX')
    return children(fields, 'objects').flatMap((each) => droppedKey(objectName(each), around));
  const kind = USED[type];
  if (kind === undefined) return [];
  // What else goes with it does not come back with its replacement.
  const cascades = text(fields, 'behavior') === 'DROP_CASCADE';
  return children(fields, 'objects').flatMap((object) => {
    const name = objectName(object);
    if (isNotInUse(kind, name, around) || (fields['missing_ok'] === true && isNotThere(kind, name, around))) return [];
    if (cascades || !isReplaced(object, name, around)) return [`drops ${kind} ${name}`];
    return lostByView(name, around);
  });
}

/** What nobody asks for by this name: it is made here, renamed here, or called by triggers alone. */
function isNotInUse(kind: string, name: string, { picture }: Around): boolean {
  if (picture.isMade(name) || picture.oldName(name) !== undefined) return true;
  if (/^(type|domain)$/.test(kind) && picture.isMadeType(name)) return true;
  return kind === 'function' && picture.routine(name)?.trigger === true;
}

function isNotThere(kind: string, name: string, { picture }: Around): boolean {
  if (name.startsWith('…')) return false;
  if (/^(schema|extension|publication|server)$/.test(kind)) return picture.isAbsentObject(kind, name);
  // Of casts, operators and roles nobody asks.
  return IN_PICTURE.test(kind) && picture.isAbsent(name);
}

const IN_PICTURE =
  /^((foreign )?table|(materialized )?view|sequence|type|domain|function|procedure|routine|aggregate)$/;

/** Whether a view, a routine or a type is made again further down, so that who uses it finds it. */
function isReplaced(object: Node, name: string, { file, nth }: Around): boolean {
  const { fields, type } = opened(object);
  return (file.made.get(canonical(name)) ?? []).some((made) => {
    if (made.nth < nth || madeBy(made.by)?.kind === 'table') return false;
    return type !== 'ObjectWithArgs' || made.by.type !== 'CreateFunctionStmt' || acceptsCallsOf(made.by.fields, fields);
  });
}

/** Whether a routine takes the arguments of one that was dropped; those that it has besides must have defaults. */
function acceptsCallsOf(created: Node, dropped: Node): boolean {
  if (dropped['args_unspecified'] === true) return true;
  const inputs = children(created, 'parameters')
    .map((each) => child(each, 'FunctionParameter') ?? {})
    .filter((each) => !/^FUNC_PARAM_(OUT|TABLE)$/.test(text(each, 'mode')));
  const old = children(dropped, 'objargs').map((each) => typeName(child(each, 'TypeName')));
  return (
    old.every((type, at) => typeName(child(inputs[at] ?? {}, 'argType')) === type) &&
    inputs
      .slice(old.length)
      .every((each) => each['defexpr'] !== undefined || text(each, 'mode') === 'FUNC_PARAM_VARIADIC')
  );
}

function typeName(type: Node | undefined): string {
  const name = listName(children(type ?? {}, 'names')).replace(/^(pg_catalog|public)\./, '');
  return name + '[]'.repeat(children(type ?? {}, 'arrayBounds').length);
}

export function renamed(fields: Node, around: Around): string[] {
  const { picture } = around;
  const kind = USED[text(fields, 'renameType')];
  const relation = relationName(child(fields, 'relation'));
  if (kind === undefined || (relation !== '' && picture.isMade(relation))) return [];
  const part = text(fields, 'subname');
  const object = child(fields, 'object');
  const whole = relation === '' && object !== undefined ? objectName(object) : relation;
  if (fields['missing_ok'] === true && picture.isAbsent(whole)) return [];
  if (part === '' && isMadeAgain(kind, whole, object, around)) return [];
  if (part !== '' && picture.column(whole, part)?.isNew === true) return [];
  // Its name is one of a pending statement: nobody uses it.
  if (part === '' ? picture.oldName(whole) !== undefined : picture.oldColumn(whole, part) !== undefined) return [];
  const name = [whole, part].filter((each) => each !== '');
  return [`renames ${kind} ${name.join('.')} to ${text(fields, 'newname')}`];
}

/** Whether who uses a renamed thing finds another under its name; of tables, only a view of the renamed one will do. */
function isMadeAgain(kind: string, name: string, object: Node | undefined, around: Around): boolean {
  const made = (around.file.made.get(canonical(name)) ?? []).filter((each) => each.nth > around.nth);
  if (kind === 'table' || kind === 'materialized view') return made.some((each) => madeBy(each.by)?.kind === 'view');
  if (kind === 'type') return made.some((each) => keepsLabels(name, each.by, around));
  return object !== undefined && isReplaced(object, name, around);
}

/** Whether an enum that takes the name of another has all labels of it, as far as those are known. */
function keepsLabels(name: string, { fields, type }: Parsed, { picture }: Around): boolean {
  if (type !== 'CreateEnumStmt') return true;
  const labels = children(fields, 'vals').map((each) => text(child(each, 'String'), 'sval'));
  return (picture.type(name)?.labels ?? []).every((each) => labels.includes(each));
}

export function moved(fields: Node, { picture }: Around): string[] {
  const kind = USED[text(fields, 'objectType')];
  const name = relationName(child(fields, 'relation')) || objectName(child(fields, 'object') ?? {});
  return kind === undefined || picture.isMade(name) ? [] : [`moves ${kind} ${name} to another schema`];
}

/** `ALTER DOMAIN … SET NOT NULL` is 'O', `ADD CONSTRAINT` is 'C' (parsenodes.h, AlterDomainStmt). */
export function narrowedDomain(fields: Node): string[] {
  const name = listName(children(fields, 'typeName'));
  const subtype = text(fields, 'subtype');
  if (/^(O|AD_SetNotNull)$/.test(subtype)) return [`forbids NULL in domain ${name}`];
  return /^(C|AD_AddConstraint)$/.test(subtype) ? [`narrows domain ${name}`] : [];
}
