export const id = 694;
export const ids = [694];
export const modules = {

/***/ 873515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ compareSchema),
/* harmony export */   Iu: () => (/* binding */ compareSequences),
/* harmony export */   fz: () => (/* binding */ compareRows),
/* harmony export */   qv: () => (/* binding */ schemaEqual),
/* harmony export */   tk: () => (/* binding */ withoutLackingTablespaces),
/* harmony export */   un: () => (/* binding */ schemaCheck),
/* harmony export */   xl: () => (/* binding */ isOfLeftTable)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(129348);
/* harmony import */ var _restore_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(429918);



const SCHEMA = { id: 'schema-equal', title: 'Every object is as it was' };
const ROWS = { id: 'rows-equal', title: 'Every table has the rows that it had' };
const SEQUENCES = { id: 'sequences-equal', title: 'Every sequence goes on where it was' };
function compareSchema(contents, restored, rolesBefore, lacking) {
    const hasLabels = lacking.refusedLabels.length > 0;
    const labelled = hasLabels ? (0,_restore_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutRefusedLabels */ .Wt)(contents.schema, restored) : contents.schema;
    const { schema, moved } = withoutLackingTablespaces(labelled, lacking.tablespaces);
    const differences = (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .compareSchemas */ ._e)(schema, restored);
    const checks = [];
    const notVerified = [...moved];
    const gap = (what, because, remedy, chosen) => notVerified.push({ id: SCHEMA.id, what, because, remedy, chosen });
    for (const difference of differences) {
        const { object, kind } = difference;
        const role = /^role (.*)$/.exec(object)?.[1];
        if (role !== undefined && !contents.roles.map(quoted).includes(role))
            continue;
        if (role !== undefined && [...rolesBefore].map(quoted).includes(role)) {
            gap(object, 'the scratch server had a role of this name, which is left as it is', '', true);
        }
        else if (object.startsWith('subscription '))
            gap(object, 'subscriptions are not contained', '', true);
        else if (isOfLeftTable(difference, contents))
            gap(object, 'the table is not contained', '', true);
        else if (kind === 'changed' && object.startsWith('extension ')) {
            checks.push({ ...schemaCheck(difference), verdict: 'unknown', reason: 'extension-version' });
        }
        else if (lacking.missingExtensions.length > 0 && (kind === 'missing' || wasRefused(object, lacking))) {
            const missing = lacking.missingExtensions.join(', ');
            gap(object, `the server does not have, or does not take, the extension ${missing}`, 'use a server that has it', false);
        }
        else
            checks.push(schemaCheck(difference));
    }
    if (!checks.some(({ verdict }) => verdict === 'fail')) {
        checks.push(schemaEqual(contents));
    }
    return { checks, notVerified };
}
function withoutLackingTablespaces(schema, there) {
    const moved = [];
    const adapted = schema.map(([object, lines]) => {
        const [, before, name, after] = /^(owner .*?) tablespace (.*?)((?: replica-identity| partition-by| partition| of-type).*)?$/.exec(lines[0] ?? '') ?? [];
        if (name === undefined || there.has(name))
            return [object, lines];
        const because = `the server does not have its tablespace ${name}: it is in the default one`;
        moved.push({ id: SCHEMA.id, what: object, because, remedy: '', chosen: true });
        return [object, [`${before}${after ?? ''}`, ...lines.slice(1)]];
    });
    return { schema: new Map(adapted), moved };
}
function isOfLeftTable({ object, lines }, { withoutTables }) {
    const isIndex = object.startsWith('index ');
    return withoutTables.some((table) => object === `table ${table}` ||
        object.endsWith(` on ${table}`) ||
        (isIndex && lines.some((line) => line.includes(` ON ${table} USING `))));
}
function schemaEqual({ schema }) {
    return {
        ...SCHEMA,
        verdict: 'pass',
        reason: 'schema-equal',
        what: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(schema.length, 'object'),
        measured: 'the same definitions',
        expected: 'the same definitions',
        remedy: '',
    };
}
function wasRefused(object, { refused }) {
    const name = object.replace(/^\S+ /, '').replaceAll('"', '');
    return refused.some((refusal) => refusal.object.endsWith(` ${name}`));
}
function quoted(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
function schemaCheck({ object, kind, lines }) {
    return {
        ...SCHEMA,
        verdict: 'fail',
        reason: 'schema-differs',
        what: object,
        measured: `${kind}: ${lines.slice(0, 4).join('; ')}`,
        expected: 'as in the backup',
        remedy: 'do not rely on this backup; make another one and drill it',
    };
}
function compareRows(contents, there, lacking) {
    const notVerified = [];
    const checks = [];
    for (const table of contents.tables) {
        const found = there.get(table.name);
        if (found === undefined && lacking.withoutRows.includes(table.name)) {
            notVerified.push({
                id: ROWS.id,
                what: table.name,
                because: `it needs an extension that the server does not have, or does not take: ${lacking.missingExtensions.join(', ')}`,
                remedy: 'use a server that has it',
                chosen: false,
            });
        }
        else if (found === undefined || found.hash !== table.hash || found.rows !== table.rows)
            checks.push(rowsCheck(table, found));
    }
    if (checks.length === 0) {
        const rows = [...there.values()].reduce((sum, digest) => sum + digest.rows, 0);
        checks.push({
            ...ROWS,
            verdict: 'pass',
            reason: 'rows-equal',
            what: (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(there.size, 'table'),
            measured: `${rows} rows with the same hashes`,
            expected: 'the rows of the manifest',
            remedy: '',
        });
    }
    return { checks, notVerified };
}
function rowsCheck(table, found) {
    return {
        ...ROWS,
        verdict: 'fail',
        reason: 'rows-differ',
        what: table.name,
        measured: found === undefined ? 'the table is not there' : `${found.rows} rows, hash ${found.hash}`,
        expected: `${table.rows} rows, hash ${table.hash}`,
        remedy: 'do not rely on this backup; make another one and drill it',
    };
}
function compareSequences(contents, there) {
    const byName = new Map(there.map((each) => [each.name, each]));
    const checks = contents.sequences.flatMap((expected) => {
        const found = byName.get(expected.name);
        if (found?.lastValue === expected.lastValue && found.isCalled === expected.isCalled)
            return [];
        return [
            {
                ...SEQUENCES,
                verdict: 'fail',
                reason: 'sequence-differs',
                what: expected.name,
                measured: found === undefined ? 'it is not there' : words(found),
                expected: words(expected),
                remedy: 'the next insert could take a number that is in use: do not rely on this backup',
            },
        ];
    });
    if (checks.length > 0)
        return checks;
    const what = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(contents.sequences.length, 'sequence');
    const same = { measured: 'the same values', expected: 'the same values', remedy: '' };
    return [{ ...SEQUENCES, verdict: 'pass', reason: 'sequences-equal', what, ...same }];
}
function words({ lastValue, isCalled }) {
    return isCalled ? `${lastValue}, used` : `${lastValue}, next to be used`;
}


/***/ }),

