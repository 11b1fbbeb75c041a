import { describe, InputError, RemoteError } from '@lockstep/base';
import { directHostHint, type Target } from './database-url.ts';
import { ConnectionLost, SqlError } from './sql-error.ts';

/** What a failed login means to the caller, and what to do: InputError where the URL must change, else RemoteError. */
export function explainFailedLogin(target: Pick<Target, 'host' | 'port'>, error: unknown): Error {
  if (error instanceof InputError) return error;
  const code = error instanceof SqlError ? error.server.code : ((error as { code?: string }).code ?? '');
  const where = `${target.host}:${target.port}`;
  const say = (message: string, hint?: string, retryable = false) =>
    new RemoteError(`database ${where}: ${message}`, {
      service: 'PostgreSQL',
      ...(code === '' ? {} : { code }),
      retryable,
      ...(hint === undefined ? {} : { hint }),
      cause: error,
    });
  if (code === '28P01' || code === '28000')
    return say('the login was refused', 'check user and password in database-url');
  if (code === '3D000') return say('no such database', 'check the path of database-url');
  if (code === '53300') return say('no connection is free', 'end some, or try again later', true);
  if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_)|ERR_TLS/.test(code)) {
    const todo = 'name its authority with ?sslrootcert=FILE in database-url';
    return say(`its certificate was not accepted (${code})`, todo);
  }
  if (/does not support SSL/.test(describe(error)))
    return say('the server speaks no TLS', 'it must, for any host that is not local');
  const direct = directHostHint(target.host);
  if (
    direct !== undefined &&
    /^(ENETUNREACH|EHOSTUNREACH|ENOTFOUND|ETIMEDOUT|EADDRNOTAVAIL|EAI_AGAIN)/.test(reason(error))
  ) {
    return new InputError(`database-url: ${direct}`, { cause: error });
  }
  return error instanceof RemoteError && !(error instanceof SqlError) && !(error instanceof ConnectionLost)
    ? error
    : say('cannot be reached', UNREACHED.find(([form]) => form.test(reason(error)))?.[1] ?? USUAL_HINT, true);
}

/** What to do, by the error of the connection. */
const UNREACHED: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED/, 'start it, or correct host and port in database-url'],
  [/^(ENOTFOUND|EAI_AGAIN)/, 'correct the host in database-url'],
];
const USUAL_HINT = 'check host and port in database-url, and whether a firewall is in between';

/** Behind a name with several addresses, node gathers one error for each. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return (error as { code?: string }).code ?? (/timeout expired/.test(describe(error)) ? 'ETIMEDOUT' : '');
}
