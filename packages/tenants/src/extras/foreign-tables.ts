import { isListed } from '../intent.ts';
import type { Extra, Extras } from './extra.ts';

/**
 * Tables of another server that somebody may reach: no policy can hold for them. Only from the catalog, since what is asked
 * of the other server is not undone.
 */
export async function foreignTables({ run: { intent, parts, stage } }: Extras): Promise<readonly Extra[]> {
  const secret = stage.catalog.foreignTables.filter(({ label }) => !isListed(label, intent.publicObjects));
  return secret.flatMap(({ label, readers }) =>
    parts.map(({ actor }): Extra => {
      const isOpen = readers.includes(actor.role);
      const evidence = isOpen ? `the role ${actor.role} may use it` : '';
      return { id: 'foreign-table/open', label, actor: actor.name, kind: isOpen ? 'leak' : 'refused', evidence };
    }),
  );
}