/***/ 134390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillBackup: () => (/* reexport */ drillBackup),
  restoreTables: () => (/* reexport */ restoreTables),
  restoreWhole: () => (/* reexport */ restoreWhole)
});

// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/backup/lib/files/lazily.js
var lazily = __webpack_require__(191747);
// EXTERNAL MODULE: ./packages/backup/lib/manifest/read-manifest.js
var read_manifest = __webpack_require__(366726);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/open-ahead.js
async function openAhead(open, many) {
    const ahead = await Promise.all(Array.from({ length: Math.max(1, many) }, open));
    return async () => ahead.shift() ?? open();
}

// EXTERNAL MODULE: ./packages/backup/lib/restore/restore.js
var restore = __webpack_require__(576751);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/backup/lib/restore/scratch.js


const PLATFORM = ['auth', 'storage', 'realtime', '_realtime', 'vault', 'graphql', 'graphql_public', 'extensions'];
const MORE = ['pgsodium', 'pgbouncer', 'supabase_functions', 'supabase_migrations', 'net', 'cron', '_analytics'];
async function scratchRefusal(session, source) {
    const [row] = await session.rows(`select case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
            then (select system_identifier::text from pg_catalog.pg_control_system()) end`);
    const own = row?.[0] ?? null;
    if (own === null || source.systemIdentifier === null)
        return 'source-unknown';
    if (own === source.systemIdentifier)
        return 'is-the-source';
    return (await isUsed(session)) ? 'not-empty' : undefined;
}
async function isUsed(session) {
    const platform = [...PLATFORM, ...MORE].map(quote/* literal */.eu).join(', ');
    const [row] = await session.rows(`select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', ${platform})
         and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
           and d.objid = c.oid and d.deptype = 'e'))`);
    return row?.[0] === 't';
}
const NAME = 'lockstep_drill_';
async function createScratch(access, session, { source, roles: theirs }) {
    const name = `${NAME}${(0,external_node_crypto_().randomBytes)(6).toString('hex')}`;
    await dropAbandoned(session, access.log);
    const roles = new Set((await session.rows('select rolname from pg_catalog.pg_roles')).map(([role]) => role ?? ''));
    const locale = source.encoding === 'UTF8' ? '' : " locale_provider libc locale 'C'";
    await session.rows(`select pg_catalog.pg_advisory_lock(${lockOf(name)})`);
    await noteRoles(session, name, theirs.filter((role) => !roles.has(role)));
    await session.rows(`create database ${(0,quote/* identifier */.Cv)(name)} template template0 encoding ${(0,quote/* literal */.eu)(source.encoding)}${locale}`);
    return {
        rolesBefore: roles,
        target: { ...access.target, database: name },
        end: async () => {
            const last = await (0,connection_session/* openSession */.f)(access.target, {
                log: access.log,
                signal: undefined,
                applicationName: 'lockstep drill',
            });
            try {
                const left = await dropAll(last, name, (role) => theirs.includes(role) && !roles.has(role));
                return left;
            }
            finally {
                await last.close();
            }
        },
    };
}
function lockOf(name) {
    return `('x${name.slice(NAME.length)}')::bit(48)::bigint`;
}
async function noteRoles(session, name, coming) {
    if (coming.length === 0)
        return;
    const note = (0,quote/* literal */.eu)(JSON.stringify(coming));
    await session.send(`create role ${(0,quote/* identifier */.Cv)(name)} nologin; comment on role ${(0,quote/* identifier */.Cv)(name)} is ${note}`);
}
async function dropAll(session, name, isTheirs) {
    const left = [];
    const drop = async (what) => {
        const result = await session.send(`drop ${what}`);
        if (!result.ok)
            left.push(what.replace(' if exists', '').replace(' with (force)', ''));
    };
    await drop(`database if exists ${(0,quote/* identifier */.Cv)(name)} with (force)`);
    const found = await session.rows("select rolname from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1");
    const now = found.map(([role]) => role ?? '');
    for (const role of now.filter(isTheirs))
        await drop(`role ${(0,quote/* identifier */.Cv)(role)}`);
    if (left.length === 0 && now.includes(name))
        await drop(`role ${(0,quote/* identifier */.Cv)(name)}`);
    return left;
}
async function dropAbandoned(session, log) {
    const mark = (0,quote/* literal */.eu)(`^${NAME}[0-9a-f]{12}$`);
    const found = await session.rows(`select datname from pg_catalog.pg_database where datname ~ ${mark}
      union select rolname from pg_catalog.pg_roles where rolname ~ ${mark} order by 1`);
    for (const name of found.map(([each]) => each ?? '')) {
        const [free] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${lockOf(name)})`);
        if (free?.[0] !== 't')
            continue;
        const came = await notedRoles(session, name);
        const left = await dropAll(session, name, (role) => came.includes(role));
        const dropped = [`database ${name}`, ...came.map((role) => `role ${role}`)].join(', ');
        if (left.length === 0)
            log.warning(`dropped what a drill that was killed had left: ${dropped}`);
        else
            log.warning(`left by a drill that was killed, and cannot be dropped: ${left.join(', ')}: drop it by hand`);
        await session.rows(`select pg_catalog.pg_advisory_unlock(${lockOf(name)})`);
    }
}
async function notedRoles(session, name) {
    const [row] = await session.rows(`select pg_catalog.shobj_description(oid, 'pg_authid') from pg_catalog.pg_roles where rolname = ${(0,quote/* literal */.eu)(name)}`);
    const note = row?.[0];
    return note === null || note === undefined ? [] : JSON.parse(note);
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/backup/lib/drill/after-restore.js


const TRIGGERS_OFF = `do $lockstep$ declare t record; begin
  for t in select evtname from pg_catalog.pg_event_trigger loop
    execute pg_catalog.format('alter event trigger %I disable', t.evtname);
  end loop;
  for t in select distinct c.oid::regclass as name, c.relkind from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and g.tgparentid = 0 and c.relkind in ('r', 'p', 'f') loop
    execute pg_catalog.format('alter table %s disable trigger user', t.name);
  end loop;
  for t in select c.oid::regclass as name, g.tgname from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and c.relkind = 'v' loop
    execute pg_catalog.format('drop trigger %I on %s', t.tgname, t.name);
  end loop;
end $lockstep$`;
async function afterRestore({ open, scratch, sql, probe }) {
    if (sql === undefined && probe === undefined)
        return { checks: [], notVerified: [] };
    const session = await open();
    const off = await session.send(TRIGGERS_OFF);
    if (!off.ok) {
        const because = `triggers could not be switched off: ${(0,errors/* describe */.q0)(off.error)}`;
        const remedy = 'let the role of the scratch server own what it restores, or be a superuser there';
        const gap = { because, remedy, chosen: false };
        const gaps = [];
        if (sql !== undefined)
            gaps.push({ id: 'after-restore', what: 'the SQL after the restore', ...gap });
        if (probe !== undefined)
            gaps.push({ id: 'probe', what: "the caller's own check", ...gap });
        return { checks: [], notVerified: gaps };
    }
    const checks = [];
    if (sql !== undefined)
        checks.push(await erasures(await open(), sql));
    if (probe !== undefined)
        checks.push(...(await probe(scratch)));
    return { checks, notVerified: [] };
}
async function erasures(session, sql) {
    const check = {
        id: 'after-restore',
        title: 'What was erased since is erased again',
        what: 'the SQL after the restore',
    };
    const result = await session.send(`begin;\n${sql}\n;commit;`);
    if (result.ok) {
        const measured = `${result.reply.tags.length - 2} statements`;
        return {
            ...check,
            verdict: 'pass',
            reason: 'erased-again',
            measured,
            expected: 'every statement is taken',
            remedy: '',
        };
    }
    if (!(result.error instanceof sql_error/* SqlError */.L8))
        throw result.error;
    return {
        ...check,
        verdict: 'fail',
        reason: 'erasure-refused',
        measured: (0,errors/* describe */.q0)(result.error),
        expected: 'every statement is taken',
        remedy: 'correct the SQL: after a real restore, erased data would be back',
    };
}

// EXTERNAL MODULE: ./packages/backup/lib/rows/copy-script.js
var copy_script = __webpack_require__(123728);
// EXTERNAL MODULE: ./packages/backup/lib/seal/recipients.js
var recipients = __webpack_require__(436265);
// EXTERNAL MODULE: ./packages/backup/lib/seal/sealed-object.js + 2 modules
var sealed_object = __webpack_require__(360467);
// EXTERNAL MODULE: ./packages/backup/lib/targets/target.js
var target = __webpack_require__(121859);
;// CONCATENATED MODULE: ./packages/backup/lib/drill/broken.js







const WHOLE = { id: 'backup-whole', title: 'All of the backup is there, as it was stored' };
const RESTORES = { id: 'backup-restores', title: 'The backup can be restored' };
function brokenCheck(error, backup) {
    const failed = (kind, reason, remedy) => ({
        ...kind,
        verdict: 'fail',
        reason,
        what: backup,
        measured: (0,errors/* describe */.q0)(error),
        expected: kind === WHOLE ? 'the bytes that were stored' : 'every statement is taken',
        remedy,
    });
    const another = 'do not rely on this backup; make another one, and find out who changed this one';
    if (error instanceof target/* MissingObject */._m)
        return failed(WHOLE, 'object-missing', another);
    if (error instanceof sealed_object/* ChangedObject */.UR || error instanceof copy_script/* BrokenScript */.nQ)
        return failed(WHOLE, 'object-changed', another);
    if (error instanceof restore/* OtherRows */.sb)
        return failed(WHOLE, 'rows-differ', another);
    if (error instanceof recipients/* CannotDecrypt */.fG)
        return failed(WHOLE, 'cannot-decrypt', 'give the key of one of its recipients; where it is that key, the bytes were changed');
    if (error instanceof sql_error/* SqlError */.L8)
        return failed(RESTORES, 'statement-refused', 'read what the server refuses: a backup that cannot be restored is none');
    return undefined;
}
function wholeChecks(backup, objects, bytes) {
    const whole = { verdict: 'pass', reason: 'backup-whole', what: backup, remedy: '' };
    return [
        { ...WHOLE, ...whole, measured: `${objects} objects, ${bytes} bytes`, expected: 'the bytes that were stored' },
        {
            ...RESTORES,
            ...whole,
            reason: 'restored',
            measured: 'every statement was taken',
            expected: 'every statement is taken',
        },
    ];
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
;// CONCATENATED MODULE: ./packages/backup/lib/drill/measured.js

function manifestCheck(read, backup) {
    const check = { id: 'manifest-whole', title: 'The manifest is as it was written', what: backup };
    const expected = 'a manifest that this program wrote';
    if (read.kind === 'read')
        return { ...check, verdict: 'pass', reason: 'manifest-whole', measured: 'its digest holds', expected, remedy: '' };
    if (read.kind === 'missing') {
        const remedy = 'it was not finished: look at the run that made it';
        return { ...check, verdict: 'fail', reason: 'no-manifest', measured: 'none', expected, remedy };
    }
    const remedy = read.kind === 'newer'
        ? 'use the version of this action that made the backup, or a later one'
        : 'do not rely on this backup; find out who changed it';
    return { ...check, verdict: 'fail', reason: `manifest-${read.kind}`, measured: read.why, expected, remedy };
}
function ageCheck(backup, ageMs, maxAgeMs) {
    if (maxAgeMs === undefined)
        return [];
    const isYoung = ageMs <= maxAgeMs;
    return [
        {
            id: 'data-age',
            title: 'The data is young enough',
            verdict: isYoung ? 'pass' : 'fail',
            reason: isYoung ? 'young-enough' : 'too-old',
            what: backup,
            measured: (0,duration/* formatDuration */.a)(Math.max(0, Math.round(ageMs / 1_000) * 1_000)),
            expected: `at most ${(0,duration/* formatDuration */.a)(maxAgeMs)}`,
            remedy: isYoung ? '' : 'find out why there is no newer backup',
        },
    ];
}
function timeCheck(restoreMs, maxRestoreMs) {
    if (maxRestoreMs === undefined)
        return [];
    const isFast = restoreMs <= maxRestoreMs;
    return [
        {
            id: 'restore-time',
            title: 'The restore is fast enough',
            verdict: isFast ? 'pass' : 'fail',
            reason: isFast ? 'fast-enough' : 'too-slow',
            what: 'from the first byte to the last constraint',
            measured: (0,duration/* formatDuration */.a)(Math.ceil(restoreMs / 100) * 100),
            expected: `at most ${(0,duration/* formatDuration */.a)(maxRestoreMs)}`,
            remedy: isFast ? '' : 'restore more tables at a time, or promise a longer time',
        },
    ];
}
function leftCheck(left) {
    const clean = left.length === 0;
    return {
        id: 'nothing-left',
        title: 'The drill leaves nothing behind',
        verdict: clean ? 'pass' : 'fail',
        reason: clean ? 'nothing-left' : 'left-behind',
        what: 'the scratch server',
        measured: clean ? 'nothing' : left.join(', '),
        expected: 'nothing',
        remedy: clean ? '' : 'drop it: it holds data of production',
    };
}

// EXTERNAL MODULE: ./packages/postgres/lib/schema/describe-schema.js + 3 modules
var describe_schema = __webpack_require__(129348);
// EXTERNAL MODULE: ./packages/backup/lib/create/pool.js
var pool = __webpack_require__(487241);
// EXTERNAL MODULE: ./packages/backup/lib/manifest/manifest.js + 1 modules
var manifest_manifest = __webpack_require__(922336);
// EXTERNAL MODULE: ./packages/backup/lib/source/inventory.js
var inventory = __webpack_require__(345882);
// EXTERNAL MODULE: ./packages/backup/lib/source/quiet-session.js
var quiet_session = __webpack_require__(793296);
// EXTERNAL MODULE: ./packages/backup/lib/source/source-settings.js
var source_settings = __webpack_require__(163522);
// EXTERNAL MODULE: ./packages/backup/lib/drill/compare.js
var compare = __webpack_require__(873515);
;// CONCATENATED MODULE: ./packages/backup/lib/drill/verify.js











async function readTheRest({ from, manifest, contents, signal }) {
    const known = new Set([manifest_manifest/* MANIFEST_NAME */.ir, manifest.contents.name, ...manifest.objects.map(({ name }) => name)]);
    for await (const { key } of from.target.list(from.prefix, { signal })) {
        if (!known.has(key.slice(from.prefix.length)))
            throw new sealed_object/* ChangedObject */.UR(`${key} is in no manifest`);
    }
    for (const object of manifest.objects) {
        if (contents.order.includes(object.name))
            continue;
        const hash = (0,external_node_crypto_().createHash)('sha256');
        for await (const chunk of await from.target.get(`${from.prefix}${object.name}`, { signal }))
            hash.update(chunk);
        if (hash.digest('hex') !== object.sha256)
            throw new sealed_object/* ChangedObject */.UR(`${object.name} is not what was stored`);
    }
}
async function compareAll(verifying, { restored, rolesBefore, open }) {
    const { contents } = verifying;
    const sessions = await Promise.all(Array.from({ length: Math.max(1, verifying.parallel) }, open));
    for (const session of sessions)
        await session.rows(source_settings/* RESTORE_SETTINGS */.j);
    const there = new Map(restored.comparedAlready);
    const tables = contents.tables.filter(({ name }) => !there.has(name) && !restored.withoutRows.includes(name));
    await (0,pool/* inParallel */.H)(sessions, tables, async (session, table) => {
        there.set(table.name, await (0,restore/* rowsThere */.U8)(session, table));
    }, () => {
        for (const session of sessions)
            session.abandon();
    });
    const [first] = sessions;
    await (0,quiet_session/* withoutEventTriggers */._)(first);
    const schema = (0,compare/* compareSchema */.FL)(contents, await (0,describe_schema/* readSchema */.G7)(first), rolesBefore, restored);
    const rows = (0,compare/* compareRows */.fz)(contents, there, restored);
    const values = await (0,inventory/* readSequences */.lu)(first, await presentSequences(first, contents));
    for (const session of sessions)
        await session.close();
    return {
        checks: [...schema.checks, ...rows.checks, ...(0,compare/* compareSequences */.Iu)(contents, values)],
        notVerified: [...schema.notVerified, ...rows.notVerified],
    };
}
async function presentSequences(session, { sequences }) {
    const rows = await session.rows("select oid::regclass::text from pg_catalog.pg_class where relkind = 'S'");
    const there = new Set(rows.map(([name]) => name));
    return sequences.map(({ name }) => name).filter((name) => there.has(name));
}
function refusedEntry({ object, error }) {
    const because = `the server refused it for want of an extension: ${(0,errors/* describe */.q0)(error)}`;
    return {
        id: 'backup-restores',
        what: object,
        because,
        remedy: 'use a server that has the extension',
        chosen: false,
    };
}
function refusedLabel({ object, error }) {
    return {
        id: 'backup-restores',
        what: object,
        because: `the server does not have its provider: ${(0,errors/* describe */.q0)(error)}`,
        remedy: 'use a server that loads the provider (shared_preload_libraries)',
        chosen: false,
    };
}

;// CONCATENATED MODULE: ./packages/backup/lib/drill/drill.js










async function drillBackup(options) {
    const { prefix, clock } = options;
    const backup = prefix.replace(/\/$/, '');
    const findings = { checks: [], notVerified: [] };
    const started = clock.now();
    const read = await (0,read_manifest/* readManifest */.WI)(options.place, prefix, options);
    findings.checks.push(manifestCheck(read, backup));
    if (read.kind === 'read') {
        const { manifest } = read;
        findings.manifest = manifest;
        findings.dataAgeMs = started - Date.parse(manifest.takenAt);
        findings.checks.push(...ageCheck(backup, findings.dataAgeMs, options.maxAgeMs));
        try {
            const refused = await restoreAndCompare(options, manifest, findings);
            if (refused !== undefined)
                return { kind: 'refused', why: refused };
            await readFiles(options, manifest, findings);
        }
        catch (error) {
            const check = brokenCheck(error, backup);
            if (check === undefined)
                throw error;
            findings.checks.push(check);
        }
    }
    const { checks, notVerified, manifest, phases, restoreMs, dataAgeMs } = findings;
    return { kind: 'drilled', backup, checks, notVerified, manifest, phases, restoreMs, dataAgeMs };
}
async function readFiles(options, manifest, findings) {
    if (manifest.files === undefined)
        return;
    if (options.files === false) {
        const what = `${manifest.files.files} files of Supabase Storage`;
        findings.notVerified.push({ id: 'files-whole', what, because: 'left out on request', remedy: '', chosen: true });
        return;
    }
    const { place, prefix, identities, parallel, signal } = options;
    const { verifyFiles } = await (0,lazily/* verifying */.MP)();
    const from = { target: place, prefix, identities };
    findings.checks.push(...(await verifyFiles({ from, manifest, parallel, signal })));
}
async function restoreAndCompare(options, manifest, findings) {
    const { place, prefix, identities, scratch: target, log, signal } = options;
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep drill' });
    try {
        const refused = await scratchRefusal(session, manifest.source);
        if (refused !== undefined)
            return refused;
        const from = { target: place, prefix, identities };
        const contents = await (0,read_manifest/* readContents */.r0)(from, manifest, options);
        findings.notVerified.push(...contents.notContained.map(notContained));
        const access = { target, log, clock: options.clock, signal };
        const scratch = await createScratch(access, session, contents);
        try {
            await compared({ ...options, from, manifest, contents }, scratch, findings);
        }
        finally {
            findings.checks.push(leftCheck(await scratch.end()));
        }
        return undefined;
    }
    finally {
        await session.close();
    }
}
async function compared(drilling, scratch, findings) {
    const { manifest, prefix, log, clock } = drilling;
    const sessions = [];
    const open = async () => {
        const session = await (0,connection_session/* openSession */.f)(scratch.target, {
            log,
            signal: drilling.signal,
            applicationName: 'lockstep drill',
        });
        sessions.push(session);
        return session;
    };
    const stop = () => {
        for (const session of sessions)
            session.abandon();
    };
    drilling.signal?.addEventListener('abort', stop, { once: true });
    try {
        await readTheRest(drilling);
        const openLater = await openAhead(open, drilling.parallel + 1);
        const started = clock.now();
        const restored = await (0,restore/* restoreBackup */.dH)({ ...drilling, open });
        findings.phases = restored.phases;
        findings.restoreMs = clock.now() - started;
        const all = [...manifest.objects, manifest.contents];
        const bytes = all.reduce((sum, object) => sum + object.bytes, 0);
        findings.checks.push(...wholeChecks(prefix.replace(/\/$/, ''), all.length, bytes));
        findings.checks.push(...timeCheck(findings.restoreMs, drilling.maxRestoreMs));
        findings.notVerified.push(...restored.refused.map(refusedEntry), ...restored.refusedLabels.map(refusedLabel));
        const equal = await compareAll(drilling, { restored, rolesBefore: scratch.rolesBefore, open: openLater });
        findings.checks.push(...equal.checks);
        findings.notVerified.push(...equal.notVerified);
        const after = await afterRestore({
            ...drilling,
            open: openLater,
            scratch: scratch.target,
            sql: drilling.afterRestore,
        });
        findings.checks.push(...after.checks);
        findings.notVerified.push(...after.notVerified);
    }
    finally {
        drilling.signal?.removeEventListener('abort', stop);
        for (const session of sessions)
            session.abandon();
    }
}
function notContained({ what, why }) {
    return { id: 'contained', what, because: `not contained: ${why}`, remedy: '', chosen: true };
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/tables.js






async function restoreTables(options, names) {
    const { place, prefix, identities, target, log, signal } = options;
    const backup = prefix.replace(/\/$/, '');
    const read = await (0,read_manifest/* readManifest */.WI)(place, prefix, options);
    if (read.kind !== 'read')
        return { kind: 'broken', check: manifestCheck(read, backup) };
    const from = { target: place, prefix, identities };
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep restore' });
    const stop = () => session.abandon();
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const contents = await (0,read_manifest/* readContents */.r0)(from, read.manifest, options);
        const { tables, unknown } = choose(contents, names);
        if (unknown.length > 0)
            return { kind: 'not-in-backup', tables: unknown };
        await session.rows(source_settings/* RESTORE_SETTINGS */.j);
        await session.rows('begin');
        return await within({ ...options, from, contents, manifest: read.manifest, open: unopened }, session, tables);
    }
    catch (error) {
        if (!session.lost)
            await session.send('rollback');
        const check = brokenCheck(error, backup);
        if (check === undefined)
            throw error;
        return { kind: 'broken', check };
    }
    finally {
        signal?.removeEventListener('abort', stop);
        await session.close();
    }
}
function choose({ tables }, names) {
    const plain = (name) => name.replace(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll('""', '"'));
    const chosen = names.map((name) => tables.find((table) => table.name === name || plain(table.name) === name));
    return {
        tables: chosen.filter((table) => table !== undefined),
        unknown: names.filter((_, at) => chosen[at] === undefined),
    };
}
async function within(options, session, tables) {
    const used = [];
    for (const { name } of tables) {
        await session.rows(`lock table only ${name} in share row exclusive mode`);
        const [row] = await session.rows(`select exists (select from only ${name})`);
        if (row?.[0] === 't')
            used.push(name);
    }
    if (used.length > 0) {
        await session.rows('rollback');
        return { kind: 'not-empty', tables: used };
    }
    for (const table of tables) {
        const triggers = await ownTriggers(session, table.name);
        for (const trigger of triggers)
            await session.rows(`alter table ${table.name} disable trigger ${trigger}`);
        await (0,restore/* restoreRows */.c$)(options, session, table);
        const there = await (0,restore/* rowsThere */.U8)(session, table);
        if (!(0,restore/* sameRows */.ev)(there, table))
            throw new restore/* OtherRows */.sb(`${table.name}: other rows are there than were restored`);
        for (const trigger of triggers)
            await session.rows(`alter table ${table.name} enable trigger ${trigger}`);
        await advance(session, options.contents, table.name);
    }
    await session.rows('commit');
    return { kind: 'restored', tables: tables.map(({ name, rows }) => ({ name, rows })) };
}
async function ownTriggers(session, table) {
    const rows = await session.rows(`select pg_catalog.quote_ident(tgname) from pg_catalog.pg_trigger
      where tgrelid = ${(0,quote/* literal */.eu)(table)}::regclass and not tgisinternal and tgenabled = 'O' order by 1`);
    return rows.map(([name]) => name ?? '');
}
async function advance(session, { sequences }, table) {
    const owned = await session.rows(`select d.objid::regclass::text from pg_catalog.pg_depend d join pg_catalog.pg_class c on c.oid = d.objid and c.relkind = 'S'
      where d.classid = 'pg_catalog.pg_class'::regclass and d.refobjid = ${(0,quote/* literal */.eu)(table)}::regclass and d.deptype in ('a', 'i')`);
    for (const [name] of owned) {
        const stored = sequences.find((sequence) => sequence.name === name);
        if (stored === undefined)
            continue;
        await session.rows(`select pg_catalog.setval(${(0,quote/* literal */.eu)(stored.name)}, ${stored.lastValue}, ${stored.isCalled})
         from ${stored.name} where last_value < ${stored.lastValue}`);
    }
}
async function unopened() {
    throw new Error('single tables are restored by one session');
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/whole.js








async function restoreWhole(options) {
    const { place, prefix, identities, target, log, signal, clock } = options;
    const backup = prefix.replace(/\/$/, '');
    const sessions = [];
    const open = async () => {
        const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep restore' });
        sessions.push(session);
        return session;
    };
    const started = clock.now();
    const read = await (0,read_manifest/* readManifest */.WI)(place, prefix, options);
    const checks = [manifestCheck(read, backup)];
    const nothing = { kind: 'restored', begun: false, notVerified: [], rows: 0, restoreMs: 0 };
    if (read.kind !== 'read')
        return { ...nothing, checks, dataAgeMs: undefined };
    const { manifest } = read;
    const dataAgeMs = started - Date.parse(manifest.takenAt);
    let begun = false;
    const stop = () => {
        for (const session of sessions)
            session.abandon();
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const session = await open();
        if (await isUsed(session))
            return { kind: 'not-empty' };
        const roles = await session.rows('select rolname from pg_catalog.pg_roles');
        const from = { target: place, prefix, identities };
        const contents = await (0,read_manifest/* readContents */.r0)(from, manifest, options);
        const verifying = { ...options, from, manifest, contents };
        await readTheRest(verifying);
        const { isProject, restoreIntoProject } = await __webpack_require__.e(/* import() */ 658).then(__webpack_require__.bind(__webpack_require__, 1015498));
        if (await isProject(session)) {
            const into = await restoreIntoProject({ ...verifying, open }, session);
            if (into.kind !== 'done')
                return into;
            const restoreMs = clock.now() - started;
            const all = manifest.objects.length + 1;
            const { kept, notVerified } = into;
            if (kept)
                checks.push(...wholeChecks(backup, all, bytesOf(manifest)));
            checks.push(...into.checks);
            const rows = kept ? into.rows : 0;
            return { kind: 'restored', begun: kept, rolledBack: !kept, checks, notVerified, rows, restoreMs, dataAgeMs };
        }
        const openLater = await openAhead(open, options.parallel);
        begun = true;
        const restored = await (0,restore/* restoreBackup */.dH)({ ...verifying, open });
        const restoreMs = clock.now() - started;
        checks.push(...wholeChecks(backup, manifest.objects.length + 1, bytesOf(manifest)));
        const rolesBefore = new Set(roles.map(([role]) => role ?? ''));
        const equal = await compareAll(verifying, { restored, rolesBefore, open: openLater });
        checks.push(...equal.checks);
        return {
            kind: 'restored',
            begun,
            checks,
            notVerified: [
                ...restored.refused.map(refusedEntry),
                ...restored.refusedLabels.map(refusedLabel),
                ...equal.notVerified,
            ],
            rows: manifest.totals.rows,
            restoreMs,
            dataAgeMs,
        };
    }
    catch (error) {
        const check = brokenCheck(error, backup);
        if (check === undefined)
            throw error;
        return { ...nothing, begun, checks: [...checks, check], dataAgeMs };
    }
    finally {
        signal?.removeEventListener('abort', stop);
        for (const session of sessions)
            session.abandon();
    }
}
function bytesOf({ objects, contents }) {
    return objects.reduce((sum, object) => sum + object.bytes, contents.bytes);
}

;// CONCATENATED MODULE: ./packages/backup/lib/restore/engine.js





/***/ }),

/***/ 429918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ restoreLabels),
/* harmony export */   Wt: () => (/* binding */ withoutRefusedLabels),
/* harmony export */   YH: () => (/* binding */ withoutLabels)
/* harmony export */ });
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(869288);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857862);


function withoutLabels(script) {
    if (!script.includes('\nSECURITY LABEL '))
        return { script, labels: [] };
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    const labels = entries.filter(({ type }) => type === 'SECURITY LABEL');
    const others = entries.filter(({ type }) => type !== 'SECURITY LABEL');
    return { script: prelude + others.map(({ sql }) => sql).join(''), labels };
}
async function restoreLabels(session, labels) {
    if (labels.length === 0)
        return [];
    const refused = [];
    await session.rows('begin');
    for (const { name, schema, sql } of labels) {
        const object = `security label of ${name}${schema === '-' ? '' : ` in ${schema}`}`;
        const refusal = await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(session, object, sql);
        if (refusal !== undefined)
            refused.push(refusal);
    }
    await session.rows('commit');
    return refused;
}
function withoutRefusedLabels(schema, restored) {
    const there = new Set([...restored].flatMap(([, lines]) => lines.flatMap((line) => providerOf(line) ?? [])));
    return schema.flatMap(([object, lines]) => {
        const kept = lines.filter((line) => {
            const provider = providerOf(line);
            return provider === undefined || there.has(provider);
        });
        return kept.length === 0 && lines.length > 0 ? [] : [[object, kept]];
    });
}
function providerOf(line) {
    return /^security label (\S+) '/.exec(line)?.[1];
}


/***/ }),

/***/ 685576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fb: () => (/* binding */ inOrderOf),
/* harmony export */   Gh: () => (/* binding */ foreignKeysOf),
/* harmony export */   Wc: () => (/* binding */ brokenKeys),
/* harmony export */   Zp: () => (/* binding */ clearDefaultPrivileges),
/* harmony export */   gu: () => (/* binding */ withoutTriggers)
/* harmony export */ });
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(869288);

async function clearDefaultPrivileges(session) {
    const rows = await session.rows(`select distinct pg_catalog.format('alter default privileges in schema %I revoke all on %s from %s', n.nspname,
        case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
        case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end)
       from pg_catalog.pg_default_acl d join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
         cross join lateral pg_catalog.aclexplode(d.defaclacl) a
      where pg_catalog.pg_get_userbyid(d.defaclrole) = current_user`);
    for (const [statement] of rows)
        await session.rows(statement ?? '');
}
async function withoutTriggers(session) {
    return (await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(session, 'triggers', 'set local session_replication_role = replica')) === undefined;
}
async function foreignKeysOf(session, tables) {
    const names = (list) => `(select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by k.nth) from pg_catalog.unnest(${list}) with ordinality k (num, nth)
       join pg_catalog.pg_attribute a on a.attnum = k.num and a.attrelid = `;
    const rows = await session.rows(`select o.conname, o.conrelid::regclass::text, o.confrelid::regclass::text,
        ${names('o.conkey')} o.conrelid), ${names('o.confkey')} o.confrelid)
       from pg_catalog.pg_constraint o where o.contype = 'f' order by 1, 2`);
    const keys = rows.map(([name, from, to, columns, referenced]) => ({
        name: name ?? '',
        from: from ?? '',
        to: to ?? '',
        columns: JSON.parse(columns ?? '[]'),
        keys: JSON.parse(referenced ?? '[]'),
    }));
    return keys.filter(({ from }) => tables.has(from));
}
async function brokenKeys(session, keys) {
    const broken = [];
    for (const { name, from, to, columns, keys: referenced } of keys) {
        const isSet = columns.map((column) => `a.${column} is not null`).join(' and ');
        const equal = columns.map((column, at) => `a.${column} = b.${referenced[at]}`).join(' and ');
        const [row] = await session.rows(`select exists (select from ${from} a where ${isSet} and not exists (select from ${to} b where ${equal}))`);
        if (row?.[0] === 't')
            broken.push(`${name} on ${from}`);
    }
    return broken;
}
function inOrderOf(tables, keys) {
    const ordered = [];
    let waiting = [...tables];
    while (waiting.length > 0) {
        const names = new Set(waiting.map(({ name }) => name));
        const free = waiting.filter(({ name }) => !keys.some((key) => key.from === name && key.to !== name && names.has(key.to)));
        const next = free.length === 0 ? waiting : free;
        ordered.push(...next);
        waiting = waiting.filter((table) => !next.includes(table));
    }
    return ordered;
}


/***/ }),

/***/ 576751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   U8: () => (/* binding */ rowsThere),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c$: () => (/* binding */ restoreRows),
/* harmony export */   dH: () => (/* binding */ restoreBackup),
/* harmony export */   ev: () => (/* binding */ sameRows),
/* harmony export */   sb: () => (/* binding */ OtherRows)
/* harmony export */ });
/* unused harmony export tablespacesOf */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(182089);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(309774);
/* harmony import */ var _create_pool_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(487241);
/* harmony import */ var _manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(366726);
/* harmony import */ var _rows_copy_script_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(123728);
/* harmony import */ var _rows_row_hash_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(446537);
/* harmony import */ var _seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(360467);
/* harmony import */ var _source_inventory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(345882);
/* harmony import */ var _source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(163522);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(429918);
/* harmony import */ var _project_within_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(685576);
/* harmony import */ var _run_script_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(869288);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(857862);












class OtherRows extends Error {
    name = 'OtherRows';
}
const JOBS = 'cron.job';
async function restoreBackup(options) {
    const { contents, clock, open } = options;
    const session = await open();
    await session.rows(_source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .RESTORE_SETTINGS */ .j);
    const missingExtensions = await missingOf(session, contents);
    const tablespaces = await tablespacesOf(session);
    const refusedLabels = [];
    const run = async (name) => {
        const stored = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(options.manifest, name), options));
        const { script, labels } = (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLabels */ .YH)((0,_script_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutTablespaces */ .Gb)(stored, tablespaces));
        const refused = await runSchema(script);
        refusedLabels.push(...(await (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreLabels */ .Kz)(session, labels)));
        return refused;
    };
    const runSchema = async (script) => {
        if (missingExtensions.length === 0) {
            try {
                await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j3)(session, script);
                return [];
            }
            catch (error) {
                if (session.lost || !(error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .SqlError */ .L8))
                    throw error;
                missingExtensions.push(...(await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .refusedExtensions */ .HT)(session, script)));
                if (missingExtensions.length === 0)
                    throw error;
            }
        }
        return (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runEntries */ .m3)(session, script);
    };
    const phases = { schema: 0, rows: 0, 'indexes-and-constraints': 0 };
    const measured = async (phase, work) => {
        const started = clock.now();
        const result = await work();
        phases[phase] += clock.now() - started;
        options.log.info(`${phase.replaceAll('-', ' ')}: ${((clock.now() - started) / 1_000).toFixed(1)} s`);
        return result;
    };
    const { scripts, sequences, quiet, after } = partsOf(contents);
    const refused = [];
    await measured('schema', async () => {
        for (const name of scripts)
            refused.push(...(await run(name)));
    });
    const lacking = missingExtensions.length > 0;
    const rows = await measured('rows', async () => {
        const restored = await restoreTables(options, { quiet, lacking });
        refused.push(...(await runPlain(session, options, sequences, lacking)));
        return restored;
    });
    await measured('indexes-and-constraints', async () => {
        refused.push(...(await run(after)));
    });
    await session.close();
    return { missingExtensions, refused, refusedLabels, tablespaces, ...rows, phases };
}
async function missingOf(session, { extensions }) {
    const available = await session.rows('select name from pg_catalog.pg_available_extensions');
    const names = new Set(available.map(([name]) => name));
    return extensions.map(({ name }) => name).filter((name) => !names.has(name));
}
async function tablespacesOf(session) {
    const rows = await session.rows('select spcname from pg_catalog.pg_tablespace');
    return new Set(rows.map(([name]) => name ?? ''));
}
function partsOf({ order }) {
    const named = (name) => {
        const found = order.find((each) => each === `${name}.sql.gz` || each === `${name}.sql.gz.age`);
        if (found === undefined)
            throw new Error(`the backup has no ${name}.sql`);
        return found;
    };
    return {
        scripts: [named('globals'), named('before')],
        sequences: named('sequences'),
        after: named('after'),
        quiet: named('quiet'),
    };
}
function objectOf({ objects }, name) {
    const found = objects.find((object) => object.name === name);
    if (found === undefined)
        throw new Error(`the manifest does not list ${name}`);
    return found;
}
async function runPlain(session, options, name, lacking) {
    const script = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(options.manifest, name), options));
    if (!lacking) {
        await (0,_run_script_js__WEBPACK_IMPORTED_MODULE_5__/* .runScript */ .j3)(session, script);
        return [];
    }
    const refusals = [];
    for (const { name: object, lastValue, isCalled } of options.contents.sequences) {
        const result = await session.send((0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .setSequence */ .QA)({ name: object, lastValue, isCalled }));
        if (result.ok)
            continue;
        if (session.lost)
            throw result.error;
        refusals.push({ object: `sequence ${object}`, error: result.error });
    }
    return refusals;
}
async function restoreTables(options, { quiet, lacking }) {
    const { contents, manifest, open } = options;
    const withoutRows = [];
    const comparedAlready = new Map();
    const quietScript = await (0,_manifest_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, objectOf(manifest, quiet), options));
    const sessions = [];
    for (let nth = 0; nth < Math.max(1, Math.min(options.parallel, contents.tables.length)); nth++) {
        const session = await open();
        await session.rows(_source_source_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .RESTORE_SETTINGS */ .j);
        sessions.push(session);
    }
    const [first] = sessions;
    const keys = await (0,_project_within_js__WEBPACK_IMPORTED_MODULE_8__/* .foreignKeysOf */ .Gh)(first, new Set(contents.tables.map(({ name }) => name)));
    const refersTo = new Set(keys.map(({ from }) => from));
    const tables = contents.tables.filter(({ name }) => !refersTo.has(name)).sort((a, b) => b.bytes - a.bytes);
    const referring = (0,_project_within_js__WEBPACK_IMPORTED_MODULE_8__/* .inOrderOf */ .Fb)(contents.tables.filter(({ name }) => refersTo.has(name)), keys);
    const load = async (session, table) => {
        try {
            await session.rows('begin');
            await restoreRows(options, session, table);
            if (table.name === JOBS) {
                comparedAlready.set(table.name, await rowsThere(session, table));
                await session.rows(quietScript);
            }
            await session.rows('commit');
        }
        catch (error) {
            if (!session.lost)
                await session.send('rollback');
            if (!lacking || !isAbsent(error))
                throw error;
            withoutRows.push(table.name);
        }
    };
    const stop = () => {
        for (const session of sessions)
            session.abandon();
    };
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_9__/* .inParallel */ .H)(sessions, tables, load, stop);
    await (0,_create_pool_js__WEBPACK_IMPORTED_MODULE_9__/* .inParallel */ .H)([first], referring, load, stop);
    for (const session of sessions)
        await session.close();
    return { withoutRows, comparedAlready };
}
async function restoreRows(options, session, table) {
    const object = objectOf(options.manifest, table.object);
    const statement = (0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .copyInStatement */ .ec)(table);
    const script = await (0,_rows_copy_script_js__WEBPACK_IMPORTED_MODULE_10__/* .readScript */ .Uq)((0,_seal_sealed_object_js__WEBPACK_IMPORTED_MODULE_2__/* .openSealed */ .j5)(options.from, object, options), statement);
    const result = await session.send(statement, { copyData: script.rows });
    if (!result.ok)
        throw result.error;
    const digest = script.digest();
    if (!sameRows(digest, table))
        throw new OtherRows(`${table.name}: ${digest.rows} rows are stored, and ${table.rows} other ones were counted`);
}
async function rowsThere(session, table) {
    const hash = new _rows_row_hash_js__WEBPACK_IMPORTED_MODULE_11__/* .RowHash */ .X();
    const { name, columns, condition } = table;
    const statement = (0,_source_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .copyOutStatement */ .zj)({ name, columns, condition: condition ?? undefined });
    for await (const batch of (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_12__/* .copyRows */ .D)(session, statement))
        hash.add(batch);
    const digest = hash.digest();
    if (digest === undefined)
        throw new Error(`${table.name}: the last row has no end`);
    return digest;
}
function sameRows(a, b) {
    return a.rows === b.rows && a.bytes === b.bytes && a.hash === b.hash;
}
function isAbsent(error) {
    return error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .SqlError */ .L8 && ['42P01', '3F000', '42704', '42703'].includes(error.server.code);
}


/***/ }),

/***/ 869288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   HT: () => (/* binding */ refusedExtensions),
/* harmony export */   j3: () => (/* binding */ runScript),
/* harmony export */   m3: () => (/* binding */ runEntries)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182089);
/* harmony import */ var _script_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857862);


async function runScript(session, script) {
    const result = await session.send(`begin;\n${script}\ncommit;`);
    if (result.ok)
        return;
    if (!session.lost)
        await session.send('rollback');
    throw result.error;
}
async function runEntries(session, script) {
    const refusals = [];
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    await session.rows(`begin;\n${prelude}`);
    for (const { object, sql } of entries) {
        const refusal = await attempt(session, object, sql);
        if (refusal !== undefined)
            refusals.push(refusal);
    }
    await session.rows('commit');
    return refusals;
}
async function attempt(session, object, sql) {
    await session.rows('savepoint lockstep_entry');
    const result = await session.send(sql);
    if (result.ok) {
        await session.rows('release savepoint lockstep_entry');
        return undefined;
    }
    if (session.lost || !(result.error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8))
        throw result.error;
    await session.rows('rollback to savepoint lockstep_entry; release savepoint lockstep_entry');
    return { object, error: result.error };
}
async function refusedExtensions(session, script) {
    const { prelude, entries } = (0,_script_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(script);
    const refused = [];
    await session.rows(`begin;\n${prelude}`);
    for (const { object, type, name, sql } of entries) {
        if (type !== 'SCHEMA' && type !== 'EXTENSION')
            continue;
        const refusal = await attempt(session, object, sql);
        if (refusal !== undefined && type === 'EXTENSION')
            refused.push(name);
    }
    await session.rows('rollback');
    return refused;
}


/***/ })

};
