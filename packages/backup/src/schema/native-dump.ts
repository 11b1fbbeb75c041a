import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { InputError, RemoteError } from '@lockstep/base';
import type { Target } from '@lockstep/postgres';

/** Runs a pg_dump of the caller's own. The password goes by its environment, which other users cannot read. */
export async function nativeDump(
  path: string,
  target: Target,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string> {
  const run = spawn(path, [...args, '--no-password'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...libpqVariables(target) },
    ...(signal === undefined ? {} : { signal }),
  });
  const ended = new Promise<number | string>((resolve, reject) => {
    run.once('error', (cause: NodeJS.ErrnoException) => {
      const isAbsent = cause.code === 'ENOENT' || cause.code === 'EACCES';
      reject(isAbsent ? new InputError(`pg-dump-path: ${path} cannot be run`, { cause }) : cause);
    });
    run.once('close', (code, killed) => resolve(code ?? killed ?? 'no code'));
  });
  const [sql, words, code] = await Promise.all([buffer(run.stdout), buffer(run.stderr), ended]);
  if (code !== 0) {
    const said = words.toString('utf8').trim() || `it ended with ${code}`;
    throw new RemoteError(said, { service: 'pg_dump', retryable: false });
  }
  return sql.toString('utf8');
}

/** A connection as libpq's programs read it from their environment. */
export function libpqVariables(target: Target): Record<string, string> {
  const { tls } = target;
  const mode = { off: 'disable', none: 'require', ca: 'verify-ca', full: 'verify-full' }[tls.mode];
  const roots = tls.mode === 'off' || tls.mode === 'none' ? undefined : (tls.roots ?? 'system');
  return {
    PGHOST: target.host,
    PGPORT: String(target.port),
    PGUSER: target.user,
    PGDATABASE: target.database,
    PGPASSWORD: target.password,
    PGSSLMODE: mode,
    PGAPPNAME: 'lockstep backup schema',
    ...(roots === undefined ? {} : { PGSSLROOTCERT: roots }),
    ...(target.options === '' ? {} : { PGOPTIONS: target.options }),
  };
}
