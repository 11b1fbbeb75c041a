import { isoTime, type Repository, takeId, type User, type World } from '../world.ts';

/** A repository without a commit, at the moment of its making. */
export function newRepository(world: World, owner: User, name: string, now: number): Repository {
  return {
    id: takeId(world),
    owner,
    name,
    createdAt: isoTime(now),
    private: true,
    defaultBranch: 'main',
    commits: new Map(),
    blobs: new Map(),
    trees: new Map(),
    refs: new Map(),
    environments: new Map(),
    settings: {},
    people: new Map(),
    renamed: new Map(),
    deployments: [],
    runs: [],
    issues: [],
    checkRuns: [],
    statuses: [],
    releases: [],
  };
}
