import { execFile } from 'node:child_process';
import { describe, InputError } from '@lockstep/base';
import type { Call } from './command.ts';

const WITHIN_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What git prints. Throws InputError where there is no git, no repository, or git refuses. */
export function readGit(args: readonly string[], { signal }: Pick<Call, 'signal'>): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: WITHIN_MS, signal } as const;
    execFile('git', ['-c', 'core.quotePath=false', ...args], options, (error, out, complaint) => {
      if (error === null) resolve(out);
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

/** As readGit; undefined where git has no answer. */
export async function askGit(args: readonly string[], call: Pick<Call, 'signal'>): Promise<string | undefined> {
  try {
    return await readGit(args, call);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
