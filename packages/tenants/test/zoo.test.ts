import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Ground, sound, startGround } from './ground.ts';
import { zoo } from './zoo.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());
// Roles belong to the server: each schema makes its own.
afterEach(() => ground.forget());

describe.each(zoo)('$name', ({ after, finds, intent, leak, twin }) => {
  test('is found, and nothing else is', async () => {
    const { leaks, unknown } = await ground.found(`${sound}\n${leak}`, intent, after?.leak);
    expect({ leaks, unknown }).toEqual({ leaks: [...finds].sort(), unknown: [] });
  });

  test('its twin is clean', async () => {
    const { leaks, unknown } = await ground.found(`${sound}\n${twin}`, intent, after?.twin);
    expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
  });
});
