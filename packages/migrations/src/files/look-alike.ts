import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { languageOf, toolOfCode } from './code-files.ts';

/** Whose migrations a folder looks like, where they are not what can be read here. */
export interface Look {
  readonly tool: string;
  /** What shows it. */
  readonly sign: string;
  readonly todo: string;
  /** Each migration is a folder: also beside files, nothing of them would be run. */
  readonly isFolders: boolean;
}

const COPY = 'copy each of them to NUMBER_name.sql, and its down migration to the directory of down migrations';

/** Undefined where nothing can be recognised. */
export function lookAt(folder: string): Look | undefined {
  const entries = list(folder);
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  return folders(folder, entries, names) ?? files(folder, names);
}

/** What to say of a folder that has no migration to read. */
export function describeLook(look: Look | undefined, migrations: number): string {
  if (look !== undefined) return `looks like ${look.tool} (${look.sign}); ${look.todo}`;
  return migrations > 0
    ? 'cannot be read'
    : 'no migration in it (a file is named NUMBER_name.sql); name the folder of the migrations, or write none for a service without any';
}

const DEPTH = 3;
const LOOKED_AT = 2_000;

/** Folders below with a file of this name, at most three deep. */
function holding(folder: string, file: string): readonly string[] {
  const found: string[] = [];
  let left = LOOKED_AT;
  const look = (at: string, depth: number) => {
    for (const entry of list(at)) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || left-- <= 0) continue;
      const inner = path.join(at, entry.name);
      if (existsSync(path.join(inner, file))) found.push(path.relative(folder, inner));
      else if (depth < DEPTH) look(inner, depth + 1);
    }
  };
  look(folder, 1);
  return found;
}

function folders(folder: string, entries: readonly Dirent[], names: readonly string[]): Look | undefined {
  if (!entries.some((entry) => entry.isDirectory())) return undefined;
  const whole = holding(folder, 'migration.sql');
  const [first] = whole;
  if (first !== undefined) {
    const isPrisma = names.includes('migration_lock.toml');
    const above = path.dirname(first).split(path.sep).join('/');
    const todo = above === '.' ? 'set layout: folders, or auto' : `name ${above} as the directory`;
    const tool = isPrisma ? 'Prisma' : 'Prisma or Drizzle';
    return { tool, sign: sign(whole, 'migration.sql'), todo, isFolders: true };
  }
  const halves = holding(folder, 'up.sql');
  if (halves.length === 0) return undefined;
  const isHasura = halves.some((each) => each.includes(path.sep) || /^\d{13}_/.test(each));
  const tool = isHasura ? 'Hasura' : 'Diesel or Hasura';
  const todo = `apply them with that tool, or ${COPY}`;
  return { tool, sign: sign(halves, 'up.sql'), todo, isFolders: true };
}

function sign(found: readonly string[], file: string): string {
  const [first = ''] = found;
  const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
  return `${path.posix.join(...first.split(path.sep), file)}${more}`;
}

/** Names by which files show their tool; the first that fits. */
const FILES: readonly { readonly tool: string; readonly name: RegExp; readonly todo: string }[] = [
  { tool: 'Flyway, Refinery or Evolve', name: /^[VUR][\d._]*__.*\.sql$/, todo: 'set layout: flyway, or auto' },
  { tool: 'Sqitch', name: /^sqitch\.(plan|conf)$/, todo: 'name the folder "deploy", its files NUMBER_name.sql' },
  {
    tool: 'Liquibase',
    name: /changelog.*\.(xml|ya?ml|json|sql)$/i,
    todo: 'apply it with Liquibase, or write its changesets as NUMBER_name.sql',
  },
  {
    tool: 'files with another separator',
    name: /^\d+[-.].*\.sql$/i,
    todo: 'name them NUMBER_name.sql, with an underscore after the number',
  },
  { tool: 'Rails', name: /^\d+_.*\.rb$/, todo: 'apply them with Rails' },
  { tool: 'Alembic or Django', name: /\.py$/, todo: 'apply them with that tool' },
  { tool: 'Phinx, Laravel or Doctrine', name: /\.php$/, todo: 'apply them with that tool' },
  { tool: 'Atlas', name: /\.(hcl|sum)$/, todo: 'apply them with Atlas' },
  { tool: 'pgroll', name: /^\d+_.*\.(json|ya?ml)$/, todo: 'apply them with pgroll' },
];

function files(folder: string, names: readonly string[]): Look | undefined {
  for (const { name, todo, tool } of FILES) {
    const found = names.find((each) => name.test(each));
    if (found !== undefined) return { tool, sign: found, todo, isFolders: false };
  }
  const code = names.find((each) => /(?<!\.d)\.([cm]?[jt]s|java|kt)$/.test(each));
  if (code !== undefined) return lookOfCode(folder, code);
  const [inner] = list(folder)
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .filter((entry) => list(path.join(folder, entry.name)).some(({ name }) => /^\d+_.*\.sql$/.test(name)));
  if (inner === undefined) return undefined;
  return {
    tool: 'a folder above the migrations',
    sign: `${inner.name}/ has some`,
    todo: `name ${inner.name} as the directory`,
    isFolders: false,
  };
}

/** Programs: what they do cannot be read, so nothing of it can be checked before or rolled back after. */
function lookOfCode(folder: string, sign: string): Look {
  const tool = toolOfCode(path.join(folder, sign));
  const own = tool ?? 'their own tool';
  const todo = `apply them with ${own}, and write new ones in SQL in a folder of their own (NUMBER_name.sql)`;
  const of = `${languageOf(sign)}${tool === undefined ? '' : ` (${tool})`}`;
  return { tool: `migrations in ${of}`, sign, todo, isFolders: false };
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
