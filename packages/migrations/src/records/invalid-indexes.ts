import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import type { Migration } from '../files/migration.ts';
import { child, loadParser, text } from '../parse/parser.ts';
import { readStatements } from '../parse/statements.ts';

/**
 * Refuses to record files as applied that build an index which the database has as an invalid one, of a build that
 * failed: it enforces nothing, and nobody would build it again. Throws InputError with all of them.
 */
export async function refuseInvalidIndexes(session: Session, migrations: readonly Migration[]): Promise<void> {
  const invalid = await session.rows(
    `select n.nspname, t.relname, c.relname from pg_catalog.pg_index i
       join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_class t on t.oid = i.indrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not (i.indisvalid and i.indisready) and c.relkind = 'i'`,
  );
  if (invalid.length === 0) return;
  const parse = await loadParser();
  const problems = migrations.flatMap(({ file, up }) =>
    readStatements(up, parse).flatMap(({ parsed }) => {
      if (parsed?.type !== 'IndexStmt') return [];
      const table = child(parsed.fields, 'relation');
      const [schema, name] = [text(table, 'schemaname'), text(table, 'relname')];
      const index = text(parsed.fields, 'idxname');
      // Which schema an unqualified name is of, search_path alone would say.
      return invalid
        .filter((row) => row[2] === index && row[1] === name && (schema === '' || row[0] === schema))
        .map((row) => {
          const shown = `${row[0]}.${index}`;
          return `${file}: the index ${shown} is invalid, so that it enforces nothing; drop it and apply the file with "up", or run "reindex index concurrently ${shown}" first`;
        });
    }),
  );
  if (problems.length > 0) throw new InputError([...new Set(problems)]);
}
