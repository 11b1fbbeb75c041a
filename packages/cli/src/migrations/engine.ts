import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Logger } from '@lockstep/base';
import { createEngine, type Engine, type Limits } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import { askGit } from '../git.ts';

/** The migration engine on a database, in the name of the person at the terminal. Throws InputError on a wrong URL. */
export async function engineOf(call: Call, { url }: Database, limits: Partial<Limits> = {}): Promise<Engine> {
  const commit = (await askGit(['rev-parse', 'HEAD'], call))?.trim() ?? '';
  return createEngine({
    databaseUrl: url,
    provenance: {
      release: '',
      commit,
      actor: actorOf(),
      run: '',
      step: `terminal-${randomBytes(6).toString('hex')}`,
    },
    limits,
    log: logOf(call),
    signal: call.signal,
  });
}

export function logOf({ terminal }: Pick<Call, 'terminal'>): Logger {
  return {
    info: (line) => terminal.tell(`${line}\n`),
    warning: (line) => terminal.tell(`warning: ${line}\n`),
    debug: (line) => (terminal.debug ? terminal.tell(`${line}\n`) : undefined),
  };
}

function actorOf(): string {
  try {
    return userInfo().username;
  } catch {
    // A container whose user has no name.
    return '';
  }
}
