import { InputError, type Logger, Secret } from '@lockstep/base';
import { openSession, readDatabaseUrl, type Session, SqlError } from '@lockstep/postgres';

/** The server that keeps databases of previews, and what its user may do there: make databases. */
export interface PreviewServer {
  /** Of any database on it; made and dropped are its neighbours. */
  readonly url: Secret;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}

export interface PreviewDatabase {
  readonly name: string;
  /** Whose it is, as its comment says. */
  readonly owner: string;
}

/** Before what a database's comment says of whose preview it is. */
const MARK = 'lockstep preview of ';
/** PostgreSQL cuts longer names without a word. */
const NAME = /^[a-z][a-z0-9_]{0,57}$/;
const UNFINISHED = '__new';

/**
 * The URL of the preview's database, which is made where it is not there, as a copy of `template` where one is named.
 * It is made under a passing name, and gets its own once it bears its mark: one without a mark is never ours. Throws
 * InputError where the name belongs to somebody else, RemoteError where the server refuses.
 */
export async function openPreview(
  server: PreviewServer,
  preview: PreviewDatabase,
  template = '',
): Promise<{ readonly url: Secret; readonly made: boolean }> {
  const { name, owner } = preview;
  if (!NAME.test(name))
    throw new InputError(`database ${name}: expected up to 58 lower-case letters, digits and underscores`);
  return withSession(server, async (session) => {
    const url = urlOf(server, name);
    if (await isThere(session, preview)) return { url, made: false };
    const passing = quoted(`${name}${UNFINISHED}`);
    await session.rows(`drop database if exists ${passing} with (force)`);
    await session.rows(`create database ${passing}${template === '' ? '' : ` template ${quoted(template)}`}`);
    await session.rows(`comment on database ${passing} is ${literal(`${MARK}${owner}`)}`);
    try {
      await session.rows(`alter database ${passing} rename to ${quoted(name)}`);
    } catch (error) {
      // Another run of the same pull request was first; its database is as good.
      if (!(error instanceof SqlError) || error.server.code !== '42P04') throw error;
      await session.rows(`drop database if exists ${passing} with (force)`);
      return { url, made: !(await isThere(session, preview)) };
    }
    return { url, made: true };
  });
}

/** The databases of previews whose owner begins with `owners` (`acme/shop#`). */
export function listPreviews(server: PreviewServer, owners: string): Promise<readonly PreviewDatabase[]> {
  return withSession(server, async (session) =>
    [...(await databases(session))].flatMap(([name, comment]) =>
      comment?.startsWith(`${MARK}${owners}`) === true ? [{ name, owner: comment.slice(MARK.length) }] : [],
    ),
  );
}

/** Drops a preview's database, whoever is connected. False where there is none. Throws InputError where it is not ours. */
export function dropPreview(server: PreviewServer, preview: PreviewDatabase): Promise<boolean> {
  return withSession(server, async (session) => {
    if (!(await isThere(session, preview))) return false;
    await session.rows(`drop database if exists ${quoted(preview.name)} with (force)`);
    return true;
  });
}

async function withSession<T>(server: PreviewServer, work: (session: Session) => Promise<T>): Promise<T> {
  const { log, signal, url } = server;
  const target = readDatabaseUrl(url.reveal());
  const session = await openSession(target, { log, signal, applicationName: 'lockstep preview' });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Throws InputError where the name is there and bears another mark, or none. */
async function isThere(session: Session, { name, owner }: PreviewDatabase): Promise<boolean> {
  const all = await databases(session);
  if (!all.has(name)) return false;
  const comment = all.get(name);
  if (comment === `${MARK}${owner}`) return true;
  const says = comment === undefined ? 'has no comment' : `says "${comment}"`;
  throw new InputError(
    `database ${name}: ${says}, so it is not the preview of ${owner}; it was left alone, name another one`,
  );
}

/** Every database, and its comment. */
async function databases(session: Session): Promise<ReadonlyMap<string, string | undefined>> {
  const rows = await session.rows("select datname, shobj_description(oid, 'pg_database') from pg_database");
  return new Map(rows.map(([name, comment]) => [name ?? '', comment ?? undefined]));
}

function urlOf({ url }: PreviewServer, name: string): Secret {
  const own = new URL(url.reveal().trim());
  own.pathname = `/${name}`;
  return new Secret(own.href);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
