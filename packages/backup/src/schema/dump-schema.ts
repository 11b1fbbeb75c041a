import type { Target } from '@lockstep/postgres';
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
    // A subscription that is restored would take the place of the one in production.
    const args = [`--section=${name}`, `--snapshot=${options.snapshot}`, '--no-subscriptions'];
    for (const table of options.withoutTables) args.push(`--exclude-table=${table}`);
    for (const schema of options.withoutSchemas) args.push(`--exclude-schema=${schema}`);
    const { target, signal, pgDumpPath } = options;
    const sql =
      pgDumpPath === undefined
        ? await wasmDump(target, args, signal)
        : await nativeDump(pgDumpPath, target, args, signal);
    return portable(sql);
  };
  const [before, after] = await Promise.all([section('pre-data'), section('post-data')]);
  return { before, after };
}

/**
 * Without the lines that only psql, or only a server as new as pg_dump, understands: `\restrict` and its end, and settings
 * that older servers do not have and whose default is what they say.
 */
export function portable(sql: string): string {
  const key = /^\\restrict (\w+)$/m.exec(sql)?.[1];
  const plain = key === undefined ? sql : sql.replace(`\\restrict ${key}\n`, '').replace(`\\unrestrict ${key}\n`, '');
  return plain.replace(/^SET transaction_timeout = 0;\n/m, '');
}
