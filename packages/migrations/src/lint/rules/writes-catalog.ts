import { catalogWritten } from '../../phase/contract/catalog.ts';
import type { Rule } from '../rule.ts';

/** Rows of PostgreSQL's own tables, changed past the commands that keep them right. */
export const writesCatalog: Rule = {
  id: 'writes-catalog',
  weight: 'error',
  check: ({ parsed }, { picture }) => {
    const name = parsed === undefined ? undefined : catalogWritten(parsed, picture);
    if (name === undefined || /pg_settings$/.test(name)) return [];
    return [
      {
        message: `${name}: is PostgreSQL's own; a row of it that does not fit the others breaks the database, and no way down knows of it`,
        todo: 'use the command that changes the object (ALTER …, DROP …)',
      },
    ];
  },
};
