import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { createEngine, type Engine, type Limits } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import { askGit } from '../git.ts';
import { logOf } from '../log.ts';

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
    log: logOf(call.terminal),
    signal: call.signal,
  });
}

function actorOf(): string {
  try {
    return userInfo().username;
  } catch {
    // A container whose user has no name.
    return '';
  }
}
