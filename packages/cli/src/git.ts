import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { describe, InputError } from '@lockstep/base';
import type { Call } from './command.ts';

const WITHIN_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

interface Asked {
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * What git prints; paths among `args` are names, no patterns. `answers` are codes besides 0 by which it answers. Throws
 * InputError where there is no git, no repository, or git refuses.
 */
export async function readGit(
  args: readonly string[],
  { signal }: Pick<Call, 'signal'>,
  answers: readonly number[] = [],
): Promise<string> {
  return await run(args, { signal, env: await environmentOf(signal) }, answers);
}

/** As readGit; undefined where git has no answer. */
export async function askGit(args: readonly string[], call: Pick<Call, 'signal'>): Promise<string | undefined> {
  return await answered(readGit(args, call));
}

/** The whole id of a commit by any name that git has for it; undefined where it has none. A whole id needs no repository. */
export async function commitNamed(name: string, call: Pick<Call, 'signal'>): Promise<string | undefined> {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return name;
  if (name.startsWith('-')) return undefined;
  return (await askGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], call))?.trim() || undefined;
}

/** What is wrong with a name that no commit has. */
export function noCommit(name: string): string {
  return `--commit: git knows no commit "${name}" here; give its whole id, or a name that git has for it`;
}

function run(args: readonly string[], { env, signal }: Asked, answers: readonly number[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: WITHIN_MS, signal, env } as const;
    const line = ['--literal-pathspecs', '-c', 'core.quotePath=false', ...args];
    execFile('git', line, options, (error, out, complaint) => {
      if (error === null || answers.some((code) => code === error.code)) resolve(out);
      else if (signal.aborted) reject(signal.reason);
      else if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        reject(new InputError('git is not installed, or not on the PATH', { cause: error }));
      else reject(new InputError(`git: ${lineOfCause(complaint) || describe(error)}`, { cause: error }));
    });
  });
}

/** The line that says why: warnings come before it, and advice may follow it. */
function lineOfCause(complaint: string): string | undefined {
  const lines = complaint.trim().split(/\r?\n/);
  return lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1);
}

async function answered(asked: Promise<string>): Promise<string | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * A hook in a linked working tree is given where its repository is, and not its top folder: git then takes the current
 * folder for that, whatever it is.
 */
async function environmentOf(signal: AbortSignal): Promise<NodeJS.ProcessEnv> {
  const { GIT_DIR: given, GIT_WORK_TREE: top, ...env } = process.env;
  if (given === undefined || top !== undefined) return process.env;
  const ask = async (what: string) =>
    (await answered(run(['rev-parse', what], { signal, env })))?.replace(/\r?\n$/, '');
  const own = await ask('--absolute-git-dir');
  if (own === undefined || realOf(own) !== realOf(given)) return process.env;
  const found = await ask('--show-toplevel');
  return found === undefined ? process.env : { ...process.env, GIT_WORK_TREE: found };
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
