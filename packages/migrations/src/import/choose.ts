import { InputError, nameSome } from '@lockstep/base';
import { IMPORT_TOOLS } from './all.ts';
import type { FoundTable } from './find-table.ts';
import type { ImportTool, Shown } from './tool.ts';

export interface Choice {
  /** `auto`, or the id of a tool. */
  readonly from: string;
  /** The name of its table, where the caller says so; else ''. */
  readonly table: string;
  readonly tables: readonly FoundTable[];
  readonly shown: Shown;
  /** Histories of tools whose migrations are not SQL files, as messages name them. */
  readonly others: readonly string[];
}

/** Whose history is taken over. Pure. Throws InputError where there is none, or more than one. */
export function chooseHistory(choice: Choice): FoundTable {
  const { from, others, shown, table, tables } = choice;
  const tool = IMPORT_TOOLS.find(({ id }) => id === from);
  const found = tool === undefined ? tables : tables.filter((each) => each.tool === tool);
  const owners = IMPORT_TOOLS.filter(({ owns }) => owns(shown));
  // The Supabase CLI's table is ours as well: that it is there says least.
  const theirs = found.filter((each) => each.tool.id !== 'supabase' || found.length === 1);
  const own = theirs.filter((each) => owners.includes(each.tool));
  const [first, second] = own.length > 0 ? own : theirs;
  if (first === undefined) throw new InputError(`from: ${noneOf(tool, owners, { others, table })}`);
  if (second !== undefined) {
    const names = [...(own.length > 0 ? own : theirs)].map((each) => `${each.tool.title} (${each.name})`);
    const how = first.tool === second.tool ? 'name one with history-table' : 'say which with `from`';
    throw new InputError(`from: this database has the histories of ${nameSome(names, 4)}; ${how}`);
  }
  if (!first.isReadable) {
    throw new InputError(
      `from: this role may not read the history of ${first.tool.title}; let its owner run: grant select on ${first.name} to the role of database-url`,
    );
  }
  return first;
}

function noneOf(
  tool: ImportTool | undefined,
  owners: readonly ImportTool[],
  { others, table }: Pick<Choice, 'others' | 'table'>,
): string {
  if (tool === undefined && others.length > 0) {
    return `${others.join('; ')}: its migrations are no SQL files, so nothing can be taken over; apply what is pending with it, and write new ones in SQL in a folder of their own`;
  }
  const whose = tool ?? (owners.length === 1 ? owners[0] : undefined);
  const looked = whose === undefined ? '' : ` (${nameSome(whose.tables.map(tableName), 4)})`;
  const of = whose === undefined ? 'a tool that can be taken over' : whose.title;
  const where = table === '' ? `this database has no history of ${of}${looked}` : `${table} is no history of ${of}`;
  return `${where}; check database-url, name its table with history-table, or record by hand what is applied with "adopt" and to`;
}

const tableName = ({ name, schema }: ImportTool['tables'][number]): string =>
  schema === undefined ? name : `${schema}.${name}`;
