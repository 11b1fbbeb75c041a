import type { Extra, Extras } from './extra.ts';

/**
 * A sequence numbers the rows of every tenant: whoever reads it knows how many there are. Only from the catalog, since a
 * rollback does not undo what is done to a sequence.
 */
export async function sequences({ run: { parts, stage } }: Extras): Promise<readonly Extra[]> {
  return stage.catalog.sequences.flatMap(({ label, readers, setters, table }) => {
    const numbered = stage.probed.find(({ oid }) => oid === table);
    if (numbered === undefined || !stage.kinship.isOfTenant(numbered)) return [];
    return parts.map(({ actor }): Extra => {
      const isOpen = readers.includes(actor.role);
      const rights = setters.includes(actor.role) ? 'may read and set it' : 'may read it';
      const evidence = isOpen ? `the role ${actor.role} ${rights}; it numbers ${numbered.label}` : '';
      return { id: 'sequence/shared', label, actor: actor.name, kind: isOpen ? 'told' : 'apart', evidence };
    });
  });
}
