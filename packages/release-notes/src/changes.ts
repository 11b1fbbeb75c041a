import type { NotedCommit } from './commit-range.ts';
import { type Conventional, readConventional } from './conventional.ts';
import { broughtBy } from './landings.ts';
import type { MergedPull, MergedPulls } from './merged-pulls.ts';
import { coAuthors, type Person } from './people.ts';

/** One thing that changed: a pull request, or a commit that came without one. */
export interface Change {
  readonly title: string;
  readonly scope: string;
  /** Its conventional type; those of its commits where its title has none. */
  readonly types: readonly string[];
  readonly breaking: readonly string[];
  readonly labels: readonly string[];
  readonly author: Person;
  readonly people: readonly Person[];
  /** `#12`, or a short sha. */
  readonly reference: string;
  readonly url: string;
  /** The commits that belong to it. */
  readonly commits: ReadonlySet<string>;
}

/** Folds commits, oldest first, and their pull requests into changes, newest first. */
export function changesOf(commits: readonly NotedCommit[], pulls: MergedPulls['byCommit']): Change[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const changes: Change[] = [];
  const named = new Set<string>();
  for (const { pull, shas } of ownCommits(bySha, pulls)) {
    for (const sha of shas) named.add(sha);
    changes.push(
      pullChange(
        pull,
        [...shas].flatMap((sha) => bySha.get(sha) ?? []),
      ),
    );
  }
  // A merge without a pull request is named by what it brought.
  for (const commit of commits)
    if (!named.has(commit.sha) && commit.parents.length < 2) changes.push(commitChange(commit));
  const age = new Map(commits.map((commit, at) => [commit.sha, at]));
  const newest = (change: Change) => Math.max(...[...change.commits].map((sha) => age.get(sha) ?? 0));
  return changes.sort((a, b) => newest(b) - newest(a));
}

interface Owned {
  readonly pull: MergedPull;
  readonly shas: Set<string>;
}

/** A merge brings its branch, a squash is one commit, a rebase several that each name their pull request. */
function ownCommits(bySha: ReadonlyMap<string, NotedCommit>, pulls: MergedPulls['byCommit']): readonly Owned[] {
  const found = new Map<number, Owned>();
  for (const commit of bySha.values()) {
    for (const pull of pulls.get(commit.sha) ?? []) {
      const owned = found.get(pull.number) ?? { pull, shas: new Set<string>() };
      owned.shas.add(commit.sha);
      if (commit.sha === pull.mergeSha) for (const sha of broughtBy(bySha, commit)) owned.shas.add(sha);
      found.set(pull.number, owned);
    }
  }
  return withoutCarriers([...found.values()], bySha);
}

/**
 * A commit that came by one pull request inside another belongs to the inner one. What is left of a pull request that
 * only carried others (a branch of its own for releases) is nothing, and is left out.
 */
function withoutCarriers(all: readonly Owned[], bySha: ReadonlyMap<string, NotedCommit>): readonly Owned[] {
  const taken = new Set<string>();
  return [...all]
    .sort((a, b) => a.shas.size - b.shas.size)
    .flatMap(({ pull, shas }) => {
      const own = new Set([...shas].filter((sha) => !taken.has(sha)));
      for (const sha of own) taken.add(sha);
      const carriedOnly = own.size < shas.size && ![...own].some((sha) => (bySha.get(sha)?.parents.length ?? 0) < 2);
      return carriedOnly ? [] : [{ pull, shas: own }];
    });
}

function pullChange(pull: MergedPull, commits: readonly NotedCommit[]): Change {
  const own = readConventional(`${pull.title}\n\n${pull.body}`);
  const below = commits.map((commit) => readConventional(commit.message));
  // Who pressed the button is the author of the merge.
  const written = commits.filter((commit) => commit.parents.length < 2);
  const authors = written.flatMap((commit) => [commit.author, ...coAuthors(commit.message)]);
  return {
    title: own.subject,
    scope: own.scope,
    types: own.type === '' ? typesOf(below) : [own.type],
    breaking: distinct([own, ...below].flatMap((one) => one.breaking)),
    labels: pull.labels,
    author: pull.author,
    people: [pull.author, ...authors],
    reference: `#${pull.number}`,
    url: pull.url,
    commits: new Set(commits.map((commit) => commit.sha)),
  };
}

function commitChange(commit: NotedCommit): Change {
  const { type, scope, subject, breaking } = readConventional(commit.message);
  return {
    title: subject,
    scope,
    types: type === '' ? [] : [type],
    breaking,
    labels: [],
    author: commit.author,
    people: [commit.author, ...coAuthors(commit.message)],
    reference: commit.sha.slice(0, 7),
    url: commit.url,
    commits: new Set([commit.sha]),
  };
}

function typesOf(commits: readonly Conventional[]): string[] {
  return distinct(commits.map((commit) => commit.type).filter((type) => type !== ''));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
