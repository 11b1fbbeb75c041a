import type { Commit, Repository } from './world.ts';

/** The sha that a branch, a tag, a whole or shortened sha, or a `refs/…` name stands for. */
export function resolveRef(repo: Repository, ref: string): string | undefined {
  const name = ref.replace(/^refs\//, '');
  const direct = repo.refs.get(name) ?? repo.refs.get(`heads/${name}`) ?? repo.refs.get(`tags/${name}`);
  if (direct !== undefined) return direct;
  if (!/^[0-9a-f]{7,40}$/.test(ref)) return undefined;
  const matches = [...repo.commits.keys()].filter((sha) => sha.startsWith(ref));
  return matches.length === 1 ? matches[0] : undefined;
}

/** The commit and all its ancestors, newest first, each once. */
export function history(repo: Repository, sha: string): Commit[] {
  const seen = new Map<string, Commit>();
  const queue = [sha];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const commit = repo.commits.get(next);
    if (commit === undefined || seen.has(next)) continue;
    seen.set(next, commit);
    queue.push(...commit.parents);
  }
  return [...seen.values()];
}

export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  readonly mergeBase: Commit;
  /** In the head and not in the base, oldest first, as GitHub lists them. */
  readonly ahead: readonly Commit[];
  readonly behindBy: number;
}

/** How `head` stands to `base`; undefined where they share no ancestor. */
export function compare(repo: Repository, base: string, head: string): Comparison | undefined {
  const ofBase = new Set(history(repo, base).map((commit) => commit.sha));
  const ofHead = history(repo, head);
  const mergeBase = ofHead.find((commit) => ofBase.has(commit.sha));
  if (mergeBase === undefined) return undefined;
  const headShas = new Set(ofHead.map((commit) => commit.sha));
  const ahead = ofHead.filter((commit) => !ofBase.has(commit.sha)).reverse();
  const behindBy = [...ofBase].filter((sha) => !headShas.has(sha)).length;
  const status = behindBy > 0 ? (ahead.length > 0 ? 'diverged' : 'behind') : ahead.length > 0 ? 'ahead' : 'identical';
  return { status, mergeBase, ahead, behindBy };
}

export interface FileChange {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified';
  readonly additions: number;
  readonly deletions: number;
}

/** What changed between two trees, by whole lines. */
export function changedFiles(before: Commit['files'], after: Commit['files']): FileChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((filename): FileChange[] => {
    const old = before[filename];
    const fresh = after[filename];
    if (old === fresh) return [];
    const status = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'modified';
    const oldLines = lines(old);
    const newLines = lines(fresh);
    const additions = newLines.filter((line) => !oldLines.includes(line)).length;
    const deletions = oldLines.filter((line) => !newLines.includes(line)).length;
    return [{ filename, status, additions, deletions }];
  });
}

/** As `git log -- path`: a merge that took a path as one of its parents had it did not touch it. */
export function touches(repo: Repository, commit: Commit, path: string): boolean {
  const prefix = `${path.replace(/\/$/, '')}/`;
  const before = commit.parents.length === 0 ? [{}] : commit.parents.map((sha) => repo.commits.get(sha)?.files ?? {});
  return before.every((files) =>
    changedFiles(files, commit.files).some(({ filename }) => filename === path || filename.startsWith(prefix)),
  );
}

function lines(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
