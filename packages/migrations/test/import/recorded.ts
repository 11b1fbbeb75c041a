import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../ground.ts';

/** A history table as SQL that makes it again. */
export interface Recorded {
  /** Its columns, and what does not change from run to run. */
  readonly shape: string;
  readonly rows: string;
}

/** What changes with every run. */
const CHANGES = /^(id|started_at|run_on|installed_on|execution_time|logs|installed_by)$/;
/** Of these only whether there is one. */
const TIMES = /^(finished_at|rolled_back_at)$/;

export async function describeTable(database: Database, table: string): Promise<Recorded> {
  const [schema = '', name = ''] = table.split('.');
  const columns = await database.rows(
    `select quote_ident(attname), format_type(atttypid, atttypmod), attname from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  const names = columns.map(([quoted]) => String(quoted));
  const made = `${schema === 'public' ? '' : `create schema ${schema};\n`}create table ${schema}.${name} (${columns
    .map(([quoted, type]) => `${String(quoted)} ${String(type)}`)
    .join(', ')});`;
  const literals = async (chosen: readonly string[]) =>
    (
      await database.rows(
        `select '(' || concat_ws(', ', ${chosen.map((each) => `quote_nullable(${each}::text)`).join(', ')}) || ')' from ${table} t order by t::text`,
      )
    ).map(([row]) => String(row));
  const fixed = names
    .filter((_each, nth) => !CHANGES.test(String(columns[nth]?.[2])))
    .map((name) => (TIMES.test(name) ? `${name} is not null` : name));
  return {
    shape: `${made}\n-- ${fixed.join(', ')}\n${(await literals(fixed))
      .toSorted()
      .map((row) => `-- ${row.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}`)
      .join('\n')}`,
    rows: `insert into ${table} (${names.join(', ')}) values\n${(await literals(names)).join(',\n')};`,
  };
}

const FOLDER = path.join(import.meta.dirname, 'recorded');

/** What was recorded of a tool, in `recorded/NAME.sql`: made by running it, and never by hand. */
export function recordedFile(name: string) {
  const file = path.join(FOLDER, `${name}.sql`);
  const sql = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [head = '', rest = ''] = sql.split('\n-- rows\n');
  return {
    sql,
    text: { shape: head.slice(head.indexOf('\n') + 1), rows: rest },
    write: (version: string, { rows, shape }: Recorded) => {
      const tool = name.replace(/-(failed|baseline|resolved|same-number)$/, '');
      writeFileSync(
        file,
        `-- Recorded from ${tool} ${version} by LOCKSTEP_RECORD=1 bash .ci/judges import\n${shape}\n-- rows\n${rows}\n`,
      );
    },
  };
}
