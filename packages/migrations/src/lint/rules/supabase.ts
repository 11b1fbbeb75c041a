import { madeBy } from '../../parse/made.ts';
import { child, children, text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';
import { servedTable } from '../served.ts';

/** Since 30 October 2026 a new table gets no rights for the Data API; without a grant supabase-js answers 42501. */
const noDataApiGrant: Rule = {
  id: 'no-data-api-grant',
  weight: 'warning',
  check: (statement, { beyond, exposedSchemas, picture }) => {
    const { parsed } = statement;
    const name = parsed === undefined ? undefined : servedTable(parsed, exposedSchemas);
    if (parsed === undefined || name === undefined || beyond.saysRights(name, statement)) return [];
    // Where it is there already, it has the rights that it has; a partition is asked for through its table.
    const made = madeBy(parsed);
    if (made?.ifNotExists === true && picture.relation(name) !== undefined) return [];
    if (child(parsed.fields, 'partbound') !== undefined) return [];
    return [
      {
        message: `${name}: no grant says who may use it, and Supabase no longer grants anything automatically: the Data API refuses it (42501)`,
        todo: `grant what is needed, such as: grant select, insert, update, delete on ${name} to authenticated, service_role; or revoke all on it, if the Data API is not to have it`,
      },
    ];
  },
};

/** Since 5 August 2026 Supabase installs the default version, whatever a statement asks for. */
const extensionVersionIgnored: Rule = {
  id: 'extension-version-ignored',
  weight: 'warning',
  check: ({ parsed }, { exposedSchemas }) => {
    if (parsed?.type !== 'CreateExtensionStmt' && parsed?.type !== 'AlterExtensionStmt') return [];
    const options = children(parsed.fields, 'options').map((each) => child(each, 'DefElem') ?? {});
    const isPinned = options.some((each) => text(each, 'defname') === 'new_version');
    if (exposedSchemas.length === 0 || !isPinned) return [];
    return [
      {
        message: `extension ${text(parsed.fields, 'extname')}: Supabase ignores the version and installs its default one; later it will refuse the statement`,
        todo: 'leave the version out',
      },
    ];
  },
};

/** What Supabase does otherwise than PostgreSQL. */
export const supabaseRules: readonly Rule[] = [noDataApiGrant, extensionVersionIgnored];
