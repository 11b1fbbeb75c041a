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
        message: `${name}: is a system catalog; an inconsistent row breaks the database, and no down migration repairs it`,
        todo: 'use the command that changes the object (ALTER …, DROP …)',
      },
    ];
  },
};
