import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { InputError, RemoteError } from '@lockstep/base';
import type { Target } from '@lockstep/postgres';

/**
 * Throws InputError where it cannot be run, is no pg_dump, or is older than the server (of this major version), which it
 * would refuse: before anything is locked.
 */
export async function refuseUnfitDump(path: string, major: number, signal: AbortSignal | undefined): Promise<void> {
  const { code, output } = await run(path, ['--version'], {}, signal);
  const words = output.toString('utf8').trim();
  const own = Number(/^pg_dump \(PostgreSQL\) (\d+)/.exec(words)?.[1]);
  if (code !== 0 || Number.isNaN(own)) {
    const said = words.split('\n', 1)[0] || 'nothing';
    throw new InputError(`pg-dump-path: ${path} is no pg_dump: with --version it ended with ${code} and wrote ${said}`);
  }
  if (own < major) {
    throw new InputError(
      `pg-dump-path: ${path} is of version ${own}, and the server is PostgreSQL ${major}: ` +
        `use a pg_dump of version ${major} or newer, or leave the input out`,
    );
  }
}

/** Runs a pg_dump of the caller's own. The password goes by its environment, which other users cannot read. */
export async function nativeDump(
  path: string,
  target: Target,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const { code, output, words } = await run(path, [...args, '--no-password'], libpqVariables(target), signal);
  if (code === 0) return output;
  throw new RemoteError(words || `it ended with ${code}`, { service: 'pg_dump', retryable: false });
}

interface Ended {
  readonly code: number | string;
  readonly output: Buffer;
  /** What it wrote to its standard error. */
  readonly words: string;
}

async function run(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  const program = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
    ...(signal === undefined ? {} : { signal }),
  });
  const ended = new Promise<number | string>((resolve, reject) => {
    program.once('error', (cause: NodeJS.ErrnoException) => {
      const isAbsent = cause.code === 'ENOENT' || cause.code === 'EACCES';
      reject(isAbsent ? new InputError(`pg-dump-path: ${path} cannot be run`, { cause }) : cause);
    });
    program.once('close', (code, killed) => resolve(code ?? killed ?? 'no code'));
  });
  const [output, words, code] = await Promise.all([buffer(program.stdout), buffer(program.stderr), ended]);
  return { code, output, words: words.toString('utf8').trim() };
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
