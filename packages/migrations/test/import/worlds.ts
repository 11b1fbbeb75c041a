import type { Files } from '../ground.ts';

/** A project as one of the tools has it: two migrations that it applied, and a third that comes after. */
export interface World {
  /** As `from` names it. */
  readonly tool: string;
  /** Where its migrations are, below the project. */
  readonly directory: string;
  /** By path below the project; with line ends as an editor on Windows leaves them in one of them. */
  readonly files: Files;
  readonly next: Files;
  readonly versions: readonly [string, string, string];
  /** Its history. */
  readonly table: string;
  /** One file with another text, as an edit after the fact leaves it. */
  readonly edited: Files;
  /** Whether its history shows the edit. */
  readonly seesEdits: boolean;
}

const up = [
  'create table users (id int primary key, name text);',
  "create table notes (id int, note text default 'é');",
];
const down = ['drop table users;', 'drop table notes;'];
const third = ['alter table users add column age int;', 'alter table users drop column age;'];
const dos = (text: string) => text.replaceAll('\n', '\r\n');

const sections = (mark: readonly [string, string], ups: string, downs: string) =>
  `${mark[0]}\n${ups}\n\n${mark[1]}\n${downs}\n`;
const marked = (tool: string, table: string, versions: World['versions'], mark: readonly [string, string]): World => ({
  ...{ tool, table, versions, directory: 'db' },
  files: {
    [`db/${versions[0]}_users.sql`]: sections(mark, up[0] ?? '', down[0] ?? ''),
    [`db/${versions[1]}_notes.sql`]: dos(sections(mark, up[1] ?? '', down[1] ?? '')),
  },
  next: { [`db/${versions[2]}_age.sql`]: sections(mark, third[0] ?? '', third[1] ?? '') },
  edited: { [`db/${versions[0]}_users.sql`]: sections(mark, `${up[0]} -- edited`, down[0] ?? '') },
  seesEdits: false,
});

const journal = (entries: number) =>
  JSON.stringify({
    version: '7',
    dialect: 'postgresql',
    entries: ['0000_users', '0001_notes', '0002_age'].slice(0, entries).map((tag, idx) => {
      return { idx, version: '7', when: 1_700_000_000_000 + idx, tag, breakpoints: true };
    }),
  });

