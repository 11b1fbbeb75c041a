import { isIP } from 'node:net';
import { InputError } from '@lockstep/base';
import { isTorn, readParameters } from './url-parameters.ts';

/** How to reach a database, read from its URL. Holds the password: never print it whole. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly tls: Tls;
  /** `-c name=value …` for the server, as libpq's `options`. */
  readonly options: string;
}

/**
 * `none`: encrypted, whoever answers. `ca`: signed by a trusted authority. `full`: and for this host.
 * `roots` is a file of PEM certificates; without it the system's roots are trusted, and Supabase's for its own hosts.
 */
export type Tls =
  | { readonly mode: 'off' }
  | { readonly mode: 'none' | 'ca' | 'full'; readonly roots: string | undefined; readonly supabase: boolean };

const SUPABASE_HOST = /(^|\.)(supabase\.(co|com|red|in))$/i;
const DIRECT_HOST = /^db\.([a-z0-9]{20})\.supabase\.(co|red|in)$/i;

/** Reads a `postgresql://` URL. Throws InputError with every reason why it cannot be used; never shows the password. */
export function readDatabaseUrl(text: string): Target {
  const url = parse(text);
  const query = url.searchParams;
  const host = decodeURIComponent(query.get('host') ?? url.hostname).replace(/^\[|\]$/g, '');
  const user = (query.get('user') ?? decodeURIComponent(url.username)) || 'postgres';
  const asked = readParameters(query);
  const target: Target = {
    host,
    port: Number(query.get('port') ?? (url.port || '5432')),
    database: (query.get('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user,
    user,
    password: query.get('password') ?? decodeURIComponent(url.password),
    tls: readTls(host, query),
    options: asked.options,
  };
  const problems = [...poolerProblems(target, query), ...tlsProblems(target, query), ...asked.problems];
  if (host === '') problems.push('database-url: no host in it');
  if (host.includes(',')) problems.push('database-url: several hosts; name the one that takes writes');
  if (problems.length > 0) throw new InputError(problems);
  return target;
}

function parse(text: string): URL {
  const hint = 'expected postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded';
  if (!/^postgres(ql)?:\/\//i.test(text.trim())) throw new InputError(`database-url: not a PostgreSQL URL; ${hint}`);
  let url: URL;
  try {
    url = new URL(text.trim());
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
  } catch {
    throw new InputError(`database-url: cannot be read; ${hint}`);
  }
  if (isTorn(url)) throw new InputError(`database-url: cannot be read; ${hint}`);
  return url;
}

/** Loopback, a socket, or a name without a dot: a service container or a machine of the same network. */
export function isLocal(host: string): boolean {
  if (host.startsWith('/')) return true;
  const family = isIP(host);
  if (family === 4) return host.startsWith('127.');
  if (family === 6) return host === '::1';
  return !host.includes('.') || host.endsWith('.localhost');
}

function readTls(host: string, query: URLSearchParams): Tls {
  const mode = query.get('sslmode') ?? (isLocal(host) ? 'disable' : 'verify-full');
  const roots = query.get('sslrootcert') ?? undefined;
  const supabase = SUPABASE_HOST.test(host);
  if (['disable', 'allow', 'prefer'].includes(mode)) return { mode: 'off' };
  if (mode === 'verify-ca') return { mode: 'ca', roots, supabase };
  // libpq verifies the authority as soon as it knows one; so do we, where the host tells us which.
  if (mode === 'require' || mode === 'no-verify') {
    const knowsRoots = mode === 'require' && (roots !== undefined || supabase);
    return { mode: knowsRoots ? 'ca' : 'none', roots, supabase };
  }
  return { mode: 'full', roots: roots === 'system' ? undefined : roots, supabase };
}

function tlsProblems({ host }: Target, query: URLSearchParams): string[] {
  const mode = query.get('sslmode');
  const known = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];
  if (mode !== null && !known.includes(mode)) return [`database-url: sslmode=${mode}: expected ${known.join(', ')}`];
  if (isLocal(host) || mode === null || !['disable', 'allow', 'prefer'].includes(mode)) return [];
  return [`database-url: sslmode=${mode} would send the password over the network in the clear; use verify-full`];
}

function poolerProblems(target: Target, query: URLSearchParams): string[] {
  const asked = query.get('pgbouncer') === 'true';
  if (target.port !== 6543 && !asked) return [];
  const why = asked ? 'pgbouncer=true' : 'port 6543';
  return [
    `database-url: ${why} is a pooler in transaction mode, on which locks and settings do not hold; use ${sessionUrl(target)}`,
  ];
}

/** The URL of the session mode of the same pooler, or of the server itself, with the password left out. */
export function sessionUrl(target: Pick<Target, 'host' | 'user' | 'database'>): string {
  const [user, database] = [target.user, target.database].map(encodeURIComponent);
  return `postgresql://${user}:[YOUR-PASSWORD]@${target.host}:5432/${database}`;
}

/** Why Supabase's direct host cannot be reached from where there is no IPv6; undefined for other hosts. */
export function directHostHint(host: string): string | undefined {
  const project = DIRECT_HOST.exec(host)?.[1];
  if (project === undefined) return undefined;
  return (
    `${host} has only an IPv6 address and this machine has no IPv6 (nor have GitHub's runners); use the session ` +
    `pooler: postgresql://postgres.${project}:[YOUR-PASSWORD]@aws-0-[REGION].pooler.supabase.com:5432/postgres ` +
    '(dashboard: Connect, Session pooler), or the IPv4 add-on'
  );
}
