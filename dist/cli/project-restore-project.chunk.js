export const id = 2658;
export const ids = [2658];
export const modules = {

/***/ 1015498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isProject: () => (/* reexport */ isProject),
  restoreIntoProject: () => (/* binding */ restoreIntoProject)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __webpack_require__(129348);
// EXTERNAL MODULE: ./packages/backup/lib/drill/compare.js
var compare = __webpack_require__(873515);
// EXTERNAL MODULE: ./packages/backup/lib/manifest/read-manifest.js
var read_manifest = __webpack_require__(366726);
// EXTERNAL MODULE: ./packages/backup/lib/seal/sealed-object.js
var sealed_object = __webpack_require__(360467);
// EXTERNAL MODULE: ./packages/backup/lib/source/inventory.js
var inventory = __webpack_require__(345882);
// EXTERNAL MODULE: ./packages/backup/lib/source/source-settings.js
var source_settings = __webpack_require__(163522);
// EXTERNAL MODULE: ./packages/backup/lib/restore/restore.js
var restore = __webpack_require__(576751);
// EXTERNAL MODULE: ./packages/backup/lib/restore/run-script.js
var run_script = __webpack_require__(869288);
// EXTERNAL MODULE: ./packages/backup/lib/restore/script-entries.js
var script_entries = __webpack_require__(857862);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/project/managed.js
const MANAGED = [
    'auth',
    'storage',
    'realtime',
    '_realtime',
    'vault',
    'graphql',
    'graphql_public',
    'extensions',
    'pgsodium',
    'pgsodium_masks',
    'pgbouncer',
    'supabase_functions',
    'net',
    'cron',
    '_analytics',
];
const WITH_ROWS = ['auth', 'storage'];
const VERSIONS = ['auth.schema_migrations', 'storage.migrations'];
const PLATFORM_ROLE = /^(supabase_\w+|dashboard_user|pgbouncer|pgsodium_\w+|authenticator|anon|authenticated|service_role|postgres|cli_login_\w+)$/;
const PLATFORM_OWNER = /^(supabase_\w+|dashboard_user|pgbouncer|pgsodium_\w+)$/;
function schemaOf(name) {
    const [, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^."]+))\./.exec(name) ?? [];
    return quoted?.replaceAll('""', '"') ?? plain ?? '';
}
function isManaged(schema) {
    return MANAGED.some((one) => one === schema);
}
function planManaged(contents, project) {
    const rows = [];
    const left = [];
    const differences = [];
    const defaults = [];
    const used = [];
    for (const table of contents.tables) {
        const { name } = table;
        const schema = schemaOf(name);
        if (!isManaged(schema))
            continue;
        if (VERSIONS.includes(name))
            left.push({ what: `rows of ${name}`, why: 'the versions of its services are its own' });
        else if (!WITH_ROWS.includes(schema))
            left.push({ what: `rows of ${name}`, why: 'the schema is run by Supabase: set it up in the project again' });
        else if (table.rows === 0)
            continue;
        else {
            const there = project.get(name);
            const found = there === undefined ? [`${name}: the project does not have it`] : columnProblems(table, there);
            differences.push(...found);
            if (there === undefined)
                continue;
            const more = [...there.columns].filter(([column, { isRequired }]) => !isRequired && !table.columns.includes(column));
            defaults.push(...more.map(([column]) => `${name}.${column}`));
            if (!there.mayInsert)
                differences.push(`${name}: this role may not write it`);
            if (there.hasRows)
                used.push(name);
            rows.push(table);
        }
    }
    return { rows, left, differences, defaults, used };
}
function columnProblems({ name, columns, types }, there) {
    const problems = columns.flatMap((column, at) => {
        const now = there.columns.get(column);
        if (now === undefined)
            return [`${name}.${column}: the project does not have it`];
        const was = types?.[at];
        return was === undefined || was === now.type ? [] : [`${name}.${column}: it was ${was}, and is ${now.type}`];
    });
    for (const [column, { isRequired }] of there.columns)
        if (isRequired && !columns.includes(column))
            problems.push(`${name}.${column}: it needs a value, and the backup has none`);
    return problems;
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/project/choose-entries.js

function chooseEntry({ type, name, schema, owner }, project) {
    if (PLATFORM_OWNER.test(owner) && type !== 'TRIGGER' && type !== 'POLICY')
        return 'theirs';
    if (type === 'TRIGGER' || type === 'POLICY') {
        if (!isManaged(schema))
            return 'run';
        return isAttached(project, type.toLowerCase(), schema, name) ? 'theirs' : 'run';
    }
    const subject = /^(?:SCHEMA|EXTENSION|PUBLICATION) "?(.*?)"?$/.exec(name)?.[1] ?? name;
    if (schema !== '-' && isManaged(schema))
        return 'theirs';
    switch (type) {
        case 'SCHEMA':
            return project.schemas.has(subject) ? 'theirs' : 'run';
        case 'EXTENSION':
            return project.extensions.has(subject) ? 'theirs' : 'run';
        case 'PUBLICATION':
            return project.publications.has(subject) ? 'theirs' : 'run';
        case 'ACL':
            return name.startsWith('SCHEMA ') && isManaged(subject) ? 'theirs' : 'run';
        case 'COMMENT':
            return isOfTheProject(name, subject, project) ? 'theirs' : 'run';
        default:
            return 'run';
    }
}
function isAttached({ attached }, kind, schema, name) {
    const names = [...name.matchAll(/ /g)].map(({ index }) => [name.slice(0, index), name.slice(index + 1)]);
    return names.some(([table, own]) => attached.has(`${kind} ${schema}.${table} ${own}`));
}
function isOfTheProject(name, subject, { schemas, extensions, publications }) {
    if (name.startsWith('SCHEMA '))
        return schemas.has(subject);
    if (name.startsWith('EXTENSION '))
        return extensions.has(subject);
    return name.startsWith('PUBLICATION ') && publications.has(subject);
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/project/compare-project.js



const NAMED = 10;
const OF_MANAGED = new RegExp(`(?:^schema | on |^(?:[a-z]+ )+)"?(${MANAGED.join('|')})"?(?:\\.|$)`);
function compareProject(contents, restored, { roles: rolesBefore, tablespaces }) {
    const { schema, moved } = (0,compare/* withoutLackingTablespaces */.tk)(contents.schema, tablespaces);
    const checks = [];
    const theirs = [];
    for (const difference of (0,describe_schema/* compareSchemas */._e)(schema, restored)) {
        if (isTheirs(difference, contents, rolesBefore))
            theirs.push(difference.object);
        else if (difference.kind === 'changed' && difference.object.startsWith('extension '))
            checks.push({ ...(0,compare/* schemaCheck */.un)(difference), verdict: 'unknown', reason: 'extension-version' });
        else
            checks.push((0,compare/* schemaCheck */.un)(difference));
    }
    if (!checks.some(({ verdict }) => verdict === 'fail'))
        checks.push((0,compare/* schemaEqual */.qv)(contents));
    const notVerified = [...moved];
    if (theirs.length > 0) {
        const more = theirs.length > NAMED ? ` and ${theirs.length - NAMED} more` : '';
        const what = `${theirs.slice(0, NAMED).join(', ')}${more}`;
        const because = "they are the project's own and stay as they are there";
        notVerified.push({ id: 'schema-equal', what, because, remedy: '', chosen: true });
    }
    return { checks, notVerified };
}
function isTheirs(difference, contents, rolesBefore) {
    const { object, kind, lines } = difference;
    if (kind === 'extra')
        return true;
    const role = /^role "?(.*?)"?$/.exec(object)?.[1];
    if (role !== undefined)
        return PLATFORM_ROLE.test(role) || rolesBefore.has(role) || !contents.roles.includes(role);
    if (object.startsWith('subscription '))
        return true;
    if ((0,compare/* isOfLeftTable */.xl)(difference, contents))
        return true;
    const grantor = /^default privileges of (\S+)/.exec(object)?.[1];
    if (grantor !== undefined)
        return PLATFORM_OWNER.test(grantor);
    const isAttached = object.startsWith('policy ') || object.startsWith('trigger ');
    const schema = OF_MANAGED.exec(object)?.[1];
    if (schema !== undefined && isManaged(schema))
        return !(isAttached && kind === 'missing');
    return lines.some((line) => PLATFORM_OWNER.test(/\bowner (\w+)/.exec(line)?.[1] ?? ''));
}

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/project/read-project.js


async function isProject(session) {
    const [row] = await session.rows(`select pg_catalog.count(*) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where (n.nspname, c.relname) in (('auth', 'users'), ('storage', 'buckets')) and c.relkind = 'r'
        and c.relowner <> (select oid from pg_catalog.pg_roles where rolname = current_user)`);
    return row?.[0] === '2';
}
const ours = `n.nspname in (${MANAGED.map(quote/* literal */.eu).join(', ')})`;
async function readProject(session) {
    const names = async (sql) => new Set((await session.rows(sql)).map(([name]) => name ?? ''));
    return {
        tables: await readTables(session),
        schemas: await names('select nspname from pg_catalog.pg_namespace'),
        roles: await names('select rolname from pg_catalog.pg_roles'),
        extensions: await names('select extname from pg_catalog.pg_extension'),
        tablespaces: await names('select spcname from pg_catalog.pg_tablespace'),
        publications: await names('select pubname from pg_catalog.pg_publication'),
        attached: await names(`select 'trigger ' || n.nspname || '.' || c.relname || ' ' || t.tgname from pg_catalog.pg_trigger t
         join pg_catalog.pg_class c on c.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}
       union all select 'policy ' || n.nspname || '.' || c.relname || ' ' || p.polname from pg_catalog.pg_policy p
         join pg_catalog.pg_class c on c.oid = p.polrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${ours}`),
    };
}
async function readTables(session) {
    const rows = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname),
        pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull and not a.atthasdef and a.attidentity = '',
        pg_catalog.has_table_privilege(c.oid, 'insert') and pg_catalog.has_schema_privilege(n.oid, 'usage'),
        pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and ${ours} order by 1, a.attnum`);
    const found = new Map();
    for (const [name, column, type, required, insert, read] of rows) {
        const table = found.get(name ?? '') ?? { columns: new Map(), mayInsert: insert === 't', mayRead: read === 't' };
        table.columns.set(column ?? '', { type: type ?? '', isRequired: required === 't' });
        found.set(name ?? '', table);
    }
    const tables = new Map();
    for (const [name, { columns, mayInsert, mayRead }] of found) {
        const [row] = mayRead ? await session.rows(`select exists (select from only ${name})`) : [];
        tables.set(name, { columns, hasRows: row?.[0] === 't', mayInsert: mayInsert && mayRead });
    }
    return tables;
}

// EXTERNAL MODULE: ./packages/backup/lib/restore/project/within.js
var within = __webpack_require__(685576);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/project/restore-project.js
















async function restoreIntoProject(options, session) {
    const { contents } = options;
    const project = await readProject(session);
    const plan = planManaged(contents, project.tables);
    if (plan.used.length > 0)
        return { kind: 'not-empty', tables: plan.used };
    if (plan.differences.length > 0)
        return { kind: 'project-differs', differences: plan.differences };
    await session.rows(source_settings/* RESTORE_SETTINGS */.j);
    await session.rows('begin');
    try {
        const found = await restore_project_within({ ...options, session, project, plan });
        const kept = found.checks.every(({ verdict }) => verdict !== 'fail');
        await session.rows(kept ? 'commit' : 'rollback');
        return { kind: 'done', kept, ...found };
    }
    catch (error) {
        if (!session.lost)
            await session.send('rollback');
        throw error;
    }
}
async function restore_project_within(restoring) {
    const { session, contents, plan, project, log } = restoring;
    const { scripts, after } = (0,restore/* partsOf */.CI)(contents);
    const [globals = '', before = ''] = scripts;
    const notVerified = leftOf(restoring);
    notVerified.push(...(await runGlobals(restoring, globals)));
    await (0,within/* clearDefaultPrivileges */.Zp)(session);
    const refused = await runEntries(restoring, before);
    if (refused.length > 0)
        return { checks: refused.map(refusedCheck), notVerified, rows: 0 };
    const own = contents.tables.filter(({ name }) => !isManaged(schemaOf(name)));
    const keys = await (0,within/* foreignKeysOf */.Gh)(session, new Set(plan.rows.map(({ name }) => name)));
    const isQuiet = await (0,within/* withoutTriggers */.gu)(session);
    const tables = [...(0,within/* inOrderOf */.Fb)(plan.rows, keys), ...own];
    for (const table of tables) {
        await (0,restore/* restoreRows */.c$)(restoring, session, table);
        log.debug(`${table.name}: ${table.rows} rows`);
    }
    if (isQuiet)
        await session.rows('set local session_replication_role = origin');
    const sequences = contents.sequences.filter(({ name }) => isOurs(name));
    for (const each of sequences) {
        const refusal = await (0,run_script/* attempt */.CD)(session, `sequence ${each.name}`, (0,inventory/* setSequence */.QA)(each));
        if (refusal !== undefined)
            refused.push(refusal);
    }
    refused.push(...(await runEntries(restoring, after)));
    if (refused.length > 0)
        return { checks: refused.map(refusedCheck), notVerified, rows: 0 };
    const there = new Map();
    for (const table of tables)
        there.set(table.name, await (0,restore/* rowsThere */.U8)(session, table));
    const lacking = {
        missingExtensions: [],
        refused: [],
        refusedLabels: [],
        withoutRows: [],
        tablespaces: project.tablespaces,
    };
    const rows = (0,compare/* compareRows */.fz)({ ...contents, tables }, there, lacking);
    const values = await (0,inventory/* readSequences */.lu)(session, sequences.map(({ name }) => name));
    const schema = compareProject(contents, await (0,describe_schema/* readSchemaWithin */.zT)(session), project);
    const checks = [
        ...schema.checks,
        ...rows.checks,
        ...(0,compare/* compareSequences */.Iu)({ ...contents, sequences }, values),
        keysCheck(await (0,within/* brokenKeys */.Wc)(session, keys), plan.rows),
    ];
    const count = tables.reduce((sum, table) => sum + table.rows, 0);
    return { checks, rows: count, notVerified: [...notVerified, ...schema.notVerified, ...rows.notVerified] };
}
function isOurs(name) {
    const schema = schemaOf(name);
    return !isManaged(schema) || schema === 'auth' || schema === 'storage';
}
function leftOf({ plan, contents }) {
    const left = [
        ...contents.notContained.map(({ what, why }) => ({ what, because: `not contained: ${why}` })),
        ...plan.left.map(({ what, why }) => ({ what, because: why })),
        ...plan.defaults.map((what) => ({ what, because: 'the backup does not have this column: it has its default' })),
    ];
    return left.map((each) => ({ id: 'contained', ...each, remedy: '', chosen: true }));
}
const STATEMENT = /^(?=do \$lockstep\$|create temporary table |drop table )/m;
async function runGlobals({ session, from, manifest, project, contents, signal }, name) {
    const script = await (0,read_manifest/* textOf */.b6)((0,sealed_object/* openSealed */.j5)(from, (0,restore/* objectOf */.Xy)(manifest, name), { signal }));
    const refusals = [];
    for (const statement of script.split(STATEMENT)) {
        if (statement.trim() === '')
            continue;
        const refusal = await (0,run_script/* attempt */.CD)(session, 'roles and settings', statement);
        if (refusal !== undefined)
            refusals.push(refusal);
    }
    const now = new Set((await session.rows('select rolname from pg_catalog.pg_roles')).map(([role]) => role));
    const missing = contents.roles.filter((role) => !now.has(role) && !project.roles.has(role));
    const gaps = missing.map((role) => ({
        id: 'schema-equal',
        what: `role ${role}`,
        because: 'the project does not allow it to be created',
        remedy: PLATFORM_ROLE.test(role) ? '' : 'create it in the project first, where something needs it',
        chosen: PLATFORM_ROLE.test(role),
    }));
    if (refusals.length > missing.length) {
        const because = `the project refused ${refusals.length} of them: ${(0,errors/* describe */.q0)(refusals[0]?.error)}`;
        gaps.push({ id: 'schema-equal', what: 'settings of roles and of the database', because, remedy: '', chosen: true });
    }
    return gaps;
}
async function runEntries({ session, from, manifest, project, signal }, name) {
    const script = await (0,read_manifest/* textOf */.b6)((0,sealed_object/* openSealed */.j5)(from, (0,restore/* objectOf */.Xy)(manifest, name), { signal }));
    const { prelude, entries } = (0,script_entries/* entriesOf */.Mc)((0,script_entries/* withoutTablespaces */.Gb)(script, project.tablespaces));
    await session.rows(prelude);
    const refusals = [];
    for (const entry of entries) {
        if (chooseEntry(entry, project) === 'theirs')
            continue;
        const refusal = await (0,run_script/* attempt */.CD)(session, nameOf(entry), entry.sql);
        if (refusal !== undefined)
            refusals.push(refusal);
    }
    return refusals;
}
function nameOf({ object, owner }) {
    return owner === '-' ? object : `${object} (owner ${owner})`;
}
function refusedCheck({ object, error }) {
    return {
        id: 'backup-restores',
        title: 'The backup can be restored',
        verdict: 'fail',
        reason: 'statement-refused',
        what: object,
        measured: (0,errors/* describe */.q0)(error),
        expected: 'every statement is taken',
        remedy: 'let the project allow it (extensions and webhooks are switched on in its dashboard), and restore again',
    };
}
function keysCheck(broken, tables) {
    const holds = broken.length === 0;
    return {
        id: 'references-hold',
        title: "Every row of Supabase's own schemas refers to one that is there",
        verdict: holds ? 'pass' : 'fail',
        reason: holds ? 'references-hold' : 'reference-broken',
        what: `${tables.length} tables`,
        measured: holds ? 'every reference' : broken.join(', '),
        expected: 'every reference',
        remedy: holds ? '' : 'the backup lacks the rows of a table: restore one without exclude-rows',
    };
}


/***/ })

};
