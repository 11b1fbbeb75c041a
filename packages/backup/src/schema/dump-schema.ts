import type { Target } from '@lockstep/postgres';
import { eventTriggersLast } from '../restore/script-entries.ts';
import { nativeDump } from './native-dump.ts';
import { wasmDump } from './wasm-dump.ts';

export interface DumpOptions {
  readonly target: Target;
  /** Exported by the session whose rows are copied. */
  readonly snapshot: string;
  /** As pg_dump's patterns: quoted, so that each is one name. */
  readonly withoutTables: readonly string[];
  readonly withoutSchemas: readonly string[];
  /** A pg_dump to run instead of ours. */
  readonly pgDumpPath: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What stands before the rows, and what must come after them: indexes, constraints, triggers, policies. */
export interface SchemaScripts {
  readonly before: string;
  readonly after: string;
}

/** The schema as pg_dump writes it, as of the snapshot. */
export async function dumpSchema(options: DumpOptions): Promise<SchemaScripts> {
  const section = async (name: string) => {
    // In UTF-8 as the rows are: the server converts its own encoding, or refuses bytes that are of none.
    // A subscription that is restored would take the place of the one in production.
    const args = [`--section=${name}`, `--snapshot=${options.snapshot}`, '--no-subscriptions', '--encoding=UTF8'];
    for (const table of options.withoutTables) args.push(`--exclude-table=${table}`);
    for (const schema of options.withoutSchemas) args.push(`--exclude-schema=${schema}`);
    const { target, signal, pgDumpPath } = options;
    const sql =
      pgDumpPath === undefined
        ? await wasmDump(target, args, signal)
        : await nativeDump(pgDumpPath, target, args, signal);
    return portable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sql));
  };
  // One after the other: each holds all that it knows of the database in memory.
  const before = await section('pre-data');
  const after = await section('post-data');
  return { before, after: eventTriggersLast(after) };
}

/** pg_dump writes this setting into the head of each script, before all definitions. */
const END_OF_HEAD = '\nSET client_encoding = ';

/**
 * Without the lines that only psql, or only a server as new as pg_dump, understands: `\restrict` and its end, and a setting
 * that older servers do not have and whose default is what it says. Looks for them only where pg_dump writes them, since a
 * function may have such lines as well.
 */
export function portable(sql: string): string {
  const end = sql.indexOf(END_OF_HEAD) + 1;
  const head = sql.slice(0, end);
  const [restrict = '', key = ''] = /^\\restrict (\w+)\n/m.exec(head) ?? [];
  const plainHead = head.replace(restrict, '').replace(/^SET transaction_timeout = 0;\n/m, '');
  const rest = sql.slice(end);
  const unrestrict = `\n\\unrestrict ${key}\n`;
  const last = key === '' || !rest.trimEnd().endsWith(unrestrict.trimEnd()) ? -1 : rest.lastIndexOf(unrestrict);
  return plainHead + (last === -1 ? rest : rest.slice(0, last + 1) + rest.slice(last + unrestrict.length));
}
