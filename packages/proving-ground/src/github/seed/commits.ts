import { createHash } from 'node:crypto';
import { type Commit, userNamed } from '../world.ts';
import type { Place } from './place.ts';

export interface CommitSeed {
  readonly message?: string;
  /** The branch that moves on to it, and whose tip is its parent unless `parents` says else (the default branch). */
  readonly branch?: string;
  readonly parents?: readonly string[];
  readonly author?: string;
  /** Files that it changes; a null takes one away. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** The sha it has elsewhere, in a real repository that is pushed here. */
  readonly sha?: string;
}

/** Makes a commit and moves its branch on to it, and the head of every open pull request from there; gives its sha. */
export function addCommit({ repo, time }: Place, seed: CommitSeed): string {
  const branch = seed.branch ?? repo.defaultBranch;
  const tip = repo.refs.get(`heads/${branch}`);
  const parents = seed.parents ?? (tip === undefined ? [] : [tip]);
  const files = { ...repo.commits.get(parents[0] ?? '')?.files };
  for (const [path, text] of Object.entries(seed.files ?? {})) {
    if (text === null) delete files[path];
    else files[path] = text;
  }
  const message = seed.message ?? `Change ${repo.commits.size + 1}`;
  const unique = JSON.stringify([repo.id, repo.commits.size, message, parents]);
  const sha = seed.sha ?? createHash('sha1').update(unique).digest('hex');
  const commit: Commit = { sha, message, parents, author: userNamed(seed.author ?? 'octocat'), at: time, files };
  repo.commits.set(sha, commit);
  repo.refs.set(`heads/${branch}`, sha);
  for (const { state, pull } of repo.issues) if (state === 'open' && pull?.head === branch) pull.headSha = sha;
  return sha;
}
