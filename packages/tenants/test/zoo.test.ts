import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isFew, sampleOf } from '../../../test/faults/matrix.ts';
import { type Ground, PLATFORM, startGround } from './ground.ts';
import type { Animal } from './zoo/animal.ts';
import { zoo } from './zoo/index.ts';

/** Where the whole zoo is audited: on the oldest and the newest version, by a superuser and where a platform has none. */
const HOUSES = [
  { version: 17, user: 'postgres' },
  { version: 17, user: PLATFORM },
  { version: 15, user: 'postgres' },
  { version: 15, user: PLATFORM },
] as const;

const cases = HOUSES.flatMap((house) => zoo.map((animal) => ({ ...house, animal })));
// All of them in CI; a person gets 20.
const chosen = sampleOf('leak zoo', cases, isFew ? 32 : cases.length);

describe.each(HOUSES)('PostgreSQL $version as $user', ({ user, version }) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround(version, user);
  });
  afterAll(() => ground.end());
  // Roles belong to the server: each schema makes its own.
  afterEach(() => ground.forget());

  const here = chosen.filter((one) => one.version === version && one.user === user).map(({ animal }) => animal);
  if (here.length === 0) test.todo('nothing of the sample');

  const found = ({ after, intent, schema = '', ...sql }: Animal, which: 'leak' | 'twin') =>
    ground.foundInSound(`${schema};\n${sql[which]}`, intent, after?.[which]);

  for (const animal of here) {
    test(`${animal.name}: is found, and nothing else is`, async () => {
      const { leaks, told, unknown } = await found(animal, 'leak');
      expect({ leaks, told, unknown }).toEqual({
        leaks: [...animal.finds].sort(),
        told: [...(animal.tells ?? [])].sort(),
        unknown: [],
      });
    });

    test(`${animal.name}: its twin is clean`, async () => {
      const { leaks, told, unknown } = await found(animal, 'twin');
      expect({ leaks, told, unknown }).toEqual({ leaks: [], told: [], unknown: [] });
    });
  }
});
