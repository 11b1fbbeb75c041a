/** PostgreSQL's own parser, as WebAssembly. It costs 40 ms and 45 MB, so it is loaded only when it is asked for. */

/** A node of the parse tree: `{ NodeName: { …fields } }`; field names are those of PostgreSQL's parsenodes.h. */
export type Node = Readonly<Record<string, unknown>>;

/** One statement by its node's name and fields. */
export interface Parsed {
  readonly type: string;
  readonly fields: Node;
}

export type Parse = (sql: string) => Parsed | undefined;

let loading: Promise<Parse> | undefined;

/** Loads the parser, once. What it gives returns undefined for SQL that this version of the grammar does not know. */
export function loadParser(): Promise<Parse> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parse> {
  const library = await import('libpg-query');
  await library.loadModule();
  return (sql) => {
    try {
      const [first] = (library.parseSync(sql) as { stmts?: { stmt?: Node }[] }).stmts ?? [];
      return first?.stmt === undefined ? undefined : opened(first.stmt);
    } catch {
      return undefined;
    }
  };
}

/** `{ AlterTableStmt: {…} }` → its name and fields. */
export function opened(node: Node): Parsed {
  const [type = '', fields = {}] = Object.entries(node)[0] ?? [];
  return { type, fields: fields as Node };
}

export function child(node: Node, name: string): Node | undefined {
  const value = node[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;
}

export function children(node: Node, name: string): readonly Node[] {
  const value = node[name];
  return Array.isArray(value) ? (value as Node[]) : [];
}

export function text(node: Node | undefined, name: string): string {
  const value = node?.[name];
  return typeof value === 'string' ? value : '';
}

/** `schema.name` of a RangeVar, as it was written. */
export function relationName(relation: Node | undefined): string {
  if (relation === undefined) return '';
  const schema = text(relation, 'schemaname');
  return schema === '' ? text(relation, 'relname') : `${schema}.${text(relation, 'relname')}`;
}

/** The parts of a name that is a list of strings, joined with dots. */
export function listName(parts: readonly Node[]): string {
  return parts.map((part) => text(child(part, 'String'), 'sval')).join('.');
}
