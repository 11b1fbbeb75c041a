import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemoteError } from '@lockstep/base';
import type { GitHub } from '@lockstep/github';
import { gitIn } from '@lockstep/supabase';

const FOLDER = 'supabase/functions';
const SHARED = '_shared';

export interface FunctionTimes {
  readonly commit: string;
  readonly workspace: string;
  readonly signal: AbortSignal;
  /** Asked where the checkout has no history. */
  readonly github: GitHub | undefined;
}

/**
 * When the code of each Edge Function last changed before a commit, by its name; undefined where no one knows. A function
 * that a commit did not touch need not be deployed again, and Supabase's CLI does not.
 */
export async function functionTimes(at: FunctionTimes): Promise<Readonly<Record<string, number | undefined>>> {
  const names = namesIn(at.workspace);
  if (names.length === 0) return {};
  const isShallow = (await git(at, ['rev-parse', '--is-shallow-repository'])) !== 'false';
  const ofPath = (path: string) => (isShallow ? byGitHub(at, path) : byGit(at, path));
  const entries: (readonly [string, number | undefined])[] = [];
  for (const name of names) {
    const paths = [
      `${FOLDER}/${name}`,
      ...(usesShared(join(at.workspace, FOLDER, name)) ? [`${FOLDER}/${SHARED}`] : []),
    ];
    const times: (number | undefined)[] = [];
    for (const path of paths) times.push(await ofPath(path));
    entries.push([name, times.includes(undefined) ? undefined : Math.max(...times.map((time) => time ?? 0))]);
  }
  return Object.fromEntries(entries);
}

function namesIn(workspace: string): readonly string[] {
  try {
    const entries = readdirSync(join(workspace, FOLDER), { withFileTypes: true });
    return entries.flatMap((one) => (one.isDirectory() && !/^[._]/.test(one.name) ? [one.name] : [])).sort();
  } catch {
    return [];
  }
}

/** Whether a file of a function names the folder that functions share code by. */
function usesShared(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]sx?$/.test(name));
  return files.some((name) => {
    try {
      return readFileSync(join(folder, name), 'utf8').includes(`${SHARED}/`);
    } catch {
      return true;
    }
  });
}

async function byGit(at: FunctionTimes, path: string): Promise<number | undefined> {
  return secondsOf(await git(at, ['log', '-1', '--format=%ct', at.commit, '--', path]));
}

/** One request. An outage leaves it unknown. */
async function byGitHub({ commit, github }: FunctionTimes, path: string): Promise<number | undefined> {
  try {
    const [newest] = (await github?.read('repos.listCommits', { sha: commit, path, per_page: 1 })) ?? [];
    const at = Date.parse(newest?.commit.committer?.date ?? '');
    return Number.isNaN(at) ? undefined : at;
  } catch (error) {
    if (error instanceof RemoteError) return undefined;
    throw error;
  }
}

/** When a commit was made; undefined where the checkout does not have it. */
export async function commitTime(commit: string, workspace: string, signal: AbortSignal): Promise<number | undefined> {
  return secondsOf(await git({ workspace, signal }, ['show', '--no-patch', '--format=%ct', commit]));
}

function secondsOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) * 1_000 : undefined;
}

/** What git says; empty where it refuses. */
async function git(
  { signal, workspace }: Pick<FunctionTimes, 'signal' | 'workspace'>,
  args: readonly string[],
): Promise<string> {
  try {
    return await gitIn(workspace, signal)([...args]);
  } catch {
    if (signal.aborted) throw signal.reason;
    return '';
  }
}
