import { madeBy } from '../parse/made.ts';
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
} from '../parse/parser.ts';
import { alteration, retyped, without } from './alteration.ts';
import { columnsOf, indexKey, indexOf, policyOf } from './definitions.ts';
import { type Column, type Key, type Known, NEW, type Policy, type Relation, type Routine } from './known.ts';
import { outputsOf } from './outputs.ts';
import { isBeforeRow, madeRoutine } from './routines.ts';

/** The schema that a statement meets: what was known before, and what the statements before it have made of it. */
export class Picture {
  readonly complete: boolean;
  readonly #relations: Map<string, Relation>;
  readonly #routines: Map<string, Routine>;
  readonly #objects: Known['objects'];
  readonly #types: Map<string, { labels: readonly string[] | undefined }>;
  /** New name → the old one, for what was renamed by a pending statement. */
  readonly #renamed = new Map<string, string>();
  /** The same of columns: table, space, new name → the old one. */
  readonly #renamedColumns = new Map<string, string>();
  readonly #gone = new Set<string>();
  /** Types that pending statements made, and those of before that they dropped. */
  readonly #madeTypes = new Set<string>();
  readonly #droppedTypes = new Set<string>();
  /** What pending statements have dropped of tables, by table and name. */
  readonly #constraints = new Map<string, Node>();
  readonly #policies = new Map<string, Policy>();
  readonly #keys = new Map<string, Key[]>();

  constructor(known: Known) {
    this.complete = known.complete;
    this.#relations = new Map(known.relations);
    this.#routines = new Map(known.routines);
    this.#types = new Map(known.types);
    this.#objects = known.objects;
  }

  relation(name: string): Relation | undefined {
    return this.#relations.get(canonical(name));
  }

  column(table: string, name: string): Column | undefined {
    return this.relation(table)?.columns?.get(name);
  }

  routine(name: string): Routine | undefined {
    return this.#routines.get(canonical(name));
  }

  type(name: string) {
    return this.#types.get(canonical(name));
  }

  /** Nobody uses it yet. */
  isMade(name: string): boolean {
    return this.relation(name)?.isMade === true;
  }

  /** The same of a type: nothing that is in use can be of it. */
  isMadeType(name: string): boolean {
    return this.#madeTypes.has(canonical(name));
  }

  /** An index lies in the schema of its table, whatever that is where it is named without one. */
  isMadeIndex(name: string): boolean {
    if (name.includes('.') || this.relation(name) !== undefined) return this.isMade(name);
    return [...this.#relations].some(
      ([each, { isMade, kind }]) => isMade && kind === 'index' && each.endsWith(`.${name}`),
    );
  }

  /** The name that it had before a pending statement renamed it. */
  oldName(name: string): string | undefined {
    return this.#renamed.get(canonical(name));
  }

  /** The same of a column. */
  oldColumn(table: string, name: string): string | undefined {
    return this.#renamedColumns.get(`${canonical(table)} ${name}`);
  }

  /** The same of what is no relation, routine or type: a schema, an extension, a publication, a server. */
  isAbsentObject(kind: string, name: string): boolean {
    return this.complete && this.#objects?.has(`${kind} ${name}`) === false;
  }

