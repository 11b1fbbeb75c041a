import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** PostgreSQL's own parser, as WebAssembly. It costs 40 ms and 45 MB, so it is loaded only when it is asked for. */

/** A node of the parse tree: `{ NodeName: { …fields } }`; field names are those of PostgreSQL's parsenodes.h. */
export type Node = Readonly<Record<string, unknown>>;

/** One statement by its node's name and fields. */
export interface Parsed {
  readonly type: string;
  readonly fields: Node;
}

export interface Parse {
  /** The first statement; undefined where this version of the grammar does not know it. */
  (sql: string): Parsed | undefined;
  /** Why some SQL was not taken, and at which character; undefined where it was. */
  readonly problemOf: (sql: string) => { readonly message: string; readonly at: number } | undefined;
}

let loading: Promise<Parse> | undefined;

/** Loads the parser, once. What it gives returns undefined for SQL that this version of the grammar does not know. */
export function loadParser(): Promise<Parse> {
  loading ??= load();
  return loading;
}

/** What is used of the emscripten module in libpg-query/wasm/libpg-query.js. */
interface Wasm {
  _malloc(size: number): number;
  _free(pointer: number): void;
  _wasm_parse_query_raw(sql: number): number;
  _wasm_free_parse_result(result: number): void;
  getValue(pointer: number, type: 'i32'): number;
  UTF8ToString(pointer: number): string;
  stringToUTF8(text: string, pointer: number, size: number): void;
  lengthBytesUTF8(text: string): number;
}

/**
 * The package's own entry starts the module at import, and looks for the .wasm in a folder that a bundle does not have;
 * so this goes one level below, and tells it.
 */
async function load(): Promise<Parse> {
  // The emscripten glue is CommonJS and names its folder, which it then does not use; an ESM bundle has no such name.
  (globalThis as { __dirname?: string }).__dirname ??= '';
  const { default: start } = await import('libpg-query/wasm/libpg-query.js');
  const wasm = (await start({ locateFile: wasmFile })) as Wasm;
  return Object.assign((sql: string) => parse(wasm, sql), { problemOf: (sql: string) => problemOf(wasm, sql) });
}

/** Beside a bundle, or in what bundles share (`bundledFiles` in package.json puts it there), else in its package. */
function wasmFile(): string {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const bundled = ['.', '../shared'].map((each) => path.join(folder, each, 'libpg-query.wasm')).find(existsSync);
  return bundled ?? createRequire(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm');
}

/** Reads a PgQueryParseResult: the tree as JSON, what went to stderr, the error (pg_query.h of libpg_query). */
function parse(wasm: Wasm, sql: string): Parsed | undefined {
  return withResult(wasm, sql, (tree, error) => {
    if (tree === 0 || error !== 0) return undefined;
    const { stmts } = JSON.parse(wasm.UTF8ToString(tree)) as { stmts?: { stmt?: Node }[] };
    const statement = stmts?.[0]?.stmt;
    return statement === undefined ? undefined : opened(statement);
  });
}

/** A PgQueryError: message, function, file, line, cursor position from 1. */
function problemOf(wasm: Wasm, sql: string): { message: string; at: number } | undefined {
  return withResult(wasm, sql, (_tree, error) => {
    if (error === 0) return undefined;
    const message = wasm.UTF8ToString(wasm.getValue(error, 'i32'));
    return { message, at: Math.max(0, wasm.getValue(error + 16, 'i32') - 1) };
  });
}

function withResult<T>(wasm: Wasm, sql: string, read: (tree: number, error: number) => T): T {
  const size = wasm.lengthBytesUTF8(sql) + 1;
  const input = wasm._malloc(size);
  wasm.stringToUTF8(sql, input, size);
  const result = wasm._wasm_parse_query_raw(input);
  try {
    return read(wasm.getValue(result, 'i32'), wasm.getValue(result + 8, 'i32'));
  } finally {
    wasm._wasm_free_parse_result(result);
    wasm._free(input);
  }
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

/** A name with its schema, where it was written without one: what nearly every search_path makes of it. */
export function canonical(name: string): string {
  return name.includes('.') ? name : `public.${name}`;
}

/** Whether an option list holds this name, and does not switch it off. */
export function has(fields: Node, list: string, name: string): boolean {
  return children(fields, list).some((each) => {
    const element = child(each, 'DefElem') ?? {};
    return (
      text(element, 'defname') === name &&
      JSON.stringify(element['arg'] ?? '').match(/false|off|"boolval":false/) === null
    );
  });
}
