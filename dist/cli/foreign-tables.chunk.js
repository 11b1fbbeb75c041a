export const id = 1548;
export const ids = [1548];
export const modules = {

/***/ 327343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readForeignTables: () => (/* binding */ readForeignTables)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/files/same-number.js
var same_number = __webpack_require__(41689);
;// CONCATENATED MODULE: ./packages/migrations/lib/history/foreign-tools.js
const each = (tool, table, key, more = {}) => ({ tool, table, key, has: [key], names: 'each', ...more });
const EACH_WAY = { applied: 'is_applied and version_id > 0', order: 'id' };
const FOREIGN_TOOLS = [
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

;// CONCATENATED MODULE: ./packages/migrations/lib/history/foreign-tables.js




async function readForeignTables(session) {
    const names = [...new Set(FOREIGN_TOOLS.flatMap(({ beside, table }) => [table, ...(beside ? [beside] : [])]))];
    const schemas = [...new Set(FOREIGN_TOOLS.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))];
    const list = (values) => values.map(quote/* literal */.eu).join(', ');
    const rows = await session.rows(`
    select n.nspname, c.relname, pg_catalog.array_to_string(array(
             select a.attname from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ','),
           pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relname in (${list(names)}) and c.relkind in ('r', 'p')
       and (n.nspname in (${list(schemas)}) or n.nspname = any (pg_catalog.current_schemas(false)))
     order by 1, 2`);
    const tables = rows.map(([schema, name, columns, readable]) => ({
        schema: schema ?? '',
        name: name ?? '',
        columns: (columns ?? '').split(','),
        readable: readable === 't',
    }));
    const found = [];
    for (const table of tables) {
        const beside = tables.filter(({ schema }) => schema === table.schema).map(({ name }) => name);
        const tool = FOREIGN_TOOLS.find((each) => isOf(each, table, beside));
        if (tool !== undefined)
            found.push(await read(session, tool, table));
    }
    return found;
}
const OWN_SCHEMAS = new Set(FOREIGN_TOOLS.map(({ schema }) => schema));
function isOf({ beside, has, schema, table: name }, table, others) {
    if (name !== table.name || (schema ?? table.schema) !== table.schema)
        return false;
    if (schema === undefined && OWN_SCHEMAS.has(table.schema))
        return false;
    if (beside !== undefined && !others.includes(beside))
        return false;
    return has.every((column) => !/^\w+$/.test(column) || table.columns.includes(column));
}
async function read(session, tool, table) {
    const base = { tool: tool.tool, table: `${table.schema}.${table.name}`, names: tool.names };
    const none = { applied: new Set(), broken: new Set(), upTo: undefined, rows: 0, unreadable: true };
    if (!table.readable)
        return { ...base, ...none };
    const is = (condition, otherwise) => condition === undefined ? otherwise : `coalesce((${condition})::boolean, false)`;
    const columns = [
        `(${tool.key})::text`,
        ...[is(tool.applied, 'true'), is(tool.broken, 'false'), is(tool.baseline, 'false')],
        ...[`(${tool.also ?? 'null'})::text`, `(${tool.name ?? 'null'})::text`],
    ];
    const from = `${(0,quote/* identifier */.Cv)(table.schema)}.${(0,quote/* identifier */.Cv)(table.name)}`;
    const order = tool.order === undefined ? '' : ` order by ${tool.order}`;
    const answer = await session.send(`select ${columns.join(', ')} from ${from}${order}`, { keepRows: true });
    if (!answer.ok && answer.error instanceof sql_error/* ConnectionLost */.pz)
        throw answer.error;
    if (!answer.ok)
        return { ...base, ...none };
    const all = answer.reply.rows.map((row) => rowOf(tool, row));
    const rows = tool.order === undefined ? all : [...new Map(all.map((row) => [row.key, row])).values()];
    const keys = (chosen) => new Set(chosen.map(({ key }) => key).filter((key) => key !== ''));
    const done = rows.filter(({ isApplied, isBroken }) => isApplied && !isBroken);
    const applied = new Set([...keys(done), ...done.flatMap(({ also }) => also ?? [])]);
    const broken = keys(rows.filter(({ isBroken, key }) => isBroken && !applied.has(key)));
    const reached = tool.names === 'up-to' ? [...applied, ...broken] : [...keys(done.filter(({ isBaseline }) => isBaseline))];
    const upTo = reached.toSorted((a, b) => (0,migration/* compareVersions */.Zy)(a, b)).at(-1);
    return { ...base, applied, broken, upTo, rows: all.length, unreadable: false };
}
function rowOf({ names }, [own, isApplied, isBroken, isBaseline, also, name]) {
    const number = numberIn(own ?? '');
    const key = names === 'text' ? (own ?? '') : names === 'named' && number !== '' ? (0,same_number/* nameKey */.Rc)(number, name ?? '') : number;
    return { key, isApplied: isApplied === 't', isBroken: isBroken === 't', isBaseline: isBaseline === 't', also };
}
function numberIn(key) {
    const version = /^[Vv]?(\d+(?:\.\d+)*)/.exec(key)?.[1];
    return version === undefined ? '' : (0,migration/* versionKey */._5)(version);
}


/***/ })

};