  /** Certainly not there. */
  isAbsent(name: string): boolean {
    const full = canonical(name);
    if (this.#relations.has(full) || this.#routines.has(full) || this.#types.has(full)) return false;
    return this.complete || this.#gone.has(full);
  }

  /** A constraint that is there, or was before pending statements dropped it. */
  droppedConstraint(table: string, name: string): Node | undefined {
    return this.#constraints.get(`${canonical(table)} ${name}`) ?? this.relation(table)?.constraints.get(name);
  }

  droppedPolicy(table: string, name: string): Policy | undefined {
    return this.#policies.get(`${canonical(table)} ${name}`);
  }

  droppedKeys(table: string): readonly Key[] {
    return this.#keys.get(canonical(table)) ?? [];
  }

  /** The table that an index is a key of. */
  tableOfKey(index: string): readonly [string, Relation] | undefined {
    return [...this.#relations].find(([, { keys }]) => keys.some((key) => key.name === index));
  }

  /** Goes on to what the schema is behind a statement. */
  take(parsed: Parsed | undefined): void {
    if (parsed === undefined) return;
    const object = madeBy(parsed);
    if (object !== undefined) this.#make(object, parsed);
    switch (parsed.type) {
      case 'IndexStmt':
        this.#index(parsed.fields);
        break;
      case 'DropStmt':
        this.#drop(parsed.fields);
        break;
      case 'RenameStmt':
        this.#rename(parsed.fields);
        break;
      case 'CreatePolicyStmt':
        this.#policy(parsed.fields);
        break;
      case 'CreateTrigStmt':
        this.#trigger(parsed.fields);
        break;
      case 'AlterTableStmt':
        this.#assume(parsed.fields);
        for (const cmd of children(parsed.fields, 'cmds'))
          this.#alter(relationName(child(parsed.fields, 'relation')), opened(cmd).fields);
        break;
      case 'AlterEnumStmt':
        this.#label(parsed.fields);
        break;
    }
  }

  /** What was pending so far is applied and in use from here on. */
  settle(): void {
    for (const [name, relation] of this.#relations) {
      const columns =
        relation.columns && new Map([...relation.columns].map(([each, column]) => [each, { ...column, isNew: false }]));
      this.#relations.set(name, { ...relation, columns, isMade: false, isRenamed: false });
    }
    for (const [name, routine] of this.#routines) this.#routines.set(name, { ...routine, isMade: false });
    for (const names of [this.#renamed, this.#renamedColumns, this.#constraints, this.#policies, this.#keys])
      names.clear();
    for (const names of [this.#madeTypes, this.#droppedTypes]) names.clear();
  }

  /** Says that a table is of the pending files, which an earlier run of them has begun to apply. */
  claim(name: string): void {
    const known = this.relation(name);
    if (known !== undefined) this.#relations.set(name, { ...known, isMade: true });
  }

  #make({ ifNotExists, kind, name }: NonNullable<ReturnType<typeof madeBy>>, { fields, type }: Parsed): void {
    if (kind === 'other') {
      if (/^(CreateEnum|CreateDomain|CompositeType|CreateRange)Stmt$/.test(type) && !this.#droppedTypes.has(name))
        this.#madeTypes.add(name);
      if (type === 'CreateFunctionStmt') this.#routines.set(name, madeRoutine(fields, this.#routines.get(name)));
      else if (type === 'CreateEnumStmt')
        this.#types.set(name, { labels: children(fields, 'vals').map((each) => text(child(each, 'String'), 'sval')) });
      else if (/^(CreateDomain|CompositeType|CreateRange)Stmt$/.test(type))
        this.#types.set(name, { labels: undefined });
      else if (type === 'CreateSeqStmt' && (!ifNotExists || this.isAbsent(name)))
        this.#relations.set(name, { ...NEW, kind: 'sequence' });
      return;
    }
    // IF NOT EXISTS makes nothing where it is there, and says nothing where that is not known.
    if (ifNotExists && !this.isAbsent(name)) return;
    const isView = kind === 'view';
    const known = this.#relations.get(name);
    const isReplaced = isView && known !== undefined && !known.isMade;
    const relation: Relation = {
      ...NEW,
      kind: isView ? 'view' : 'table',
      isForeign: type === 'CreateForeignTableStmt',
      columns: type === 'CreateStmt' ? columnsOf(fields) : isView ? this.#outputs(fields) : undefined,
      query: isView ? child(child(fields, 'query') ?? {}, 'SelectStmt') : undefined,
      isMade: !isReplaced,
    };
    this.#relations.set(name, relation);
  }

  #outputs(fields: Node): ReadonlyMap<string, Column> | undefined {
    const outputs = outputsOf(fields, this);
    if (outputs === undefined) return undefined;
    const column = { notNull: false, hasDefault: false, isNew: false };
    return new Map([...outputs].map(([name, type]) => [name, { ...column, type }]));
  }

  #trigger(fields: Node): void {
    const name = canonical(listName(children(fields, 'funcname')));
    const known = this.#routines.get(name);
    if (known !== undefined)
      this.#routines.set(name, { ...known, isBefore: known.isBefore === true || isBeforeRow(fields) });
  }

  #change(table: string, change: (relation: Relation) => Partial<Relation>): void {
    const known = this.relation(table);
    if (known !== undefined) this.#relations.set(canonical(table), { ...known, ...change(known) });
  }

  /** A table that is altered is there, also where nobody knows it: none was asked, or search_path says where. */
  #assume(fields: Node): void {
    const name = canonical(relationName(child(fields, 'relation')));
    if (fields['missing_ok'] !== true && !this.#relations.has(name))
      this.#relations.set(name, { ...NEW, isMade: false });
  }

  #index(fields: Node): void {
    const table = relationName(child(fields, 'relation'));
    const name = indexOf(table, text(fields, 'idxname'));
    if (fields['if_not_exists'] === true && this.#relations.has(name)) return;
    if (name !== '') this.#relations.set(name, { ...NEW, kind: 'index' });
    if (fields['unique'] === true) this.#change(table, ({ keys }) => ({ keys: [...keys, indexKey(name, fields)] }));
  }

  #drop(fields: Node): void {
    const type = text(fields, 'removeType');
    for (const object of children(fields, 'objects')) {
      const { fields: inside, type: node } = opened(object);
      const parts =
        node === 'List' ? children(inside, 'items') : children(inside, node === 'TypeName' ? 'names' : 'objname');
      if (type === 'OBJECT_POLICY') {
        const policy = listName(parts.slice(-1));
        const table = listName(parts.slice(0, -1));
        const old = this.relation(table)?.policies.get(policy);
        if (old !== undefined) this.#policies.set(`${canonical(table)} ${policy}`, old);
        this.#change(table, ({ policies }) => ({ policies: without(policies, policy) }));
        continue;
      }
      const name = canonical(listName(parts));
      if (/^OBJECT_(TABLE|VIEW|MATVIEW|INDEX|SEQUENCE|FOREIGN_TABLE)$/.test(type)) {
        if (type === 'OBJECT_INDEX') this.#forgetKey(name);
        this.#relations.delete(name);
        this.#gone.add(name);
      } else if (/^OBJECT_(TYPE|DOMAIN)$/.test(type)) {
        if (!this.#madeTypes.delete(name)) this.#droppedTypes.add(name);
        this.#types.delete(name);
      } else if (/^OBJECT_(FUNCTION|PROCEDURE|ROUTINE)$/.test(type)) this.#routines.delete(name);
    }
  }

  #forgetKey(name: string): void {
    const [table, relation] = this.tableOfKey(name) ?? [];
    if (table === undefined || relation === undefined) return;
    const gone = relation.keys.filter((key) => key.name === name);
    this.#keys.set(table, [...this.droppedKeys(table), ...gone]);
    this.#relations.set(table, { ...relation, keys: relation.keys.filter((key) => key.name !== name) });
  }

  #rename(fields: Node): void {
    const type = text(fields, 'renameType');
    const relation = relationName(child(fields, 'relation'));
    const to = text(fields, 'newname');
    if (type === 'OBJECT_COLUMN') {
      this.#renameColumn(canonical(relation), text(fields, 'subname'), to);
      this.#change(relation, ({ columns }) => {
        const column = columns?.get(text(fields, 'subname'));
        if (columns === undefined || column === undefined) return {};
        return { columns: new Map([...without(columns, text(fields, 'subname')), [to, column]]) };
      });
      return;
    }
    if (type === 'OBJECT_POLICY') {
      this.#change(relation, ({ policies }) => {
        const policy = policies.get(text(fields, 'subname'));
        if (policy === undefined) return {};
        return { policies: new Map([...without(policies, text(fields, 'subname')), [to, policy]]) };
      });
      return;
    }
    const object = opened(child(fields, 'object') ?? {});
    const from = canonical(
      relation !== '' ? relation : listName(children(object.fields, object.type === 'List' ? 'items' : 'objname')),
    );
    const name = `${from.slice(0, from.lastIndexOf('.'))}.${to}`;
    this.#renamed.set(name, from);
    if (/^OBJECT_(TYPE|DOMAIN)$/.test(type)) move(this.#types, from, name);
    else if (/^OBJECT_(FUNCTION|PROCEDURE|ROUTINE)$/.test(type)) move(this.#routines, from, name);
    else if (/^OBJECT_(TABLE|VIEW|MATVIEW|INDEX|SEQUENCE|FOREIGN_TABLE)$/.test(type)) {
      const known = this.#relations.get(from);
      move(this.#relations, from, name);
      if (known !== undefined) this.#relations.set(name, { ...known, isRenamed: true });
      for (const key of [...this.#renamedColumns.keys()])
        if (key.startsWith(`${from} `)) move(this.#renamedColumns, key, `${name}${key.slice(from.length)}`);
      this.#gone.add(from);
    }
    if (/^OBJECT_(TYPE|DOMAIN)$/.test(type))
      for (const [table, relation] of this.#relations) this.#relations.set(table, retyped(relation, from, name));
  }

  #renameColumn(table: string, from: string, to: string): void {
    const old = this.oldColumn(table, from) ?? from;
    this.#renamedColumns.delete(`${table} ${from}`);
    if (old !== to) this.#renamedColumns.set(`${table} ${to}`, old);
  }

  #policy(fields: Node): void {
    this.#change(relationName(child(fields, 'table')), ({ policies }) => ({
      policies: new Map([...policies, [text(fields, 'policy_name'), policyOf(fields)]]),
    }));
  }

  #alter(table: string, cmd: Node): void {
    if (text(cmd, 'subtype') === 'AT_DropConstraint') {
      const name = text(cmd, 'name');
      const old = this.relation(table)?.constraints.get(name);
      if (old !== undefined) this.#constraints.set(`${canonical(table)} ${name}`, old);
      this.#forgetKey(indexOf(table, name));
    }
    this.#change(table, (relation) => alteration(cmd, table, relation));
  }

  #label(fields: Node): void {
    const name = canonical(listName(children(fields, 'typeName')));
    const labels = this.#types.get(name)?.labels;
    if (labels !== undefined) this.#types.set(name, { labels: [...labels, text(fields, 'newVal')] });
  }
}

function move<T>(map: Map<string, T>, from: string, to: string): void {
  const found = map.get(from);
  map.delete(from);
  if (found !== undefined) map.set(to, found);
}
