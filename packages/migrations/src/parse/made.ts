import { canonical, child, children, listName, type Parsed, relationName, text } from './parser.ts';

/** The table, view or routine that a statement makes. */
export interface MadeObject {
  /** Canonical. */
  readonly name: string;
  readonly kind: 'table' | 'view' | 'other';
  /** It makes none where there is one already, and does not say so. */
  readonly ifNotExists: boolean;
}

export function madeBy(parsed: Parsed | undefined): MadeObject | undefined {
  if (parsed === undefined) return undefined;
  const { fields, type } = parsed;
  const base = child(fields, 'base') ?? fields;
  const ifNotExists = base['if_not_exists'] === true;
  const made = (name: string, kind: MadeObject['kind']) => ({ name: canonical(name), kind, ifNotExists });
  switch (type) {
    case 'CreateStmt':
    case 'CreateForeignTableStmt':
      return made(relationName(child(base, 'relation')), 'table');
    case 'CreateTableAsStmt':
      return made(
        relationName(child(child(fields, 'into') ?? {}, 'rel')),
        fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'view',
      );
    case 'SelectStmt': {
      const into = child(fields, 'intoClause');
      return into === undefined ? undefined : made(relationName(child(into, 'rel')), 'table');
    }
    case 'ViewStmt':
      return made(relationName(child(fields, 'view')), 'view');
    case 'CreateFunctionStmt':
      return made(listName(children(fields, 'funcname')), 'other');
    case 'DefineStmt':
      return made(listName(children(fields, 'defnames')), 'other');
    case 'CreateSeqStmt':
      return made(relationName(child(fields, 'sequence')), 'other');
    case 'CreateSchemaStmt':
      return made(text(fields, 'schemaname'), 'other');
    case 'CreateDomainStmt':
      return made(listName(children(fields, 'domainname')), 'other');
    case 'CompositeTypeStmt':
      return made(relationName(child(fields, 'typevar')), 'other');
    case 'CreateRangeStmt':
    case 'CreateEnumStmt':
      return made(listName(children(fields, 'typeName')), 'other');
    default:
      return undefined;
  }
}
