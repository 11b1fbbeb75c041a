import type { Extra, Extras } from './extra.ts';

/**
 * Schemas in which somebody may create objects: a function or table of theirs is found first by what names its own without
 * a schema. Through the Data API nothing is created, so that it reaches no row by itself: it is reported.
 */
export async function creators({ run: { parts, stage } }: Extras): Promise<readonly Extra[]> {
  return stage.catalog.schemas.flatMap(({ creators: roles, label }) =>
    parts
      .filter(({ actor }) => roles.includes(actor.role))
      .map(({ actor }): Extra => {
        const evidence = `grant create on schema ${label} to ${actor.role}`;
        return { id: 'schema/create', label, actor: actor.name, kind: 'told', evidence };
      }),
  );
}
