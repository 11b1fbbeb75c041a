/** A table in which another tool keeps what it applied, and how to read it. */
export interface ForeignTool {
  readonly tool: string;
  readonly table: string;
  /** Its own schema; elsewhere it is looked for where unqualified names are. */
  readonly schema?: string;
  /** Columns that tell its table from others of that name. */
  readonly has: readonly string[];
  /** A table of its own beside it, which tells it from a tool with the very same table. */
  readonly beside?: string;
  /** An expression for what names a migration: its version, its file's name, a digest of its text. */
  readonly key: string;
  /** An expression for its name without the number: needed for `named`. */
  readonly name?: string;
  /** Another expression that names it as well. */
  readonly also?: string;
  /** True for rows that say "applied"; all do where it is undefined. */
  readonly applied?: string;
  /** True for rows of migrations that stopped half-way. */
  readonly broken?: string;
  /** True for a row that stands for all versions before it too. */
  readonly baseline?: string;
  /** An expression for the order of its rows, where the last one of a migration counts; all do where it is undefined. */
  readonly order?: string;
  /**
   * - `each`: a row for each migration, known by the digits of its key
   * - `named`: a row for each migration, known by the digits of its key and by its name, for several may have one number
   * - `up-to`: the highest key, and all before it
   * - `text`: by the SHA-256 of its file, or by when that was generated
   * - `none`: its keys say nothing of these files
   */
  readonly names: 'each' | 'named' | 'up-to' | 'text' | 'none';
}

/** What another tool says it applied to this database. */
export interface ForeignHistory {
  readonly tool: string;
  /** `schema.table`. */
  readonly table: string;
  readonly names: ForeignTool['names'];
  /** What it applied: versions, as numbers, with their names where it is `named`; or digests. */
  readonly applied: ReadonlySet<string>;
  /** The highest of them that stands for all before it. */
  readonly upTo: string | undefined;
  /** Those that stopped half-way, in the same words. */
  readonly broken: ReadonlySet<string>;
  /** How many rows it has. */
  readonly rows: number;
  /** It is there, and this role may not read it. */
  readonly unreadable: boolean;
}

const each = (
  tool: string,
  table: string,
  key: string,
  more: Partial<Omit<ForeignTool, 'tool' | 'table' | 'key'>> = {},
): ForeignTool => ({ tool, table, key, has: [key], names: 'each', ...more });

/** These note each way a migration went. */
const EACH_WAY = { applied: 'is_applied and version_id > 0', order: 'id' };

/** Of tools with one table's name, the more particular first. */
export const FOREIGN_TOOLS: readonly ForeignTool[] = [
  each('golang-migrate', 'schema_migrations', 'version', {
    has: ['version', 'dirty'],
    broken: 'dirty',
    names: 'up-to',
  }),
  each('Hasura', 'schema_migrations', 'version', { schema: 'hdb_catalog', broken: 'dirty', has: ['version', 'dirty'] }),
  each('Ecto', 'schema_migrations', 'version', { has: ['version', 'inserted_at'] }),
  each('Migratus', 'schema_migrations', 'id', { has: ['id', 'applied'] }),
  each('Rails', 'schema_migrations', 'version', { beside: 'ar_internal_metadata' }),
  each('dbmate', 'schema_migrations', 'version'),
  each('goose', 'goose_db_version', 'version_id', EACH_WAY),
  each('micrate', 'micrate_db_version', 'version_id', EACH_WAY),
  each('sql-migrate', 'gorp_migrations', 'id'),
  each('node-pg-migrate', 'pgmigrations', 'name', {
    names: 'named',
    name: "regexp_replace(regexp_replace(name, '^[0-9]+[_-]?', ''), '[.]up$', '')",
  }),
  each('Knex', 'knex_migrations', 'name'),
  each('Sequelize', 'SequelizeMeta', 'name'),
  each('Kysely', 'kysely_migration', 'name'),
  each('MikroORM', 'mikro_orm_migrations', 'name'),
  each('Laravel', 'migrations', 'migration', { has: ['migration', 'batch'] }),
  each('rambler', 'migrations', 'migration'),
  each('TypeORM', 'migrations', '"timestamp"', { has: ['timestamp', 'name'] }),
  each('postgres-migrations', 'migrations', 'id', { has: ['id', 'name', 'hash'], applied: 'id > 0' }),
  each('ley', 'migrations', 'name', { has: ['id', 'name', 'created_at'] }),
  each('Prisma', '_prisma_migrations', 'migration_name', {
    names: 'named',
    name: "regexp_replace(migration_name, '^[0-9]+_?', '')",
    applied: 'finished_at is not null and rolled_back_at is null',
    broken: 'finished_at is null and rolled_back_at is null',
  }),
  each('Drizzle', '__drizzle_migrations', 'hash', { schema: 'drizzle', also: 'created_at', names: 'text' }),
  each('Drizzle', '__drizzle_migrations', 'hash', { also: 'created_at', names: 'text' }),
  each('Flyway', 'flyway_schema_history', 'version', {
    has: ['version', 'success', 'type', 'installed_rank'],
    // Undone, or marked as deleted by "flyway repair": the row before it stays.
    applied: "success and version is not null and type not like 'UNDO%' and type <> 'DELETE'",
    broken: 'not success',
    baseline: "type like '%BASELINE%'",
    order: 'installed_rank',
  }),
  each('Liquibase', 'databasechangelog', "regexp_replace(filename, '^.*/', '')", {
    has: ['id', 'author', 'filename'],
  }),
  each('sqlx', '_sqlx_migrations', 'version', { applied: 'success', broken: 'not success' }),
  each('Diesel', '__diesel_schema_migrations', 'version'),
  each('Refinery', 'refinery_schema_history', 'version'),
  each('Atlas', 'atlas_schema_revisions', 'version', {
    schema: 'atlas_schema_revisions',
    applied: 'applied = total',
    broken: 'applied < total',
  }),
  each('Atlas', 'atlas_schema_revisions', 'version', { applied: 'applied = total', broken: 'applied < total' }),
  each('tern', 'schema_version', 'version', { names: 'up-to' }),
  each('Postgrator', 'schemaversion', 'version', { names: 'up-to' }),
  each('graphile-migrate', 'migrations', 'filename', { schema: 'graphile_migrate' }),
  each('Evolve', 'changelog', 'version', { has: ['version', 'checksum', 'success'], applied: 'success' }),
  each('MyBatis', 'changelog', 'id', { has: ['id', 'applied_at', 'description'] }),
  each('Play evolutions', 'play_evolutions', 'id', { applied: "state = 'applied'", broken: "state <> 'applied'" }),
  each('yoyo', '_yoyo_migration', 'migration_id'),
  each('shmig', 'shmig_version', 'version'),
  each('Phinx', 'phinxlog', 'version'),
  each('Ragtime', 'ragtime_migrations', 'id'),
  each('pgroll', 'migrations', 'name', { schema: 'pgroll', names: 'none' }),
  each('Sqitch', 'changes', 'change', { schema: 'sqitch', names: 'none' }),
  each('Django', 'django_migrations', 'name', { has: ['app', 'name'], names: 'none' }),
  each('Alembic', 'alembic_version', 'version_num', { names: 'none' }),
];
