import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One of the tools itself, as `.ci/tools` installed it. */
export interface RealTool {
  /** Its program, where this run has it; else undefined. */
  readonly program: string | undefined;
  readonly version: () => string;
  /** Applies what is pending in a project. Gives what it says; `fails` where it is expected to. */
  readonly migrate: (project: string, url: string, fails?: boolean) => string;
  /** Another of its commands. */
  readonly run?: (project: string, url: string, args: readonly string[]) => string;
  /** What it says of files and history. */
  readonly status: (project: string, url: string) => string;
}

/** `dbmate=/path/to/dbmate golang-migrate=…`, as `.ci/judges import` sets it. */
const said = new Map(
  (process.env['LOCKSTEP_MIGRATORS'] ?? '')
    .split(/\s+/)
    .filter((each) => each.includes('='))
    .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
);

const program = (id: string) => said.get(id) ?? '';

type Options = { readonly cwd: string; readonly fails?: boolean | undefined; readonly env?: NodeJS.ProcessEnv };

function run(program: string | undefined, args: readonly string[], { cwd, env, fails }: Options): string {
  if (program === undefined) throw new Error('the tool is not installed');
  const done = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  const out = `${done.stdout}${done.stderr}`;
  if ((done.status === 0) === (fails === true)) throw new Error(`${program} ${args.join(' ')}: ${done.status}: ${out}`);
  return out;
}

const plain = (url: string) => `${url}?sslmode=disable`;
/** The version of a tool that npm installed. */
function npmVersion(id: string, name = id): string {
  const file = path.join(path.dirname(said.get(id) ?? ''), '..', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}

/** Prisma's schema engine as WebAssembly, with its own driver: the other one would be downloaded. */
function prismaProject(project: string): void {
  const modules = path.dirname(path.dirname(said.get('prisma') ?? ''));
  const load = (file: string) => pathToFileURL(path.join(modules, file)).href;
  writeFileSync(
    path.join(project, 'prisma.config.mjs'),
    `import { PrismaPg } from '${load('@prisma/adapter-pg/dist/index.mjs')}';
export default { experimental: { adapter: true }, engine: 'js', schema: 'prisma/schema.prisma',
  adapter: async () => new PrismaPg({ connectionString: process.env.DATABASE_URL }) };`,
  );
  writeFileSync(
    path.join(project, 'prisma/schema.prisma'),
    'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n',
  );
}

const prisma = (project: string, url: string, args: readonly string[], fails?: boolean) => {
  prismaProject(project);
  // It would download the engines that it does not use here.
  const none = path.join(project, 'no-engine');
  writeFileSync(none, '', { mode: 0o755 });
  const env = {
    DATABASE_URL: url,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_QUERY_ENGINE_LIBRARY: none,
    PRISMA_SCHEMA_ENGINE_BINARY: none,
  };
  return run(said.get('prisma'), ['migrate', ...args], { cwd: project, env, fails });
};

const flyway = (project: string, url: string, args: readonly string[], fails?: boolean) => {
  const { host, pathname } = new URL(url);
  return run(said.get('flyway'), [`jdbc:postgresql://${host}${pathname}`, 'db', ...args], { cwd: project, fails });
};

const drizzle = (project: string, url: string, args: readonly string[], fails?: boolean) => {
  const config = { dialect: 'postgresql', out: './drizzle', schema: './schema.js', dbCredentials: { url: plain(url) } };
  writeFileSync(path.join(project, 'drizzle.config.json'), JSON.stringify(config));
  writeFileSync(path.join(project, 'schema.js'), '');
  const program = said.get('drizzle');
  const env = { NODE_PATH: path.dirname(path.dirname(program ?? '')) };
  return run(program, args, { cwd: project, env, fails });
};

const supabase = (project: string, url: string, args: readonly string[], fails?: boolean) =>
  run(said.get('supabase'), [...args, '--db-url', plain(url), '--yes'], {
    cwd: project,
    env: { SUPABASE_TELEMETRY_DISABLED: '1', HOME: project },
    fails,
  });

const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim() ?? '';

export const REAL_TOOLS: Readonly<Record<string, RealTool>> = {
  dbmate: {
    program: said.get('dbmate'),
    version: () => npmVersion('dbmate'),
    migrate: (cwd, url, fails) =>
      run(said.get('dbmate'), ['--url', plain(url), '-d', 'db', '--no-dump-schema', 'up'], { cwd, fails }),
    status: (cwd, url) => run(said.get('dbmate'), ['--url', plain(url), '-d', 'db', 'status'], { cwd }),
  },
  'golang-migrate': {
    program: said.get('golang-migrate'),
    // One that Go installed says "dev".
    version: () => {
      const lines = run('go', ['version', '-m', program('golang-migrate')], { cwd: '.' });
      return /\bmod\s+\S+\s+v(\S+)/.exec(lines)?.[1] ?? '?';
    },
    migrate: (cwd, url, fails) =>
      run(said.get('golang-migrate'), ['-path', 'db', '-database', plain(url), 'up'], { cwd, fails }),
    status: (cwd, url) => run(said.get('golang-migrate'), ['-path', 'db', '-database', plain(url), 'version'], { cwd }),
  },
  'node-pg-migrate': {
    program: said.get('node-pg-migrate'),
    version: () => npmVersion('node-pg-migrate'),
    migrate: (cwd, url, fails) =>
      run(said.get('node-pg-migrate'), ['up', '-m', 'db'], { cwd, env: { DATABASE_URL: url }, fails }),
    status: (cwd, url) =>
      run(said.get('node-pg-migrate'), ['up', '--dry-run', '-m', 'db'], { cwd, env: { DATABASE_URL: url } }),
  },
  flyway: {
    program: said.get('flyway'),
    version: () => {
      const jars = readdirSync(path.join(program('flyway'), '../../lib'));
      return jars.map((jar) => /^flyway-core-(.*)\.jar$/.exec(jar)?.[1]).find(Boolean) ?? '?';
    },
    migrate: (cwd, url, fails) => flyway(cwd, url, ['migrate'], fails),
    run: (cwd, url, args) => flyway(cwd, url, args),
    status: (cwd, url) => flyway(cwd, url, ['info']),
  },
  prisma: {
    program: said.get('prisma'),
    version: () => npmVersion('prisma'),
    run: (cwd, url, args) => prisma(cwd, url, args),
    migrate: (cwd, url, fails) => prisma(cwd, url, ['deploy'], fails),
    // It exits with 1 where something is pending.
    status: (cwd, url) => prisma(cwd, url, ['status']),
  },
  drizzle: {
    program: said.get('drizzle'),
    version: () => npmVersion('drizzle', 'drizzle-kit'),
    migrate: (cwd, url, fails) => drizzle(cwd, url, ['migrate'], fails),
    // It has none; this reads its journal.
    status: (cwd, url) => drizzle(cwd, url, ['check']),
  },
  supabase: {
    program: said.get('supabase'),
    version: () => lastLine(run(said.get('supabase'), ['--version'], { cwd: '.' })),
    migrate: (cwd, url, fails) => supabase(cwd, url, ['db', 'push'], fails),
    status: (cwd, url) => supabase(cwd, url, ['migration', 'list']),
  },
};
