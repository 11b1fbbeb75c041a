/** What the parameters of a database URL ask for, besides where it leads and how it is encrypted. */
export interface Asked {
  /** `-c name=value …` for the server. */
  readonly options: string;
  /** Why some cannot be followed. */
  readonly problems: readonly string[];
}

/** Read by whoever reads the rest of the URL. */
const READ = ['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'options', 'pgbouncer'];

/** They say where unqualified names are looked for and made: in libpq's drivers for Go, Prisma, and JDBC. */
const SCHEMAS = ['search_path', 'schema', 'currentSchema'] as const;

/** Of pools and patience: whatever they say, the same statements run on the same database. */
const WITHOUT_EFFECT = new Set([
  ...['application_name', 'fallback_application_name', 'connect_timeout', 'gssencmode', 'sslsni', 'sslcompression'],
  ...['keepalives', 'keepalives_idle', 'keepalives_interval', 'keepalives_count', 'tcp_user_timeout'],
  // Taken where the server offers it; sslmode says who is trusted.
  ...['channel_binding', 'uselibpqcompat'],
  // Prisma, pgx, JDBC, and what the integrations of Vercel and Supabase add.
  ...['connection_limit', 'pool_timeout', 'socket_timeout', 'statement_cache_size', 'pool_max_conns'],
  ...['prepareThreshold', 'supa', 'workaround'],
]);

/** With one of these values it changes nothing. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  client_encoding: ['utf8', 'utf-8', 'unicode', 'auto'],
  target_session_attrs: ['any', 'read-write', 'primary'],
  load_balance_hosts: ['disable'],
  sslnegotiation: ['postgres'],
  ssl_min_protocol_version: ['tlsv1.2'],
};

/** Why some are refused, where a setting of the server's is not what they are. */
const WHY: Readonly<Record<string, string>> = {
  sslcert: 'client certificates are not supported; use a password',
  sslkey: 'client certificates are not supported; use a password',
  sslpassword: 'client certificates are not supported; use a password',
  ssl: 'write sslmode=verify-full, or sslmode=require',
  sslaccept: 'write sslmode=verify-full, or sslmode=require',
};

/** Each parameter is followed, or of no effect, or refused by its name; values may be secrets and are not shown. */
export function readParameters(query: URLSearchParams): Asked {
  const problems: string[] = [];
  const names = [...new Set(query.keys())];
  for (const name of names) {
    if (query.getAll(name).length > 1) problems.push(`database-url: ${name} is given twice; give it once`);
    else if (!isKnown(name, query.get(name) ?? '')) problems.push(`database-url: ${refusalOf(name)}`);
  }
  const paths = SCHEMAS.filter((name) => query.has(name));
  if (paths.length > 1) problems.push(`database-url: ${paths.join(' and ')} mean the same; give one of them`);
  const [path] = paths;
  const value = path === undefined ? '' : (query.get(path) ?? '').trim();
  if (path !== undefined && value === '') problems.push(`database-url: ${path} is empty; name a schema, or remove it`);
  const own = query.get('options') ?? '';
  // Prisma's names one schema, as it is; the others are lists as the server reads them.
  const searchPath = path === 'schema' ? `"${value.replaceAll('"', '""')}"` : value;
  const options = searchPath === '' ? own : `${own} -c search_path=${escaped(searchPath)}`.trim();
  return { options, problems };
}

/**
 * Whether parts of a password stand where the path, or the name of a parameter, would be: an `@` behind the host shows
 * that a `/`, `?` or `#` before it was not encoded.
 */
export function isTorn({ hash, pathname, search, searchParams }: URL): boolean {
  if (`${pathname}${hash}`.includes('@')) return true;
  return search.includes('@') && [...searchParams.keys()].some((name) => !isName(name));
}

function isName(name: string): boolean {
  const isFollowed = READ.includes(name) || WITHOUT_EFFECT.has(name) || SCHEMAS.some((each) => each === name);
  return isFollowed || HARMLESS[name] !== undefined;
}

function isKnown(name: string, value: string): boolean {
  const harmless = HARMLESS[name];
  return harmless === undefined ? isName(name) : harmless.includes(value.toLowerCase());
}

function refusalOf(name: string): string {
  const shown = name.slice(0, 40).replace(/[^\w.-]/g, '?');
  if (name.startsWith('x-')) return `${shown} is a setting of golang-migrate, which is not supported; remove it`;
  if (HARMLESS[name] !== undefined) return `${shown}: expected ${HARMLESS[name].join(', ')}`;
  const todo = WHY[name] ?? `remove it, or, for a setting of the server, write options=-c%20${shown}%3DVALUE`;
  return `the parameter ${shown} is not supported: ${todo}`;
}

/** As libpq's `options` are read: parts end at white space, unless a backslash stands before it. */
function escaped(value: string): string {
  return value.replace(/[\\\s]/g, '\\$&');
}