export const WORLDS: readonly World[] = [
  marked(
    'dbmate',
    'public.schema_migrations',
    ['20240101000000', '20240102000000', '20240103000000'],
    ['-- migrate:up', '-- migrate:down'],
  ),
  {
    tool: 'golang-migrate',
    directory: 'db',
    table: 'public.schema_migrations',
    // As text 10 is before 9.
    versions: ['9', '10', '11'],
    files: {
      'db/9_users.up.sql': `${up[0]}\n`,
      'db/9_users.down.sql': `${down[0]}\n`,
      'db/10_notes.up.sql': dos(`${up[1]}\n`),
      'db/10_notes.down.sql': `${down[1]}\n`,
    },
    next: { 'db/11_age.up.sql': `${third[0]}\n`, 'db/11_age.down.sql': `${third[1]}\n` },
    edited: { 'db/9_users.up.sql': `${up[0]} -- edited\n` },
    seesEdits: false,
  },
  marked(
    'node-pg-migrate',
    'public.pgmigrations',
    ['1700000000000', '1700000000001', '1700000000002'],
    ['-- Up Migration', '-- Down Migration'],
  ),
  {
    tool: 'flyway',
    directory: 'db',
    table: 'public.flyway_schema_history',
    versions: ['1', '1.2', '1.10'],
    files: {
      'db/V1__users.sql': `${up[0]}\n`,
      'db/U1__users.sql': `${down[0]}\n`,
      'db/V1_2__notes.sql': dos(`\uFEFF-- notes\n${up[1]}\n`),
      'db/U1_2__notes.sql': `${down[1]}\n`,
    },
    next: { 'db/V1.10__age.sql': `${third[0]}\n`, 'db/U1.10__age.sql': `${third[1]}\n` },
    edited: { 'db/V1__users.sql': `${up[0]} -- edited\n` },
    seesEdits: true,
  },
  {
    tool: 'prisma',
    directory: 'prisma/migrations',
    table: 'public._prisma_migrations',
    versions: ['0', '20240102000000', '20240103000000'],
    files: {
      'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
      'prisma/migrations/0_users/migration.sql': `${up[0]}\n`,
      'prisma/migrations/0_users/down.sql': `${down[0]}\n`,
      'prisma/migrations/20240102000000_notes/migration.sql': dos(`${up[1]}\n`),
      'prisma/migrations/20240102000000_notes/down.sql': `${down[1]}\n`,
    },
    next: {
      'prisma/migrations/20240103000000_age/migration.sql': `${third[0]}\n`,
      'prisma/migrations/20240103000000_age/down.sql': `${third[1]}\n`,
    },
    edited: { 'prisma/migrations/0_users/migration.sql': `${up[0]} -- edited\n` },
    seesEdits: true,
  },
  {
    tool: 'drizzle',
    directory: 'drizzle',
    table: 'drizzle.__drizzle_migrations',
    versions: ['0000', '0001', '0002'],
    files: {
      'drizzle/meta/_journal.json': journal(2),
      'drizzle/0000_users.sql': `${up[0]}\n`,
      'drizzle/0000_users.down.sql': `${down[0]}\n`,
      'drizzle/0001_notes.sql': dos(`${up[1]}--> statement-breakpoint\ncomment on table notes is 'notes';\n`),
      'drizzle/0001_notes.down.sql': `${down[1]}\n`,
    },
    next: {
      'drizzle/meta/_journal.json': journal(3),
      'drizzle/0002_age.sql': `${third[0]}\n`,
      'drizzle/0002_age.down.sql': `${third[1]}\n`,
    },
    edited: { 'drizzle/0000_users.sql': `${up[0]} -- edited\n` },
    seesEdits: true,
  },
  {
    tool: 'supabase',
    directory: 'supabase/migrations',
    table: 'supabase_migrations.schema_migrations',
    versions: ['20240101000000', '20240102000000', '20240103000000'],
    files: {
      'supabase/migrations/20240101000000_users.sql': `-- people\n${up[0]}\n`,
      'supabase/rollbacks/20240101000000_users.sql': `${down[0]}\n`,
      'supabase/migrations/20240102000000_notes.sql': dos(`${up[1]}\n\ncomment on table notes is 'a;b';\n`),
      'supabase/rollbacks/20240102000000_notes.sql': `${down[1]}\n`,
    },
    next: {
      'supabase/migrations/20240103000000_age.sql': `${third[0]}\n`,
      'supabase/rollbacks/20240103000000_age.sql': `${third[1]}\n`,
    },
    edited: { 'supabase/migrations/20240101000000_users.sql': `${up[0]?.replace('name', 'label')}\n` },
    seesEdits: true,
  },
];

const folder = (name: string, nth: number, table: string): Files => ({
  [`prisma/migrations/${name}/migration.sql`]: `create table ${table} (id int primary key);\n`,
  [`prisma/migrations/${name}/down.sql`]: `drop table ${table}; -- ${nth}\n`,
});

/** Folders of Prisma with one number; the next one was merged late, and sorts before them. */
export const SAME_NUMBER = {
  tool: 'prisma',
  directory: 'prisma/migrations',
  table: 'public._prisma_migrations',
  files: {
    'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
    ...folder('0_init', 1, 'first'),
    ...folder('20240101000000_notes', 2, 'notes'),
    ...folder('20240101000000_users', 3, 'users'),
  },
  next: folder('20240101000000_age', 4, 'age'),
  versions: ['0', '20240101000000', '20240101000000.01'],
} as const;
