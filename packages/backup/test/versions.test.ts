import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { everything } from './everything.ts';
import { everythingElse } from './everything-else.ts';
import { type Ground, startGround, trouble } from './ground.ts';

describe.each([15, 17] as const)('on PostgreSQL %i', (version) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround(version);
  });
  afterAll(() => ground.end());

  test('every kind of object and every type comes back as it was; what is not contained is named', async () => {
    const folder = ground.folder();
    const url = await ground.database(everything);
    await ground.source.query(everythingElse, [], decodeURIComponent(new URL(url).pathname.slice(1)));
    const made = await ground.create(url, folder);
    expect(made).toMatchObject({
      kind: 'backed-up',
      notContained: [
        { what: 'rows of public.scratchpad', why: 'the table is unlogged' },
        { what: 'rows of the foreign table rare.far', why: 'they are on another server' },
      ],
    });
    const roles: unknown[] = [];
    const drilled = await ground.drill(folder, {
      probe: async () => {
        const said = "select shobj_description(oid, 'pg_authid') as said from pg_roles where rolname = 'Täg nurse'";
        roles.push(...(await ground.scratch.query(said)));
        return [];
      },
    });
    expect(trouble(drilled)).toEqual([]);
    expect(roles).toEqual([{ said: "she's on by day" }]);
  });
});
