import { spawnSync } from 'node:child_process';
import { silent } from '@lockstep/base';
import { compareSchemas, openSession, readDatabaseUrl, readSchema } from '../../packages/postgres/lib/index.js';

/** A pg_dump that can read this server; undefined where there is none. */
export function dumpTool(version) {
  const own = spawnSync(`/usr/lib/postgresql/${version}/bin/pg_dump`, ['--version']);
  if (own.status === 0) return `/usr/lib/postgresql/${version}/bin/pg_dump`;
  const said = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
  return Number(/\s(\d+)/.exec(said.stdout ?? '')?.[1] ?? 0) >= version ? 'pg_dump' : undefined;
}

/** Where two schemas differ first, in one line; '' where they do not. */
export async function schemaDifference(tool, one, other) {
  if (tool === undefined) return catalogDifference(one, other);
  const [a, b] = [one, other].map((url) => dump(tool, url));
  const at = a.findIndex((line, nth) => line !== b[nth]);
  if (at < 0 && a.length === b.length) return '';
  const line = at < 0 ? Math.min(a.length, b.length) : at;
  return `pg_dump differs: psql "${a[line] ?? ''}", ours "${b[line] ?? ''}"`;
}

function dump(tool, url) {
  const args = ['--schema-only', '--exclude-schema=lockstep', '--exclude-schema=supabase_migrations', url];
  const { status, stderr, stdout } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`pg_dump: ${stderr}`);
  return stdout.split('\n').filter((line) => !/^\\(un)?restrict /.test(line));
}

async function catalogDifference(one, other) {
  const read = async (url) => {
    const session = await openSession(readDatabaseUrl(url), {
      log: silent,
      signal: undefined,
      applicationName: 'corpus',
    });
    try {
      return await readSchema(session, ['supabase_migrations', 'lockstep']);
    } finally {
      await session.close();
    }
  };
  const found = compareSchemas(await read(one), await read(other));
  return found
    .map(({ kind, object }) => `${object} (${kind})`)
    .slice(0, 3)
    .join(', ');
}
