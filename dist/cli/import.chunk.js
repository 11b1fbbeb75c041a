export const id = 5554;
export const ids = [5554];
export const modules = {

/***/ 90611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importHistory: () => (/* binding */ importHistory),
  readImportPlan: () => (/* binding */ readImportPlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/files/find-marks.js
var find_marks = __webpack_require__(320233);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var files_migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/history/foreign.js
var foreign = __webpack_require__(899292);
// EXTERNAL MODULE: ./packages/migrations/lib/history/record.js + 1 modules
var record = __webpack_require__(31440);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
// EXTERNAL MODULE: ./packages/migrations/lib/records/record-applied.js
var record_applied = __webpack_require__(16851);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var source = __webpack_require__(71514);
;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/dbmate.js
const dbmate = {
    id: 'dbmate',
    title: 'dbmate',
    tables: [{ name: 'schema_migrations', has: ['version'], lacks: ['dirty', 'inserted_at', 'applied'] }],
    owns: ({ marks }) => marks.has('dbmate'),
    names: 'each',
    rows: (table) => `select version, version, null, 'applied', null from ${table} order by version`,
    onFailed: 'finish it with dbmate',
};

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
;// CONCATENATED MODULE: ./packages/migrations/lib/import/text-digest.js

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
function hasDigest(bytes, digest) {
    const plain = bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
    const unix = Buffer.from(plain.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    const windows = Buffer.from(unix.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    const spellings = [plain, unix, windows].flatMap((each) => [each, Buffer.concat([MARK, each])]);
    return spellings.some((each) => (0,external_node_crypto_().createHash)('sha256').update(each).digest('hex') === digest.toLowerCase());
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/drizzle.js

const has = ['hash', 'created_at'];
const drizzle = {
    id: 'drizzle',
    title: 'Drizzle',
    tables: [
        { schema: 'drizzle', name: '__drizzle_migrations', has },
        { name: '__drizzle_migrations', has },
    ],
    owns: ({ folder, names }) => folder.layout === 'drizzle' || (folder.layout === 'folders' && !names.includes('migration_lock.toml')),
    names: 'each',
    rows: (table) => `select created_at::text, null, null, 'applied', hash from ${table} order by created_at`,
    isAbout: ({ checksum, label }, { stamp, up }) => (stamp === undefined ? up.checksum === checksum : stamp === label),
    isSame: (checksum, { bytes }) => hasDigest(bytes, checksum),
    onFailed: 'finish it with "drizzle-kit migrate"',
};

;// CONCATENATED MODULE: ./packages/migrations/lib/import/crc32.js
const TABLE = Int32Array.from({ length: 256 }, (_none, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++)
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
});
function crc32(bytes) {
    let sum = -1;
    for (const byte of bytes)
        sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255];
    return (sum ^ -1) >>> 0;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/flyway.js

const flyway = {
    id: 'flyway',
    title: 'Flyway',
    tables: [
        { name: 'flyway_schema_history', has: ['installed_rank', 'version', 'success', 'type', 'checksum'] },
        { name: 'schema_version', has: ['installed_rank', 'version', 'success', 'type', 'checksum'] },
    ],
    owns: ({ folder }) => folder.layout === 'flyway',
    names: 'each',
    rows: (table) => `select coalesce(nullif(script, ''), version), version, description,
            case when not success then 'failed' when type like 'UNDO%' or type = 'DELETE' then 'undone'
                 when type like '%BASELINE%' then 'baseline' else 'applied' end, checksum::text
       from ${table} where version is not null order by installed_rank`,
    isSame: (checksum, { bytes }) => Number(checksum) === checksumOf(bytes),
    onFailed: '"flyway info" says that LABEL failed: complete or revert by hand what it left, run "flyway repair", and import again',
};
function checksumOf(bytes) {
    const lines = bytes
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/);
    return crc32(Buffer.from(lines.join(''), 'utf8')) | 0;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/golang-migrate.js
const golangMigrate = {
    id: 'golang-migrate',
    title: 'golang-migrate',
    tables: [{ name: 'schema_migrations', has: ['version', 'dirty'] }],
    owns: ({ folder }) => folder.layout === 'pairs',
    names: 'up-to',
    rows: (table) => `select version::text, version::text, null, case when dirty then 'failed' else 'applied' end, null from ${table}`,
    onFailed: 'its history is dirty at LABEL: complete or revert by hand what that left, record it with "migrate force LABEL" (or the version before), and import again',
};

;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/node-pg-migrate.js
const nodePgMigrate = {
    id: 'node-pg-migrate',
    title: 'node-pg-migrate',
    tables: [{ name: 'pgmigrations', has: ['name', 'run_on'] }],
    owns: ({ marks }) => marks.has('node-pg-migrate'),
    names: 'each',
    rows: (table) => `select name, substring(name from '^[0-9]+'), regexp_replace(regexp_replace(name, '^[0-9]+[_-]?', ''), '[.]up$', ''), 'applied', null
       from ${table} order by run_on, id`,
    hasName: (row, { name }) => row.name === name,
    onFailed: 'finish it with node-pg-migrate',
};

;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/prisma.js

const prisma = {
    id: 'prisma',
    title: 'Prisma Migrate',
    tables: [{ name: '_prisma_migrations', has: ['migration_name', 'checksum', 'finished_at', 'rolled_back_at'] }],
    owns: ({ folder, names }) => folder.layout === 'folders' && names.includes('migration_lock.toml'),
    names: 'each',
    rows: (table) => `select migration_name, substring(migration_name from '^[0-9]+'), regexp_replace(migration_name, '^[0-9]+_?', ''),
            case when rolled_back_at is not null then 'undone' when finished_at is null then 'failed' else 'applied' end, checksum
       from ${table} order by rolled_back_at is null, started_at`,
    hasName: (row, { name }) => row.name === name,
    isSame: (checksum, { bytes }) => hasDigest(bytes, checksum),
    onFailed: 'LABEL failed there: complete or revert by hand what it left, record it with "prisma migrate resolve --applied LABEL" or "--rolled-back LABEL", and import again',
};

// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
;// CONCATENATED MODULE: ./packages/migrations/lib/import/tools/supabase.js

const supabase = {
    id: 'supabase',
    title: 'the Supabase CLI',
    tables: [{ schema: 'supabase_migrations', name: 'schema_migrations', has: ['version', 'statements', 'name'] }],
    owns: ({ folder }) => folder.layout === 'supabase',
    names: 'each',
    rows: (table) => `select version, version, name, 'applied', pg_catalog.array_to_json(statements)::text from ${table} order by version`,
    isSame: (statements, { migration: { up } }) => {
        const { texts } = up;
        if (texts === undefined)
            return undefined;
        const [theirs, ours] = [plain(readTexts(statements)), plain(texts)];
        return theirs.length === ours.length && theirs.every((each, nth) => each === ours[nth]);
    },
    onFailed: 'finish it with "supabase migration up"',
};
function readTexts(json) {
    const texts = JSON.parse(json);
    return Array.isArray(texts) ? texts.map(String) : [];
}
function plain(texts) {
    const sql = texts.map((text) => text.replace(/^\uFEFF/, '')).join('\n;\n');
    const all = (0,tokens/* parts */.rT)(Buffer.from(sql.replaceAll('\r\n', '\n'), 'utf8'));
    const last = all.findLastIndex(({ kind, text }) => kind !== 'comment' && text !== ';');
    const kept = all.slice(0, last + 1).map(({ text }) => text);
    return kept.filter((text, nth) => text !== ';' || (nth > 0 && kept[nth - 1] !== ';'));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/all.js







const IMPORT_TOOLS = [
    dbmate,
    golangMigrate,
    nodePgMigrate,
    flyway,
    prisma,
    drizzle,
    supabase,
];

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
;// CONCATENATED MODULE: ./packages/migrations/lib/import/choose.js


function chooseHistory(choice) {
    const { from, others, shown, table, tables } = choice;
    const tool = IMPORT_TOOLS.find(({ id }) => id === from);
    const found = tool === undefined ? tables : tables.filter((each) => each.tool === tool);
    const owners = IMPORT_TOOLS.filter(({ owns }) => owns(shown));
    const theirs = found.filter((each) => each.tool.id !== 'supabase' || found.length === 1);
    const own = theirs.filter((each) => owners.includes(each.tool));
    const [first, second] = own.length > 0 ? own : theirs;
    if (first === undefined)
        throw new errors/* InputError */.dz(`from: ${noneOf(tool, owners, { others, table })}`);
    if (second !== undefined) {
        const names = [...(own.length > 0 ? own : theirs)].map((each) => `${each.tool.title} (${each.name})`);
        const how = first.tool === second.tool ? 'name one with history-table' : 'say which with `from`';
        throw new errors/* InputError */.dz(`from: this database has the histories of ${(0,lists/* nameSome */.Kf)(names, 4)}; ${how}`);
    }
    if (!first.isReadable) {
        throw new errors/* InputError */.dz(`from: this role may not read the history of ${first.tool.title}; let its owner run: grant select on ${first.name} to the role of database-url`);
    }
    return first;
}
function noneOf(tool, owners, { others, table }) {
    if (tool === undefined && others.length > 0) {
        return `${others.join('; ')}: its migrations are no SQL files, so nothing can be taken over; apply what is pending with it, and write new ones in SQL in a folder of their own`;
    }
    const whose = tool ?? (owners.length === 1 ? owners[0] : undefined);
    const looked = whose === undefined ? '' : ` (${(0,lists/* nameSome */.Kf)(whose.tables.map(tableName), 4)})`;
    const of = whose === undefined ? 'a tool that can be taken over' : whose.title;
    const where = table === '' ? `this database has no history of ${of}${looked}` : `${table} is no history of ${of}`;
    return `${where}; check database-url, name its table with history-table, or record by hand what is applied with "adopt" and to`;
}
const tableName = ({ name, schema }) => schema === undefined ? name : `${schema}.${name}`;

;// CONCATENATED MODULE: ./packages/migrations/lib/import/find-table.js


async function findTables(session, named) {
    const tables = IMPORT_TOOLS.flatMap((tool) => tool.tables);
    const [schemaName, tableName] = named.includes('.') ? splitName(named) : [undefined, named];
    const names = named === '' ? [...new Set(tables.map(({ name }) => name))] : [tableName];
    const schemas = [...new Set(tables.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))];
    const list = (values) => values.map(quote/* literal */.eu).join(', ');
    const where = schemaName === undefined
        ? `(n.nspname in (${list(schemas)}) or n.nspname = any (pg_catalog.current_schemas(false)))`
        : `n.nspname = ${(0,quote/* literal */.eu)(schemaName)}`;
    const rows = await session.rows(`
    select n.nspname, c.relname, pg_catalog.array_to_string(array(
             select a.attname from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ','),
           pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relname in (${list(names)}) and c.relkind in ('r', 'p') and ${where}
     order by 1, 2`);
    return rows.flatMap(([schema = '', name = '', columns, readable]) => {
        const at = { schema: schema ?? '', name: name ?? '', columns: (columns ?? '').split(','), isNamed: named !== '' };
        return IMPORT_TOOLS.filter((tool) => tool.tables.some((table) => isOf(table, at))).map((tool) => ({
            tool,
            name: `${at.schema}.${at.name}`,
            sql: `${(0,quote/* identifier */.Cv)(at.schema)}.${(0,quote/* identifier */.Cv)(at.name)}`,
            isReadable: readable === 't',
        }));
    });
}
const OWN_SCHEMAS = new Set(IMPORT_TOOLS.flatMap(({ tables }) => tables.flatMap(({ schema }) => (schema === undefined ? [] : [schema]))));
function isOf({ has, lacks = [], name, schema }, at) {
    const isThere = schema === undefined ? !OWN_SCHEMAS.has(at.schema) : schema === at.schema;
    if (!at.isNamed && (name !== at.name || !isThere))
        return false;
    return has.every((column) => at.columns.includes(column)) && !lacks.some((column) => at.columns.includes(column));
}
function splitName(name) {
    const at = name.indexOf('.');
    return [name.slice(0, at), name.slice(at + 1)];
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/settle.js
var settle = __webpack_require__(608611);
// EXTERNAL MODULE: ./packages/migrations/lib/files/same-number.js
var same_number = __webpack_require__(41689);
// EXTERNAL MODULE: ./packages/migrations/lib/history/claim-versions.js
var claim_versions = __webpack_require__(909476);
;// CONCATENATED MODULE: ./packages/migrations/lib/import/same-number.js


function numberRows({ migrations, rows }, history, order) {
    const named = rows.filter(({ state, version }) => version !== undefined && state !== 'undone');
    const recorded = (0,same_number/* byNumberOf */.__)(history, ({ version }) => version);
    const versions = new Map();
    for (const [number, group] of (0,same_number/* byNumberOf */.__)(named, ({ version = '' }) => version)) {
        const all = [...new Map(group.map((row) => [row.label, row])).values()].sort((a, b) => a.label < b.label ? -1 : 1);
        const records = recorded.get(number) ?? [];
        const written = all[0]?.version ?? number;
        const free = (0,same_number/* freeVersions */.ES)(written, records.map(({ version }) => version));
        const isAlone = all.length === 1 && records.length === 1;
        for (const [nth, { label, name, version = '' }] of all.entries()) {
            const own = records.find((record) => (record.side?.name ?? record.name) === name)?.version;
            const next = () => (isAlone ? version : records.length === 0 ? (0,same_number/* nthVersion */.f4)(written, nth) : free.next().value);
            versions.set(label, own ?? next());
        }
    }
    const numbered = rows.map((row) => ({ ...row, version: versions.get(row.label) ?? row.version }));
    const known = new Set(history.map(({ version }) => version));
    const theirs = [...new Map(numbered.map((row) => [row.label, row])).values()].flatMap((row) => {
        const { label, name = '', version } = row;
        if (version === undefined || !versions.has(label) || known.has(version))
            return [];
        return [{ version, name, applied: true, side: undefined }];
    });
    return { rows: numbered, migrations: (0,claim_versions/* claimVersions */.M)(migrations, [...history, ...theirs], order) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/plan.js




function planImport(question) {
    const { folder: found, history, table, tool } = question;
    const { folder, notes, problems } = (0,settle/* settle */.G9)(found, history, '-1');
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems.map(({ file, message }) => `${file}: ${message}`));
    const { order } = folder;
    const knowsNames = folder.layout === 'folders' && tool.hasName !== undefined;
    const all = { migrations: folder.migrations, rows: question.rows };
    const { migrations, rows } = knowsNames ? numberRows(all, history, order) : all;
    const known = new Map(history.map((record) => [(0,files_migration/* versionKey */._5)(record.version), record]));
    const last = lastOf(rows, tool);
    const matched = migrations.map((migration) => ({ migration, row: rowFor(migration, last, question) }));
    const failed = [...last.values()].filter(({ state }) => state === 'failed');
    const done = matched.filter(({ row }) => row !== undefined && row.state !== 'failed');
    const incomplete = failed.map((row) => ({
        reason: 'import-incomplete',
        message: `${tool.title} (${table}): ${row.label}: ${tool.onFailed.replaceAll('LABEL', row.label)}`,
        ...fileOf(matched, row),
    }));
    const halfOurs = migrations.flatMap(({ file, version }) => {
        const state = known.get((0,files_migration/* versionKey */._5)(version))?.side?.state ?? 'applied';
        if (state === 'applied')
            return [];
        return [
            { reason: 'import-incomplete', message: `${file}: incomplete (${state}); finish it with "up" or "down"`, file },
        ];
    });
    const isOurs = ({ migration }) => known.get((0,files_migration/* versionKey */._5)(migration.version))?.side !== undefined;
    const taken = done.filter((each) => !isOurs(each)).map((each) => ({ ...each, ...compare(each, question) }));
    const differs = taken.flatMap(({ differs: how, migration: { file } }) => how === undefined ? [] : [{ reason: 'import-differs', message: how, file }]);
    const isNone = done.length + failed.length === 0 && last.size > 0 && migrations.length > 0;
    const unrelated = isNone
        ? [
            {
                reason: 'import-unrelated',
                message: `${tool.title} (${table}): none of ${(0,lists/* count */.U9)(last.size, 'migration')} of it is a file of this folder; name the folder that it migrates from, or its table`,
            },
        ]
        : [];
    const take = taken.map(({ migration, text }) => {
        const { name, version } = migration;
        const records = known.get((0,files_migration/* versionKey */._5)(version))?.applied === true ? 'side' : 'both';
        return { version, name, migration, records, text };
    });
    const files = new Set(migrations.map(({ version }) => (0,files_migration/* versionKey */._5)(version)));
    const isOf = (row, { migration: { version }, row: found }) => found === row && (row.version === undefined || (0,files_migration/* versionKey */._5)(version) === (0,files_migration/* versionKey */._5)(row.version));
    const gone = [...last.values()].filter((row) => row.state === 'applied' &&
        !done.some((each) => isOf(row, each)) &&
        !(row.version !== undefined && files.has((0,files_migration/* versionKey */._5)(row.version))));
    const recordable = gone.filter(({ version }) => version !== undefined && files_migration/* VERSION */.xv.test(version));
    const isKnown = ({ version = '' }) => known.has((0,files_migration/* versionKey */._5)(version));
    const missing = recordable
        .filter((row) => !isKnown(row))
        .map(({ label, name, version = '' }) => {
        return { version, name: name ?? label, migration: undefined, records: 'both', text: 'unknown' };
    });
    const nameless = gone.filter((row) => !recordable.includes(row)).map(({ label }) => label);
    const refusals = [...incomplete, ...halfOurs, ...unrelated, ...differs];
    return {
        take: refusals.length > 0 ? [] : [...take, ...missing].sort((a, b) => (0,files_migration/* compareVersions */.Zy)(a.version, b.version, order)),
        already: done.length - take.length,
        pending: matched.filter(({ row }) => row === undefined).map(({ migration: { file } }) => file),
        refusals,
        notes: [...goneNotes({ missing, nameless, recorded: recordable.filter(isKnown) }), ...notes],
    };
}
function lastOf(rows, tool) {
    const last = new Map();
    for (const row of rows) {
        const key = row.version === undefined ? row.label : tool.hasName === undefined ? (0,files_migration/* versionKey */._5)(row.version) : row.label;
        if (row.state === 'undone')
            last.delete(key);
        else
            last.set(key, row);
    }
    return last;
}
function rowFor(migration, last, { tool }) {
    const rows = [...last.values()];
    if (tool.isAbout !== undefined)
        return rows.find((row) => tool.isAbout?.(row, migration) === true);
    const key = (0,files_migration/* versionKey */._5)(migration.version);
    const same = rows.filter(({ version }) => version !== undefined && (0,files_migration/* versionKey */._5)(version) === key);
    const exact = same.find((row) => tool.hasName?.(row, migration) !== false) ?? same[0];
    if (exact !== undefined)
        return exact;
    return rows.find(({ state, version }) => version !== undefined &&
        (tool.names === 'up-to' || state === 'baseline') &&
        (0,files_migration/* compareVersions */.Zy)(migration.version, version) < 0);
}
function compare({ migration, row }, { because, bytesOf, tool }) {
    const isItself = row?.version === undefined || (0,files_migration/* versionKey */._5)(row.version) === (0,files_migration/* versionKey */._5)(migration.version);
    if (row === undefined || !isItself)
        return { text: 'unknown', differs: undefined };
    const isSame = row.checksum === undefined ? undefined : tool.isSame?.(row.checksum, { bytes: bytesOf(migration), migration });
    const isOther = tool.hasName?.(row, migration) === false;
    if (!isOther && isSame !== false)
        return { text: isSame === true ? 'same' : 'unknown', differs: undefined };
    const how = isOther
        ? `${tool.title} applied ${row.label}, which has this version and another name`
        : `edited since ${tool.title} applied it`;
    if (because !== '')
        return { text: 'accepted', differs: undefined };
    const todo = 'restore it as it was applied, or let it count as that with a reason (`because`)';
    return { text: 'unknown', differs: `${migration.file}: ${how}; ${todo}` };
}
function fileOf(matched, row) {
    const isIt = ({ version }) => row.version === undefined || (0,files_migration/* versionKey */._5)(version) === (0,files_migration/* versionKey */._5)(row.version);
    const file = matched.find((each) => each.row === row && isIt(each.migration))?.migration.file;
    return file === undefined ? {} : { file };
}
function goneNotes({ missing, nameless, recorded }) {
    const note = (names, rest) => names.length === 0 ? [] : [`${(0,lists/* nameSome */.Kf)(names, 3)}: applied, and no SQL file of it is here${rest}`];
    const called = ({ name = '', version = '' }) => name === version || name === '' ? version : `${version} ${name}`;
    return [
        ...note(missing.map(called), ': recorded without a down migration'),
        ...note(recorded.map(called), ''),
        ...note(nameless, ': not recorded, for it has no number'),
    ];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/import/import.js















async function readImportPlan(engine, options) {
    return (0,runner/* withReader */.mp)(engine, async (runner) => {
        const { found, plan } = await planFrom(runner, options);
        return reportOf(found, plan);
    });
}
async function importHistory(engine, options) {
    const before = await readImportPlan(engine, options);
    if (before.refusals.length > 0 || before.taken.length === 0)
        return before;
    return (0,runner/* withRunner */.T4)(engine, { creates: true }, async (runner) => {
        const { found, plan } = await planFrom(runner, options);
        if (plan.refusals.length > 0)
            return reportOf(found, plan);
        const { session, tables } = runner;
        const statements = [];
        for (const taken of plan.take)
            statements.push(await recordOf(runner, taken, { found, because: options.because }));
        if (statements.length > 0)
            await session.rows(`begin; ${statements.join(' ')} commit;`);
        const known = new Map((await (0,record/* readHistory */.L)(session, tables)).map((record) => [(0,files_migration/* versionKey */._5)(record.version), record]));
        const missing = plan.take.filter(({ migration, version }) => {
            const record = known.get((0,files_migration/* versionKey */._5)(version));
            return record?.applied !== true || (migration !== undefined && record.side?.checksum !== migration.up.checksum);
        });
        if (missing.length > 0) {
            throw new Error(`not in the history after it was written: ${missing.map(({ version }) => version).join(', ')}`);
        }
        return reportOf(found, plan);
    });
}
async function recordOf({ engine, tables }, { migration, name, records, text, version }, { because, found }) {
    const detail = { from: found.tool.id, text, ...(text === 'accepted' ? { because } : {}) };
    if (migration !== undefined)
        return (0,record_applied/* recordApplied */.R)(migration, { engine, tables, records, detail });
    const said = `-- applied by ${found.tool.title}; there was no file of it when its history was taken over`;
    return (`insert into supabase_migrations.schema_migrations (version, name, statements) values (${(0,quote/* literal */.eu)(version)}, ${(0,quote/* literal */.eu)(name)}, ${(0,quote/* textArray */.TS)([said])}); ` +
        (0,write/* insertEvent */.Ul)({ kind: 'adopt', version, by: engine.provenance, detail: { records: 'history', ...detail } }));
}
async function planFrom({ history, session }, { base, because, directory, folder, from, table }) {
    const tables = await findTables(session, table);
    const titles = new Set(IMPORT_TOOLS.flatMap(({ id, title }) => [title, id]));
    const others = (await (0,foreign/* readForeign */.vM)(session))
        .filter(({ tool }) => ![...titles].some((title) => title.startsWith(tool)))
        .map(({ table: name, tool }) => `made by ${tool} (${name})`);
    const found = chooseHistory({ from, table, tables, shown: look(folder, directory, base), others });
    const rows = await readRows(session, found);
    const bytesOf = ({ file }) => (0,external_node_fs_.readFileSync)(external_node_path_.resolve(base, file));
    return { found, plan: planImport({ tool: found.tool, table: found.name, rows, folder, history, bytesOf, because }) };
}
async function readRows(session, { sql, tool }) {
    const rows = await session.rows(tool.rows(sql));
    return rows.map(([label, version, name, state, checksum]) => ({
        label: label ?? '',
        version: version != null && files_migration/* VERSION */.xv.test(version) ? version : undefined,
        name: name ?? undefined,
        state: state,
        checksum: checksum ?? undefined,
    }));
}
const LOOKED_AT = 20;
function look(folder, directory, base) {
    const files = folder.layout === 'sections' ? folder.migrations.slice(0, LOOKED_AT) : [];
    const marks = new Set(files.flatMap(({ file }) => (0,find_marks/* findMarks */.C)((0,source/* fileSource */.I)(file, external_node_path_.resolve(base, file))).map(({ rule }) => rule.tool)));
    return { folder, marks, names: (0,external_node_fs_.readdirSync)(external_node_path_.resolve(base, directory)) };
}
function reportOf({ name, tool }, { already, notes, pending, refusals, take }) {
    const taken = take.map(({ migration, name: of, text, version }) => {
        return { version, name: of, file: migration?.file ?? '', hasDown: migration?.down !== undefined, text };
    });
    const of = { from: tool.id, tool: tool.title, seesEdits: tool.isSame !== undefined, table: name };
    return { ...of, taken, already, pending, refusals, notes };
}


/***/ }),

/***/ 16851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ recordApplied)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _history_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(573145);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(658489);
/* harmony import */ var _phase_phase_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1042112);
/* harmony import */ var _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(238537);





async function recordApplied(migration, { detail = {}, engine, records, tables }) {
    const { phase } = await (0,_phase_phase_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePhase */ .yo)(migration, _parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .loadParser */ .qd);
    const entry = {
        ...{ migration, phase, provenance: engine.provenance, attempt: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().randomUUID)() },
        segments: 2,
        hints: _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_3__/* .noHints */ .Ah,
        isRecorded: true,
    };
    const event = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_4__/* .insertEvent */ .Ul)({
        kind: 'adopt',
        version: migration.version,
        by: engine.provenance,
        detail: { records, phase, ...detail },
    });
    const history = records === 'both' ? `${(0,_history_write_js__WEBPACK_IMPORTED_MODULE_4__/* .insertHistory */ .So)(entry, tables)} ` : '';
    return `${history}${(0,_history_write_js__WEBPACK_IMPORTED_MODULE_4__/* .upsertSide */ .$n)(entry, tables, 'applied')} ${event}`;
}


/***/ })

};
