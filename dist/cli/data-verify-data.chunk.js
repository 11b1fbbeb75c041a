export const id = 9712;
export const ids = [9712];
export const modules = {

/***/ 545122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyData: () => (/* binding */ verifyData)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/restore.js + 1 modules
var restore = __webpack_require__(812771);
// EXTERNAL MODULE: ./packages/migrations/lib/down/down.js + 1 modules
var down = __webpack_require__(151650);
// EXTERNAL MODULE: ./packages/migrations/lib/down/preview.js
var preview = __webpack_require__(288117);
// EXTERNAL MODULE: ./packages/migrations/lib/up/up.js + 6 modules
var up = __webpack_require__(663067);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/values.js
function valuesFor(column, checks, number) {
    const texts = checks.join(' ');
    const constants = [...texts.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => (text ?? '').replaceAll("''", "'"));
    const numbers = [...texts.matchAll(/(?<![\w'.])-?\d+(?:\.\d+)?(?![\w'])/g)].map(([text]) => Number(text));
    const found = [...ofType(column, constants, numbers, number)];
    const isChoice = column.labels.length > 0 || column.category === 'B';
    const from = isChoice ? number % Math.max(1, found.length) : 0;
    return [...new Set([...found.slice(from), ...found.slice(0, from)])];
}
function ofType({ base, category, labels }, constants, numbers, number) {
    if (labels.length > 0)
        return labels;
    switch (category) {
        case 'B':
            return ['true', 'false'];
        case 'S':
            return texts(base, constants, numbers, number);
        case 'N':
            return amounts(base, numbers, number);
        case 'D':
            return /^time /.test(base) ? [`0${number % 10}:00:00`] : [day(number), day(number - 12_000), '2090-01-01'];
        case 'T':
            return [`0${1 + (number % 9)}:00:00`];
        case 'I':
            return [`10.0.0.${number % 250}`];
        case 'A':
            return ['{}'];
        case 'R':
            return base.includes('multi')
                ? ['{}']
                : /date|ts/.test(base)
                    ? [`[${day(number * 3)},${day(number * 3 + 1)})`]
                    : [`[${number * 10},${number * 10 + 5})`];
        default:
            return others(base, number);
    }
}
const day = (days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
function texts(base, constants, numbers, number) {
    const most = Number(/\((\d+)\)/.exec(base)?.[1] ?? (base === '"char"' || base === 'character' ? 1 : 10_000));
    const long = numbers.filter((size) => size > 0 && size <= 5_000).map((size) => 'x'.repeat(size - 1) + (number % 10));
    const all = [`row ${number}`, ...constants, `row${number}`, `ROW${number}`, `row${number}@example.test`]
        .concat([`https://row${number}.example.test/`, `+491510000${number}`, String(1_000_000 + number)])
        .concat(long, String(number % 10));
    return all.filter((text) => text.length <= most);
}
function amounts(base, near, number) {
    if (base === 'oid' || base.startsWith('reg'))
        return ['0'];
    const precise = /\((\d+),(-?\d+)\)/.exec(base);
    const most = precise === null ? (base === 'smallint' ? 32_000 : 2e9) : 10 ** (Number(precise[1]) - Number(precise[2]));
    const isWhole = /^(small|big)?int/.test(base);
    const close = near.flatMap((one) => [one + (number % 10), one - (number % 10), one]);
    return [100 + number, number, number / 10, ...close, 1, 0, -1]
        .filter((one) => Math.abs(one) < most && !(isWhole && !Number.isInteger(one)))
        .map(String);
}
function others(base, number) {
    const name = base.replace(/^.*\./, '').replaceAll('"', '').toLowerCase();
    const size = Number(/\((\d+)/.exec(name)?.[1] ?? 1);
    const known = {
        uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        json: `{"row": ${number}}`,
        jsonb: `{"row": ${number}}`,
        bytea: `\\x${String(number).padStart(8, '0')}`,
        xml: `<row>${number}</row>`,
        tsvector: `row${number}`,
        tsquery: `row${number}`,
        point: `(${number},1)`,
        line: '{1,1,1}',
        lseg: '[(0,0),(1,1)]',
        box: '(1,1),(0,0)',
        path: '((0,0),(1,1))',
        polygon: '((0,0),(1,1),(1,0))',
        circle: `<(0,0),${1 + number}>`,
        macaddr: '08:00:2b:01:02:03',
        macaddr8: '08:00:2b:01:02:03:04:05',
        pg_lsn: `0/${number}`,
        ltree: `row${number}`,
        hstore: `row=>${number}`,
        jsonpath: '$',
        vector: `[${Array.from({ length: size }, () => number % 10).join(',')}]`,
    };
    const value = /^bit/.test(name) ? '1'.padStart(size, '0') : known[name.replace(/\(.*$/, '')];
    return value === undefined ? [] : [value];
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/fill.js


const ROWS = 3;
const TRIES = 40;
async function fillTables(session, tables) {
    const seen = new Set();
    let number = 0;
    const visit = async (table) => {
        if (seen.has(table.name))
            return;
        seen.add(table.name);
        for (const { parent } of table.keys) {
            const found = tables.find(({ name }) => name === parent);
            if (found !== undefined)
                await visit(found);
        }
        for (let nth = 0; nth < ROWS; nth++)
            await insertOne(session, table, nth, ++number);
    };
    for (const table of tables)
        await visit(table);
}
async function insertOne(session, table, nth, number) {
    const referred = await referredValues(session, table, nth);
    const choice = new Map();
    for (let tries = 0; tries < TRIES; tries++) {
        const values = table.columns.flatMap((column) => {
            if (column.generated || column.numbers)
                return [];
            const key = referred.get(column.name);
            if (key !== undefined)
                return [[column.name, key]];
            const checks = [...column.checks, ...checksOf(table, column)];
            const all = valuesFor(column, checks, number);
            const value = all[(choice.get(column.name) ?? 0) % Math.max(1, all.length)];
            return value === undefined ? [] : [[column.name, `${(0,quote/* literal */.eu)(value)}::${column.type}`]];
        });
        const columns = values.map(([name]) => (0,quote/* identifier */.Cv)(name)).join(', ');
        const sql = values.length === 0
            ? `insert into ${table.name} default values`
            : `insert into ${table.name} (${columns}) values (${values.map(([, value]) => value).join(', ')})`;
        const sent = await session.send(sql);
        if (sent.ok)
            return;
        if (!(sent.error instanceof sql_error/* SqlError */.L8))
            throw sent.error;
        const next = blamed(table, sent.error);
        if (next.length === 0)
            return;
        next.forEach((column, place) => {
            if (tries % 3 ** place === 0)
                choice.set(column.name, (choice.get(column.name) ?? 0) + 1);
        });
    }
}
function checksOf({ checks }, { name }) {
    return checks.filter(({ columns }) => columns.includes(name)).map(({ text }) => text);
}
function blamed({ checks, columns }, { server }) {
    const free = columns.filter(({ generated, numbers }) => !generated && !numbers);
    if (server.code === '23514') {
        const check = checks.find(({ name }) => name === server.constraint);
        return free.filter((each) => (check === undefined ? each.checks.length > 0 : check.columns.includes(each.name)));
    }
    return /^22|^23505$|^23P01$/.test(server.code) ? free : [];
}
async function referredValues(session, { columns, keys, name }, nth) {
    const found = new Map();
    for (const key of keys) {
        const types = new Map(columns.map((column) => [column.name, column.type]));
        const asked = key.parentColumns.map((column) => `p.${(0,quote/* identifier */.Cv)(column)}::pg_catalog.text`).join(', ');
        const rows = await session.rows(`select ${asked} from ${key.parent} p where ${key.parentColumns.map((column) => `p.${(0,quote/* identifier */.Cv)(column)} is not null`).join(' and ')} order by 1 limit ${ROWS}`);
        const row = rows.length === 0 ? undefined : rows[key.parent === name ? 0 : nth % rows.length];
        key.columns.forEach((column, place) => {
            const value = row?.[place];
            found.set(column, typeof value === 'string' ? `${(0,quote/* literal */.eu)(value)}::${types.get(column) ?? 'text'}` : 'null');
        });
    }
    return found;
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var history_tables = __webpack_require__(556271);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/fillable.js

async function readFillable(session) {
    await session.rows("begin read only; set local search_path = ''");
    try {
        return await readAll(session);
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function readAll(session) {
    const inScope = `c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and n.nspname !~ '^pg_'
    and n.nspname <> all ('{information_schema,${history_tables/* HISTORY_SCHEMAS */.gB.join(',')}}')
    and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')`;
    const of = 'pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace';
    const names = (keys, from) => `pg_catalog.to_json(array(select a.attname from pg_catalog.unnest(${keys}) with ordinality u (num, nth) join pg_catalog.pg_attribute a on a.attrelid = ${from} and a.attnum = u.num order by u.nth))`;
    const tables = await session.rows(`select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) from ${of} where ${inScope} order by c.oid`);
    const columns = await session.rows(`
    select c.oid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
           pg_catalog.format_type(b.typ, case when b.depth = 0 then a.atttypmod else b.mod end), y.typcategory,
           pg_catalog.to_json(array(select e.enumlabel from pg_catalog.pg_enum e where e.enumtypid = y.oid order by e.enumsortorder)),
           coalesce(pg_catalog.pg_get_expr(f.adbin, f.adrelid) like 'nextval(%', false) or a.attidentity <> '',
           a.attgenerated <> '', pg_catalog.to_json(b.checks)
      from ${of} join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
     cross join lateral (
       with recursive made (typ, mod, depth, checks) as (
         select a.atttypid, a.atttypmod, 0, '{}'::pg_catalog.text[]
         union all
         select t.typbasetype, t.typtypmod, m.depth + 1,
                m.checks || array(select pg_catalog.pg_get_constraintdef(k.oid) from pg_catalog.pg_constraint k where k.contypid = t.oid)
           from made m join pg_catalog.pg_type t on t.oid = m.typ where t.typtype = 'd')
       select * from made order by depth desc limit 1) b
      join pg_catalog.pg_type y on y.oid = b.typ
     where ${inScope} order by c.oid, a.attnum`);
    const keys = await session.rows(`
    select c.oid, k.contype, k.conname, ${names('k.conkey', 'c.oid')},
           (select pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.relname) from pg_catalog.pg_class p join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace where p.oid = k.confrelid),
           ${names('k.confkey', 'k.confrelid')}, pg_catalog.pg_get_constraintdef(k.oid)
      from ${of} join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype in ('f', 'c') where ${inScope} order by k.oid`);
    const list = (text) => JSON.parse(text ?? '[]');
    return tables.map(([oid, name]) => {
        const own = keys.filter((row) => row[0] === oid);
        return {
            oid: oid ?? '',
            name: name ?? '',
            columns: columns
                .filter((row) => row[0] === oid)
                .map((row) => ({
                attnum: Number(row[1]),
                name: row[2] ?? '',
                type: row[3] ?? '',
                base: row[4] ?? '',
                category: row[5] ?? '',
                labels: list(row[6]),
                numbers: row[7] === 't',
                generated: row[8] === 't',
                checks: list(row[9]),
            })),
            keys: own
                .filter((row) => row[1] === 'f')
                .map((row) => ({ columns: list(row[3]), parent: row[4] ?? '', parentColumns: list(row[5]) })),
            checks: own
                .filter((row) => row[1] === 'c')
                .map((row) => ({ name: row[2] ?? '', columns: list(row[3]), text: row[6] ?? '' })),
        };
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/snapshot.js

async function readRows(session, tables) {
    const all = new Map();
    for (const { columns, name } of tables) {
        const texts = columns.map((column) => `t.${(0,quote/* identifier */.Cv)(column.name)}::pg_catalog.text`);
        const row = texts.length === 0 ? "''" : `pg_catalog.to_json(array[${texts.join(', ')}])::pg_catalog.text`;
        const sql = `select pg_catalog.md5(${row}), pg_catalog.count(*) from ${name} t group by 1`;
        const sent = await session.send(sql, { keepRows: true });
        const found = sent.ok
            ? sent.reply.rows.map(([hash, count]) => [hash ?? '', Number(count)])
            : undefined;
        all.set(name, found && new Map(found));
    }
    return all;
}
function sizeOf(rows) {
    return [...rows.values()].reduce((sum, count) => sum + count, 0);
}
function minus(rows, others) {
    const left = [...rows].map(([hash, count]) => [hash, count - (others.get(hash) ?? 0)]);
    return new Map(left.filter(([, count]) => count > 0));
}

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/verify/shadow.js + 1 modules
var verify_shadow = __webpack_require__(1034599);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/with-copy.js




async function withCopy(shadow, work) {
    const { log, signal, target } = shadow;
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep shadow' });
    try {
        const name = (0,verify_shadow/* shadowName */.gu)(shadow, (0,external_node_crypto_().randomBytes)(3).toString('hex'));
        const made = await session.send(`create database ${(0,quote/* identifier */.Cv)(name)} template ${(0,quote/* identifier */.Cv)(target.database)}`);
        if (!made.ok && made.error instanceof sql_error/* SqlError */.L8)
            return undefined;
        if (!made.ok)
            throw made.error;
        try {
            const quiet = { info: log.debug.bind(log), warning: log.debug.bind(log), debug: log.debug.bind(log) };
            return await work({ ...shadow, log: quiet, target: { ...target, database: name } });
        }
        finally {
            const dropped = await session.send(`drop database if exists ${(0,quote/* identifier */.Cv)(name)} with (force)`);
            if (!dropped.ok)
                log.warning(`the test database ${name} could not be dropped: ${(0,errors/* describe */.q0)(dropped.error)}`);
        }
    }
    finally {
        await session.close();
    }
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/data/verify-data.js










const NEWEST = { kind: 'steps', steps: 1 };
async function verifyData(shadow, folder, version) {
    const { revert } = await (0,preview/* readDownPlan */.s2)(shadow, { range: NEWEST });
    if (revert.every(({ deletes, opaque }) => deletes.length === 0 && !opaque))
        return { kind: 'nothing-lost' };
    const emptied = new Set(revert.flatMap(({ deletes }) => deletes.flatMap((each) => (each.kind === 'rows' ? [each.table] : []))));
    const answer = await withCopy(shadow, (copy) => onCopy(copy, folder, { version, emptied }));
    return answer ?? notTested('the server does not copy the test database');
}
function notTested(why) {
    return { kind: 'not-tested', message: `whether an archive restores its rows was not tested: ${why}` };
}
async function onCopy(copy, folder, { emptied, version }) {
    const cleared = (await (0,down/* down */.T)(copy, { range: NEWEST, onDataLoss: 'allow' })).failure ?? (await again(copy, folder));
    if (cleared !== undefined)
        return notTested(`on a copy it fails (${cleared.message})`);
    const filled = await inCopy(copy, async (session) => {
        const tables = await readFillable(session);
        const before = await readRows(session, tables);
        await fillTables(session, tables);
        return { tables, before, after: await readRows(session, tables), used: await usedColumns(session, tables) };
    });
    const { failure, refused, reverted } = await (0,down/* down */.T)(copy, { range: NEWEST, onDataLoss: 'archive' });
    if (failure !== undefined)
        return notTested(`with rows in its tables the down migration fails (${failure.message})`);
    if (refused !== undefined)
        return { kind: 'refused', message: refused.unarchived.map((each) => each.message).join('; ') };
    const gone = await inCopy(copy, async (session) => goneUnfilled(filled, await readFillable(session)));
    const unfilled = [...gone, ...emptiedUnfilled(filled, emptied)];
    const archived = reverted.flatMap((each) => each.archived);
    if (archived.length === 0 && unfilled.length > 0)
        return couldNotFill(unfilled);
    if (archived.length === 0)
        return { kind: 'nothing-lost' };
    const failed = await again(copy, folder);
    if (failed !== undefined)
        return notTested(`after a rollback with rows it cannot be applied again (${failed.message})`);
    const { tables } = await (0,restore.restoreArchives)(copy, {
        dryRun: false,
        triggersOff: false,
        only: { version, direction: 'down' },
    });
    const after = await inCopy(copy, (session) => readRows(session, filled.tables));
    const wrong = differences(filled, after, tables);
    if (wrong.length > 0) {
        return {
            kind: 'differs',
            message: `down with archive, up and restore-archive do not restore ${(0,lists/* nameSome */.Kf)(wrong, 4)}`,
        };
    }
    if (unfilled.length > 0)
        return couldNotFill(unfilled);
    return { kind: 'restored', rows: archived.reduce((sum, { rows }) => sum + rows, 0) };
}
function couldNotFill(names) {
    return notTested(`no rows could be generated for ${(0,lists/* nameSome */.Kf)(names, 4)}`);
}
async function again(copy, folder) {
    return (await (0,up.up)(copy, { folder, phase: 'all', allowOutOfOrder: true })).failure;
}
async function inCopy({ log, signal, target }, work) {
    const session = await (0,connection_session/* openSession */.f)(target, { log, signal, applicationName: 'lockstep shadow' });
    try {
        return await work(session);
    }
    finally {
        await session.close();
    }
}
function keyOf({ oid }, { attnum, type }) {
    return `${oid}.${attnum} ${type}`;
}
async function usedColumns(session, tables) {
    const used = new Set();
    for (const table of tables) {
        const counts = table.columns.map(({ name }) => `pg_catalog.count(t.${(0,quote/* identifier */.Cv)(name)})`);
        if (counts.length === 0)
            continue;
        const [row] = await session.rows(`select ${counts.join(', ')} from ${table.name} t`);
        table.columns.forEach((column, nth) => {
            if (row?.[nth] !== '0')
                used.add(keyOf(table, column));
        });
    }
    return used;
}
function goneUnfilled({ tables, used }, now) {
    const left = new Set(now.flatMap((table) => table.columns.map((column) => keyOf(table, column))));
    return tables.flatMap((table) => {
        const gone = table.columns.filter((each) => !left.has(keyOf(table, each)) && !used.has(keyOf(table, each)));
        const stored = gone.filter(({ generated }) => !generated);
        if (stored.length === table.columns.length && stored.length > 0)
            return [table.name];
        return stored.map(({ name }) => `${table.name}.${name}`);
    });
}
function emptiedUnfilled({ after, tables }, emptied) {
    return tables.flatMap(({ name }) => {
        const rows = after.get(name);
        return emptied.has(name) && (rows === undefined || sizeOf(rows) === 0) ? [name] : [];
    });
}
function differences({ after: filled, before, tables }, now, restored) {
    return tables.flatMap(({ name }) => {
        const [base, full, rows] = [before.get(name), filled.get(name), now.get(name)];
        const of = restored.filter((table) => table.target === name);
        if (of.length === 0 || base === undefined || full === undefined)
            return [];
        const generated = minus(full, base);
        const missing = rows === undefined ? sizeOf(generated) : sizeOf(minus(generated, rows));
        if (missing > 0)
            return [`${name} (${missing} of ${(0,lists/* count */.U9)(sizeOf(generated), 'row')}${whyOf(of)})`];
        const more = rows === undefined ? 0 : sizeOf(rows) - sizeOf(full);
        return more > 0 ? [`${name} (${(0,lists/* count */.U9)(more, 'row')} too many)`] : [];
    });
}
function whyOf(tables) {
    const causes = tables.flatMap(({ conflicts, notRestored }) => [
        ...(notRestored === undefined ? [] : [notRestored]),
        ...Object.entries(conflicts).map(([cause, rows]) => `${rows} ${cause}`),
    ]);
    return causes.length === 0 ? '' : `: ${causes.join(', ')}`;
}


/***/ })

};
