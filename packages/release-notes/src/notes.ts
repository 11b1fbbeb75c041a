import { InputError } from '@lockstep/base';
import { type NotesConfig, plainConfig, readNotesConfig, type Section, sortIntoSections } from './categories.ts';
import { type Change, changesOf } from './changes.ts';
import { type CommitRange, type NotedCommit, readCommit, readRange } from './commit-range.ts';
import type { GitHub } from './github.ts';
import { readMergedPulls } from './merged-pulls.ts';
import { compareMigrations, type MigrationChanges, type NotedMigration } from './migration-files.ts';
import { contributors, type Person } from './people.ts';
import { type RepositoryFiles, repositoryFiles } from './repository-files.ts';
import { commitsTouching } from './touching.ts';

/** Whom release notes ask. */
export interface Sources {
  readonly github: GitHub;
  /** Whether a migration has its down migration inside itself, by whoever knows how migrations are written. */
  readonly hasDownHalf: (file: string, sql: string) => boolean;
}

export interface NotesQuestion {
  /** For the heading; '' for none. */
  readonly environment: string;
  readonly service: string;
  /** Commit, branch or tag; undefined for the first release. */
  readonly from: string | undefined;
  readonly to: string;
  /** Folder of the migrations and folder of their down migrations. */
  readonly migrationFolders: readonly [ups: string, downs: string];
  /** Only changes that touch one of these; any where empty. */
  readonly paths: readonly string[];
  readonly excludeLabels: readonly string[];
  /** Where the repository keeps its categories, in the form of GitHub's `.github/release.yml`; need not be there. */
  readonly config: string;
}

/** Which way `to` lies, seen from `from`; `both` where each has what the other lacks. */
export type Direction = 'first' | 'none' | 'forward' | 'back' | 'both';

/** What changes for users, as data. */
export interface Notes {
  readonly environment: string;
  readonly service: string;
  readonly direction: Direction;
  readonly from: NotedCommit | undefined;
  readonly to: NotedCommit;
  /** The page of the comparison; '' for the first release. */
  readonly url: string;
  readonly gained: readonly Section[];
  readonly lost: readonly Section[];
  readonly migrations: MigrationChanges;
  readonly contributors: readonly Person[];
  /** What may be missing, one sentence each, in Markdown of our own. */
  readonly caveats: readonly string[];
}

/**
 * Reads what changes between two commits. Needs `contents: read` and `pull-requests: read`. Throws RemoteError, and
 * InputError for a commit that is not there or a config that cannot be read.
 */
export async function readNotes({ github, hasDownHalf }: Sources, question: NotesQuestion): Promise<Notes> {
  const to = await readCommit(github, 'to', question.to);
  const files = repositoryFiles(github);
  const folders = question.migrationFolders.map(folderName);
  const base = { environment: question.environment, service: question.service, to };
  if (question.from === undefined) {
    // Nobody knows what the database has already: no migration can be called new.
    const migrations = { gained: [], lost: [], edited: [] };
    const none = { url: '', gained: [], lost: [], contributors: [], caveats: [] };
    return { ...base, ...none, direction: 'first', from: undefined, migrations };
  }
  const range = await readRange(github, await readCommit(github, 'from', question.from), to);
  const config = await readConfig(files, to.sha, question);
  const gained = await readChanges(github, to.sha, range.gained, question.paths);
  const lost = await readChanges(github, range.from.sha, range.lost, question.paths);
  return {
    ...base,
    from: range.from,
    direction: directionOf(range),
    url: range.url,
    gained: sortIntoSections(gained.changes, config),
    lost: sortIntoSections(lost.changes, config),
    migrations: await readMigrations({ files, folders, hasDownHalf }, range.from.sha, to.sha),
    contributors: contributors(gained.changes.flatMap((change) => change.people)),
    caveats: [...new Set([...gained.caveats, ...lost.caveats, ...unread(range)])],
  };
}

function directionOf({ gained, lost }: CommitRange): Direction {
  if (gained.length === 0) return lost.length === 0 ? 'none' : 'back';
  return lost.length === 0 ? 'forward' : 'both';
}

function unread({ unread }: CommitRange): string[] {
  return unread === 0 ? [] : [`${unread} more commits could not be read and are missing here.`];
}

async function readChanges(
  github: GitHub,
  tip: string,
  commits: readonly NotedCommit[],
  paths: readonly string[],
): Promise<{ changes: readonly Change[]; caveats: readonly string[] }> {
  if (commits.length === 0) return { changes: [], caveats: [] };
  const pulls = await readMergedPulls(github, commits);
  const all = changesOf(commits, pulls.byCommit);
  const caveats = pulls.caveat === '' ? [] : [pulls.caveat];
  if (paths.length === 0) return { changes: all, caveats };
  const touching = await commitsTouching(github, tip, commits, paths.map(folderName));
  return { changes: all.filter((change) => [...change.commits].some((sha) => touching.has(sha))), caveats };
}

interface MigrationSources extends Pick<Sources, 'hasDownHalf'> {
  readonly files: RepositoryFiles;
  readonly folders: readonly string[];
}

/** Both folders of both commits, and the migrations themselves where the down migration may be in the same file. */
async function readMigrations(read: MigrationSources, from: string, to: string): Promise<MigrationChanges> {
  const { files, folders } = read;
  const listAll = async (commit: string) => {
    const lists = await Promise.all(folders.map((folder) => files.list(commit, folder)));
    return new Map(lists.flatMap((list) => [...list]));
  };
  const found = compareMigrations(await listAll(from), await listAll(to), folders);
  return {
    gained: await lookInside(read, to, found.gained),
    lost: await lookInside(read, from, found.lost),
    edited: found.edited,
  };
}

/** More new migrations than this at once are a move of files; each costs a request. */
const MOST_LOOKED_INSIDE = 50;

async function lookInside(
  { files, hasDownHalf }: MigrationSources,
  commit: string,
  migrations: readonly NotedMigration[],
): Promise<NotedMigration[]> {
  const looked: NotedMigration[] = [];
  for (const [at, migration] of migrations.entries()) {
    if (migration.down.kind !== 'unknown' || at >= MOST_LOOKED_INSIDE) {
      looked.push(migration);
      continue;
    }
    const sql = await files.text(commit, migration.path);
    const kind = sql === undefined ? 'unknown' : hasDownHalf(migration.path, sql) ? 'same-file' : 'none';
    looked.push({ ...migration, down: { kind } });
  }
  return looked;
}

async function readConfig(files: RepositoryFiles, commit: string, question: NotesQuestion): Promise<NotesConfig> {
  const text = question.config === '' ? undefined : await files.text(commit, question.config);
  const config = text === undefined ? plainConfig : readNotesConfig(text, question.config);
  const { labels, authors } = config.exclude;
  return { ...config, exclude: { labels: [...labels, ...question.excludeLabels], authors } };
}

/** `./a//b/` → `a/b`. Throws InputError for a path that leaves the repository. */
function folderName(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || path.startsWith('/'))
    throw new InputError(`${path}: expected a folder of the repository, from its root`);
  return parts.join('/');
}
