import { type Issue, isoTime, type Repository, type Run, type User, userNamed, type World } from '../world.ts';

/** Where a change of somebody with a keyboard lands: a repository as it is now. */
export interface Place {
  readonly world: World;
  readonly repo: Repository;
  /** The time now, as GitHub writes it. */
  readonly time: string;
}

/** The place that a repository is at this moment. */
export function placeNow(world: World, repo: Repository, now: number): Place {
  return { world, repo, time: isoTime(now) };
}

/** Somebody by the login that they have now. */
export function userIn({ repo }: Place, login: string): User {
  const user = userNamed(login);
  return { ...user, id: repo.renamed.get(login.toLowerCase()) ?? user.id };
}

export function runOf({ repo }: Place, id: number): Run {
  const found = repo.runs.find((run) => run.id === id);
  if (found === undefined) throw new Error(`no run ${id}`);
  return found;
}

export function issueOf({ repo }: Place, number: number): Issue {
  const found = repo.issues.find((issue) => issue.number === number);
  if (found === undefined) throw new Error(`no issue ${number}`);
  return found;
}
