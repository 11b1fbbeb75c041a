import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, readEnvironmentApprover, readPerson, readProtection } from '../../src/index.ts';
import { openWorld, type TestWorld } from '../world.ts';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(() => world.close());

describe('what protects an environment', () => {
  test('is its reviewers, by name, and whether they may let in themselves', async () => {
    world.repo.environment('production', ['olga', 'ines']);
    expect(await readProtection(github, 'production')).toEqual({
      kind: 'reviewers',
      self: true,
      words: 'environment production waits for olga, ines, who may approve runs that they started',
    });
    world.repo.environment('production', ['olga'], { preventsSelfReview: true });
    expect(await readProtection(github, 'production')).toEqual({
      kind: 'reviewers',
      self: false,
      words: 'environment production waits for olga',
    });
  });

  test('is a rule for branches, where that is all', async () => {
    world.repo.environment('production', [], { protectedBranches: true });
    expect(await readProtection(github, 'production')).toMatchObject({ kind: 'branches' });
  });

  test('is nothing where it has no rule, or is not there', async () => {
    world.repo.environment('a b/c');
    expect(await readProtection(github, 'a b/c')).toMatchObject({ kind: 'none' });
    const absent = await readProtection(github, 'absent');
    expect(absent).toMatchObject({ kind: 'none', words: expect.stringContaining('does not exist') });
  });

  test('is unknown where GitHub does not say', async () => {
    const deaf = world.client({ token: world.token({ contents: 'read' }) });
    expect(await readProtection(deaf, 'production')).toMatchObject({ kind: 'unknown' });
    world.faults.plant({ service: 'github', path: /environments/, times: 99, effect: { kind: 'reset-before' } });
    expect(await readProtection(github, 'production')).toMatchObject({ kind: 'unknown' });
  });
});

test.each([
  ['olga', 'admin', true, false],
  ['olga', 'maintain', true, false],
  ['olga', 'write', true, false],
  ['olga', 'triage', false, false],
  ['olga', 'read', false, false],
  ['helper[bot]', 'write', true, true],
] as const)('%s with the role %s may push: %s, is a bot: %s', async (login, role, maySeeAndPush, isBot) => {
  world.repo.invite(login, role);
  expect(await readPerson(github, login)).toMatchObject({ login, role, maySeeAndPush, isBot });
});

test('whoever GitHub does not know may nothing', async () => {
  world.faults.plant({
    service: 'github',
    path: /collaborators/,
    times: 9,
    effect: { kind: 'status', status: 404 },
  });
  expect(await readPerson(github, 'ghost')).toMatchObject({ maySeeAndPush: false, role: 'none' });
});

test('who let a run in is who did last, in that environment', async () => {
  const run = world.repo.run();
  expect(await readEnvironmentApprover(github, run, 'production')).toBeUndefined();
  world.repo.reviewRun(run, 'production', 'ines', 'rejected');
  world.repo.reviewRun(run, 'production', 'olga', 'approved');
  world.repo.reviewRun(run, 'other', 'dana', 'approved');
  expect(await readEnvironmentApprover(github, run, 'Production')).toBe('olga');
});
