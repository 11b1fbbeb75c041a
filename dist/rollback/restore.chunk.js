export const id = 857;
export const ids = [857];
export const modules = {

/***/ 7826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readArchives)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6498);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(738);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3918);



async function readArchives(session) {
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHIVES */ ._t)}) is not null`);
    if (exists?.[0] !== 't')
        return [];
    const time = (column) => `pg_catalog.to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    const rows = await session.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${time('at')}, ${time('expires')}, expires <= pg_catalog.clock_timestamp(), restored
      from ${_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHIVES */ ._t} order by id`);
    return rows.map((row) => {
        const text = (at) => row[at] ?? '';
        const columns = JSON.parse(text(8));
        return {
            id: text(0),
            version: text(1),
            migration: text(2),
            release: text(3),
            source: text(4),
            target: text(5),
            kind: text(6),
            contents: `${_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHIVE_SCHEMA */ .ZS}.${text(7)}`,
            columns: columns.map(({ as_text: asText, name, type }) => ({ name, type, asText })),
            key: JSON.parse(text(9)),
            dropped: JSON.parse(text(10)),
            whole: row[11] === 't',
            rows: Number(text(12)),
            bytes: Number(text(13)),
            digest: row[14] ?? undefined,
            xid: text(15),
            cluster: row[16] ?? undefined,
            at: text(17),
            expires: text(18),
            isExpired: row[19] === 't',
            restored: row[20] === null ? undefined : text(20),
        };
    });
}


/***/ }),

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   n0: () => (/* binding */ digestSql),
/* harmony export */   vW: () => (/* binding */ sealArchives)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6498);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3918);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1244);



function digestSql(columns) {
    const values = [...columns.map(({ name }) => `a.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .Cv)(name)}`), 'a._lockstep_lost'];
    return `pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${values.join(', ')})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`;
}
async function sealArchives(session, archives) {
    for (const { columns, contents, digest, id } of archives) {
        if (digest !== undefined)
            continue;
        await session.rows(`begin; ${_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .asArchivist */ .Cv}; update ${_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ARCHIVES */ ._t} set digest = (select ${digestSql(columns)} from ${contents} a) where id = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(id)} and digest is null; commit`);
    }
}
async function isUnchanged(session, archive) {
    const { columns, contents, digest, rows } = archive;
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(contents)}) is not null`);
    if (exists?.[0] !== 't')
        return false;
    const [row] = await session.rows(`select ${digestSql(columns)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${contents} a`);
    if (Number(row?.[1]) !== rows)
        return false;
    return digest === undefined ? Number(row?.[2]) <= 1 : row?.[0] === digest;
}


/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZS: () => (/* binding */ ARCHIVE_SCHEMA),
/* harmony export */   eM: () => (/* binding */ planArchive),
/* harmony export */   wA: () => (/* binding */ lostColumns)
/* harmony export */ });
/* unused harmony export OWN_COLUMN */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6498);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7226);
/* harmony import */ var _data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1993);
/* harmony import */ var _data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6890);




const OWN_COLUMN = '_lockstep_';
const ARCHIVE_SCHEMA = 'lockstep_archive';
function planArchive(found, sources) {
    const relations = new Map(found.threats.map(({ relation }) => [relation.oid, relation]));
    const refusals = [];
    const copies = [];
    const claimed = new Set();
    for (const relation of relations.values()) {
        const losses = found.losses.filter((loss) => isOf(loss, relation));
        for (const loss of losses)
            claimed.add(loss);
        if (losses.length === 0)
            continue;
        const planned = planCopy(relation, losses, found, sources.get(relation.oid));
        if (typeof planned === 'string')
            refusals.push(notPossible(relation.name, planned));
        else
            copies.push(planned);
    }
    for (const loss of found.losses) {
        if (!claimed.has(loss))
            refusals.push(notPossible(loss.object, WITHOUT_TABLE[loss.kind] ?? 'untestable'));
    }
    const [first, ...more] = refusals;
    return first === undefined ? { kind: 'copy', copies } : { kind: 'refuse', refusals: [first, ...more] };
}
const WITHOUT_TABLE = {
    numbers: 'sequence',
    foreign: 'foreign-table',
    refresh: 'view',
    type: 'labels',
};
function notPossible(object, because) {
    return { kind: 'not-possible', object, because };
}
function isOf({ kind, object }, { columns, name }) {
    if (kind === 'numbers' || kind === 'untestable')
        return false;
    return object === name || [...columns.values()].some((column) => object === `${name}.${column.name}`);
}
function planCopy(relation, losses, { after, before, own, threats }, source) {
    if (_data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGE_OBJECTS */ .h.includes(relation.oid))
        return 'large-object';
    if (relation.kind === 'foreign')
        return 'foreign-table';
    if (relation.kind === 'view')
        return 'view';
    if (relation.plainName.startsWith(`${ARCHIVE_SCHEMA}.`))
        return 'own-schema';
    if (source === undefined)
        return 'untestable';
    if (losses.some(({ kind }) => kind === 'unlogged'))
        return 'unlogged';
    if ([...relation.columns.values()].some(({ name }) => name.startsWith(OWN_COLUMN)))
        return 'reserved-name';
    const { aboutRows, target } = source;
    const now = after.get(relation.oid);
    const common = { relation, target, aboutRows, condition: (0,_data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignRow */ .p6)(own, relation) };
    if (now === undefined) {
        const key = source.keys.find((names) => columnsNamed(relation, names) !== undefined) ?? [];
        return { ...common, kind: 'rows', columns: allColumns(relation, source), key, dropped: [] };
    }
    const key = source.keys.find((names) => isKept(relation, now, names));
    const dropped = threats
        .toSorted(byColumn)
        .flatMap((threat) => threat.kind === 'column' &&
        threat.relation.oid === relation.oid &&
        losses.some(({ kind, object }) => kind === 'column' && object === `${relation.name}.${threat.column.name}`)
        ? [{ name: threat.column.name, condition: `(${(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__/* .lossCondition */ .pT)(threat, own)})` }]
        : []);
    const others = losses.filter(({ kind }) => kind !== 'column');
    if (others.length === 0) {
        if (key === undefined)
            return 'no-key';
        const names = new Set([...key, ...dropped.map(({ name }) => name)]);
        const columns = allColumns(relation, source).filter(({ name }) => names.has(name));
        const condition = dropped.map((each) => each.condition).join(' or ');
        return { ...common, kind: 'values', columns, key, dropped, condition };
    }
    const updates = now.filenode === relation.filenode && now.updated > (before.get(relation.oid)?.updated ?? 0);
    const deletesOnly = dropped.length === 0 && !updates && others.every(({ kind }) => kind === 'rows');
    if (key === undefined && !deletesOnly)
        return 'no-key';
    return { ...common, kind: 'mixed', columns: allColumns(relation, source), key: key ?? [], dropped };
}
function byColumn(a, b) {
    return ('attnum' in a ? a.attnum : 0) - ('attnum' in b ? b.attnum : 0);
}
function allColumns({ columns }, source) {
    return [...columns]
        .sort(([a], [b]) => a - b)
        .flatMap(([attnum, { generated, name, type }]) => {
        if (generated)
            return [];
        const { hasOwnCollation, keepsType } = source.columns.get(attnum) ?? { hasOwnCollation: false, keepsType: false };
        const value = keepsType ? `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}` : `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}::pg_catalog.text`;
        const sql = hasOwnCollation ? `(${value} collate pg_catalog."default")` : value;
        return [{ name, type, asText: !keepsType, sql }];
    });
}
function columnsNamed({ columns }, names) {
    const found = names.map((name) => [...columns].find(([, column]) => column.name === name && !column.generated)?.[0]);
    return found.every((attnum) => attnum !== undefined) ? found : undefined;
}
function isKept(relation, now, names) {
    const attnums = columnsNamed(relation, names);
    return attnums?.every((attnum) => now.columns.get(attnum)?.shape === relation.columns.get(attnum)?.shape) === true;
}
function lostColumns(dropped) {
    const each = dropped.map(({ condition, name }) => `case when ${condition} then ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(name)} end`);
    return each.length === 0
        ? `'{}'::pg_catalog.text[]`
        : `pg_catalog.array_remove(array[${each.join(', ')}]::pg_catalog.text[], null)`;
}


/***/ }),

/***/ 6857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreArchives: () => (/* binding */ restoreArchives)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(6768);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(6498);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 2 modules
var losses = __webpack_require__(7226);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(2840);
// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(2235);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 6 modules
var runner = __webpack_require__(4878);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/catalog.js
var catalog = __webpack_require__(7826);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/digest.js
var digest = __webpack_require__(6901);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/schema.js
var schema = __webpack_require__(3918);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/target.js


async function readTarget(session, name) {
    const rows = await session.rows(`
    select c.oid, c.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attcollation >= 16384, a.attgenerated <> '',
           a.attidentity = 'a', pg_catalog.pg_get_serial_sequence(${(0,quote/* literal */.eu)(name)}, a.attname)
      from pg_catalog.pg_class c
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.oid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(name)}) and c.relkind in ('r', 'p')`);
    const [first] = rows;
    if (first === undefined)
        return undefined;
    return {
        oid: first[0] ?? '',
        name,
        isPartitioned: first[1] === 'p',
        columns: new Map(rows.map((row) => [
            row[2] ?? '',
            {
                type: row[3] ?? '',
                hasOwnCollation: row[4] === 't',
                isGenerated: row[5] === 't',
                isIdentity: row[6] === 't',
                sequence: row[7] ?? undefined,
            },
        ])),
    };
}
const EPOCH = 2n ** 31n;
function untouched(archive, side, now) {
    const isNear = (xid) => {
        const age = BigInt(now.currentXid) - BigInt(xid);
        return age >= 0n && age < EPOCH;
    };
    const { facts, xminHorizon: horizon } = side;
    const isHere = now.cluster !== undefined && archive.cluster === now.cluster;
    const sinceDown = isHere && isNear(archive.xid) ? 't.xmin = a._lockstep_xmin' : 'false';
    if (facts === undefined || horizon === undefined || side.cluster !== now.cluster || !isNear(horizon)) {
        return { since: 'false', sinceDown };
    }
    const own = facts.xids.map((xid) => `'${lowBits(xid)}'::pg_catalog.xid`).join(', ');
    const restores = `select (r.xid::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text from ${schema/* RESTORES */.GJ} r where r.xid >= '${horizon}'::pg_catalog.xid8`;
    const since = `(t.xmin = any (array[${own}]::pg_catalog.xid[]) or pg_catalog.age(t.xmin) > pg_catalog.age('${lowBits(horizon)}'::pg_catalog.xid) or t.xmin::pg_catalog.text in (${restores}))`;
    return { since, sinceDown };
}
function lowBits(id) {
    return String(BigInt(id) & 0xffffffffn);
}
function archivedValue({ asText, name }, { columns }) {
    const value = `a.${(0,quote/* identifier */.Cv)(name)}`;
    return asText ? `${value}::${columns.get(name)?.type ?? 'text'}` : value;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore-sql.js


const asText = (of, name) => `${of}.${(0,quote/* identifier */.Cv)(name)}::pg_catalog.text collate pg_catalog."C"`;
function from({ target }) {
    return `${target.isPartitioned ? '' : 'only '}${target.name} t`;
}
function match({ archive, target }) {
    return archive.key
        .map((name) => {
        const column = archive.columns.find((each) => each.name === name);
        const value = column === undefined ? 'null' : archivedValue(column, target);
        const collation = target.columns.get(name)?.hasOwnCollation === true ? ' collate pg_catalog."default"' : '';
        return `t.${(0,quote/* identifier */.Cv)(name)} = ${value}${collation}`;
    })
        .join(' and ');
}
function lost({ archive }) {
    switch (archive.kind) {
        case 'rows':
            return 'null::pg_catalog.text[]';
        case 'values':
            return `coalesce(a._lockstep_lost, ${(0,quote/* textArray */.TS)(archive.dropped)})`;
        case 'mixed':
            return 'a._lockstep_lost';
    }
}
function others({ archive }) {
    return archive.columns.filter(({ name }) => !archive.key.includes(name));
}
function meeting(restoring, where) {
    const { archive, target, untouched } = restoring;
    if (archive.key.length === 0)
        return `select a.ctid as at, 'insert' as what from ${archive.contents} a where ${where}`;
    const dropped = `${(0,quote/* textArray */.TS)(archive.dropped)}`;
    const key = archive.key[0] ?? '';
    const differs = others(restoring)
        .filter(({ name }) => target.columns.get(name)?.isGenerated !== true)
        .map(({ name }) => `case when (l.lost is null or ${(0,quote/* literal */.eu)(name)} = any (l.lost)) and ${asText('t', name)} is distinct from ${asText('a', name)} then ${(0,quote/* literal */.eu)(name)} end`);
    const differing = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
    return `select a.ctid as at, case
      when t.${(0,quote/* identifier */.Cv)(key)} is null then case when l.lost is null then 'insert' else 'row-gone' end
      when d.differing = '{}' then 'already'
      when l.lost is null then 'row-exists'
      when (not d.differing && ${dropped} or ${untouched.since}) and (d.differing <@ ${dropped} or ${untouched.sinceDown}) then 'set'
      else 'written-since' end as what
    from ${archive.contents} a left join ${from(restoring)} on ${match(restoring)}
   cross join lateral (select ${lost(restoring)} as lost) l cross join lateral (select ${differing} as differing) d
   where ${where}`;
}
function writing(restoring, what, at) {
    const { archive } = restoring;
    const places = `a.ctid = any (${at}::pg_catalog.tid[])`;
    const written = what === 'insert' ? insertion(restoring, places) : update(restoring, places);
    const kept = `select ${sum(written.kept)} from ${archive.contents} a cross join lateral (select ${lost(restoring)} as lost) l where ${places}`;
    return `with w as (${written.sql}) select pg_catalog.count(*), (select ${sum('w.v')} from w) is not distinct from (${kept}) from w`;
}
function sum(value) {
    return `pg_catalog.sum(pg_catalog.hashtextextended(${value}, 0)::pg_catalog.numeric)`;
}
function rowText(values) {
    return values.length === 0 ? "''" : `row(${values.join(', ')})::pg_catalog.text`;
}
function insertion({ archive, target }, places) {
    const columns = archive.columns.filter(({ name }) => target.columns.get(name)?.isGenerated !== true);
    const names = columns.map(({ name }) => (0,quote/* identifier */.Cv)(name));
    const values = columns.map((column) => archivedValue(column, target));
    const returned = rowText(columns.map(({ name }) => asText('t', name)));
    const into = `insert into ${target.name} as t`;
    const source = `from ${archive.contents} a where ${places}`;
    return {
        sql: names.length === 0
            ? `${into} select ${source} returning '' as v`
            : `${into} (${names.join(', ')}) overriding system value select ${values.join(', ')} ${source} returning ${returned} as v`,
        kept: rowText(columns.map(({ name }) => asText('a', name))),
    };
}
function update(restoring, places) {
    const { archive, target } = restoring;
    const columns = others(restoring).filter(({ name }) => {
        const column = target.columns.get(name);
        return column?.isGenerated === false && !column.isIdentity;
    });
    const isLost = (name) => `${(0,quote/* literal */.eu)(name)} = any (l.lost)`;
    const sets = columns.map((column) => `${(0,quote/* identifier */.Cv)(column.name)} = case when ${isLost(column.name)} then ${archivedValue(column, target)} else t.${(0,quote/* identifier */.Cv)(column.name)} end`);
    const shown = (of) => rowText(others(restoring).map(({ name }) => `case when ${isLost(name)} then ${asText(of, name)} end`));
    return {
        sql: `update ${from(restoring)} set ${sets.join(', ')} from ${archive.contents} a cross join lateral (select ${lost(restoring)} as lost) l
           where ${places} and ${match(restoring)} returning ${shown('t')} as v`,
        kept: shown('a'),
    };
}
function offsetByUp({ archive, target }, xids) {
    const value = (of) => rowText(archive.columns.map(({ name }) => asText(of, name)));
    const own = xids.map((xid) => `'${xid}'::pg_catalog.xid`).join(', ');
    return `
    with up as (select ${value('t')} as v, pg_catalog.count(*) as n from ${target.isPartitioned ? '' : 'only '}${target.name} t
                 where t.xmin = any (array[${own}]::pg_catalog.xid[]) group by 1),
         kept as (select a.ctid as at, ${value('a')} as v, pg_catalog.row_number() over (partition by ${value('a')}) as nth
                    from ${archive.contents} a where a._lockstep_done is null),
         marked as (
    update ${archive.contents} a set _lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = null
      from kept join up on up.v = kept.v and kept.nth <= up.n where a.ctid = kept.at returning 1)
    select pg_catalog.count(*) from marked`;
}

// EXTERNAL MODULE: ./packages/migrations/lib/archive/settings.js
var settings = __webpack_require__(1244);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore-table.js






const PAGES = 16;
const MOST_ROWS = 1_000;
const emptyTally = () => ({ inserted: 0, set: 0, already: 0, conflicts: new Map() });
async function restoreTable(engine, session, restoring, options) {
    const { archive } = restoring;
    const tally = emptyTally();
    const [size] = await session.rows(`select pg_catalog.pg_relation_size(${(0,quote/* literal */.eu)(archive.contents)}::pg_catalog.regclass) / pg_catalog.current_setting('block_size')::int`);
    const pages = Number(size?.[0]);
    for (let page = 0; page < pages; page += PAGES) {
        const where = `a._lockstep_done is null and a.ctid >= '(${page},0)'::pg_catalog.tid and a.ctid < '(${page + PAGES},0)'::pg_catalog.tid`;
        if (engine.signal?.aborted)
            throw new errors/* CancelledError */.cc('cancelled while an archive was restored');
        if (options.dryRun) {
            const counts = await session.rows(`select what, pg_catalog.count(*) from (${meeting(restoring, where)}) m group by what`);
            for (const [what, count] of counts)
                add(tally, what, Number(count));
            continue;
        }
        const rows = await session.rows(`select a.ctid from ${archive.contents} a where ${where}`);
        const places = rows.map((row) => row[0] ?? '');
        for (let at = 0; at < places.length; at += MOST_ROWS) {
            await restorePlaces(engine, session, { restoring, options, tally }, places.slice(at, at + MOST_ROWS));
        }
    }
    return tally;
}
function add(tally, what, count) {
    if (what === 'insert')
        tally.inserted += count;
    else if (what === 'set')
        tally.set += count;
    else if (what === 'already')
        tally.already += count;
    else
        tally.conflicts.set(what, (tally.conflicts.get(what) ?? 0) + count);
}
async function restorePlaces(engine, session, work, places) {
    const { archive } = work.restoring;
    let done = [];
    let differs = false;
    const { execution } = await (0,retry_locks/* retryLocks */.Z)(engine, session, `archive ${archive.id} of ${archive.source}`, async () => {
        const tried = await tryPlaces(session, work, places);
        if (Array.isArray(tried))
            done = tried;
        else
            differs = tried === 'not-equal';
        return Array.isArray(tried) || tried === 'not-equal' ? { ok: true } : tried;
    });
    if (execution.ok && !differs) {
        for (const [what, count] of done)
            add(work.tally, what, count);
        return;
    }
    if (!execution.ok && !(execution.error instanceof sql_error/* SqlError */.L8))
        throw execution.error ?? new errors/* CancelledError */.cc('cancelled');
    const code = execution.ok ? 'not-equal' : execution.error.server.code;
    if (!execution.ok && !/^(22|23|42|P0|0A|44)/.test(code))
        throw execution.error;
    if (places.length > 1) {
        const half = Math.ceil(places.length / 2);
        await restorePlaces(engine, session, work, places.slice(0, half));
        await restorePlaces(engine, session, work, places.slice(half));
        return;
    }
    const conflict = differs ? 'not-equal' : 'server';
    await session.rows(`update ${archive.contents} set _lockstep_conflict = ${(0,quote/* literal */.eu)(differs ? conflict : `server ${code}`)} where ctid = any (${tids(places)})`);
    add(work.tally, conflict, 1);
}
function tids(places) {
    return `${(0,quote/* literal */.eu)(`{${places.map((place) => `"${place}"`).join(',')}}`)}::pg_catalog.tid[]`;
}
async function tryPlaces(session, { options, restoring }, places) {
    const { archive, target } = restoring;
    try {
        await session.rows(`begin; ${settings/* asArchivist */.Cv}; lock table ${target.name} in share row exclusive mode`);
        const counts = await (0,settings/* pastPolicies */.PM)(session, [target], () => withTriggers(session, restoring, options, places));
        if (counts === undefined) {
            await session.rows('rollback');
            return 'not-equal';
        }
        await session.rows(`insert into ${schema/* RESTORES */.GJ} (archive) values (${archive.id}); commit`);
        return counts;
    }
    catch (error) {
        if (!(error instanceof sql_error/* SqlError */.L8))
            throw error;
        await session.send('rollback');
        return { ok: false, error, at: { in: 'preamble' } };
    }
}
async function withTriggers(session, restoring, { triggersOff }, places) {
    const { target } = restoring;
    const triggers = triggersOff
        ? await session.rows(`select pg_catalog.quote_ident(g.tgname), g.tgenabled from pg_catalog.pg_trigger g
          where g.tgrelid = '${target.oid}'::pg_catalog.oid and not g.tgisinternal and g.tgenabled <> 'D'`)
        : [];
    for (const [name] of triggers)
        await session.rows(`alter table ${target.name} disable trigger ${name}`);
    const counts = await writePlaces(session, restoring, places);
    for (const [name, state] of triggers) {
        const how = { R: 'replica ', A: 'always ' }[state ?? ''] ?? '';
        await session.rows(`set constraints all immediate; alter table ${target.name} enable ${how}trigger ${name}`);
    }
    return counts;
}
async function writePlaces(session, restoring, places) {
    const { archive } = restoring;
    const met = await session.rows(meeting(restoring, `a._lockstep_done is null and a.ctid = any (${tids(places)})`));
    const by = new Map();
    for (const [at, what] of met)
        by.set(what, [...(by.get(what) ?? []), at ?? '']);
    for (const what of ['insert', 'set']) {
        const list = by.get(what);
        if (list === undefined)
            continue;
        const [row] = await session.rows(writing(restoring, what, tids(list)));
        if (Number(row?.[0]) !== list.length || row?.[1] !== 't')
            return undefined;
    }
    for (const [what, list] of by) {
        const isDone = what === 'insert' || what === 'set' || what === 'already';
        const mark = isDone
            ? '_lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = null'
            : `_lockstep_conflict = ${(0,quote/* literal */.eu)(what)}`;
        const isNew = isDone ? '' : ` and _lockstep_conflict is distinct from ${(0,quote/* literal */.eu)(what)}`;
        await session.rows(`update ${archive.contents} set ${mark} where ctid = any (${tids(list)})${isNew}`);
    }
    return [...by].map(([what, list]) => [what, list.length]);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore.js













async function restoreArchives(engine, options) {
    return (0,runner/* withRunner */.T4)(engine, { creates: false }, async (runner) => {
        const { session } = runner;
        const all = await (0,catalog/* readArchives */.i)(session);
        const chosen = all.filter(({ release, restored, version }) => restored !== 'all' &&
            (options.only?.version === undefined || options.only.version === version) &&
            (options.only?.release === undefined || options.only.release === release));
        const tables = [];
        try {
            for (const archive of await parentsFirst(session, chosen)) {
                tables.push(await restoreOne(runner, archive, options));
            }
            if (!options.dryRun)
                await again(runner, chosen, tables, options);
        }
        catch (error) {
            if (!(error instanceof errors/* CancelledError */.cc))
                throw error;
            return { tables, cancelled: true };
        }
        return { tables, cancelled: false };
    });
}
async function again(runner, chosen, tables, options) {
    for (let left = refusedBy(tables); left > 0;) {
        for (const [nth, table] of tables.entries()) {
            const archive = chosen.find(({ id }) => id === table.id);
            if (archive === undefined || (table.conflicts.server ?? 0) === 0)
                continue;
            const more = await restoreOne(runner, archive, options);
            const { already, inserted, set } = table;
            tables[nth] = {
                ...more,
                inserted: inserted + more.inserted,
                set: set + more.set,
                already: already + more.already,
            };
        }
        const now = refusedBy(tables);
        if (now >= left)
            return;
        left = now;
    }
}
function refusedBy(tables) {
    return tables.reduce((sum, { conflicts }) => sum + (conflicts.server ?? 0), 0);
}
async function restoreOne({ engine, history, session, tables }, archive, options) {
    const prepared = await prepare(session, archive, history, tables.cluster);
    if (typeof prepared === 'string')
        return tableOf(archive, emptyTally(), prepared);
    if (options.dryRun)
        return lookAt(engine, session, prepared, options);
    const already = await begin(engine, session, prepared, history);
    const tally = await restoreTable(engine, session, prepared, options);
    tally.already += already;
    await end(engine, session, archive, tally);
    return tableOf(archive, tally, undefined);
}
async function lookAt(engine, session, restoring, options) {
    await session.rows(`begin read only; ${settings/* asArchivist */.Cv}`);
    try {
        return tableOf(restoring.archive, await restoreTable(engine, session, restoring, options), undefined);
    }
    catch (error) {
        if (!(0,losses/* isForbidden */.US)(error))
            throw error;
        return tableOf(restoring.archive, emptyTally(), 'hidden');
    }
    finally {
        await session.send('rollback');
    }
}
function tableOf({ contents, id, migration, rows, source, target, version }, { already, conflicts, inserted, set }, notRestored) {
    const about = { id, version, migration, source, target, rows, contents, notRestored };
    return { ...about, inserted, set, already, conflicts: Object.fromEntries(conflicts) };
}
async function prepare(session, archive, history, cluster) {
    const record = history.find(({ version }) => version === archive.version);
    if (record?.applied !== true || (record.side !== undefined && record.side.state !== 'applied'))
        return 'not-applied';
    if (archive.isExpired)
        return 'expired';
    await session.rows(`begin read only; ${settings/* asArchivist */.Cv}`);
    try {
        if (!(await (0,digest/* isUnchanged */._5)(session, archive)))
            return 'changed';
        const target = await readTarget(session, archive.target);
        if (target === undefined)
            return 'no-target';
        if (archive.columns.some(({ name }) => !target.columns.has(name)))
            return 'no-column';
        const [row] = await session.rows('select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())');
        const now = { cluster, currentXid: row?.[0] ?? '0' };
        const side = record.side ?? { facts: undefined, xminHorizon: undefined, cluster: undefined };
        return { archive, target, untouched: untouched(archive, side, now) };
    }
    finally {
        await session.send('rollback');
    }
}
async function begin(engine, session, restoring, history) {
    await (0,digest/* sealArchives */.vW)(session, [restoring.archive]);
    let already = 0;
    const { execution } = await (0,retry_locks/* retryLocks */.Z)(engine, session, restoring.target.name, async () => {
        try {
            already = await prepareTarget(session, restoring, history);
            return { ok: true };
        }
        catch (error) {
            if (!(error instanceof sql_error/* SqlError */.L8))
                throw error;
            await session.send('rollback');
            return { ok: false, error, at: { in: 'preamble' } };
        }
    });
    if (!execution.ok)
        throw execution.error ?? new errors/* CancelledError */.cc('cancelled before an archive was restored');
    return already;
}
async function prepareTarget(session, restoring, history) {
    const { archive, target } = restoring;
    const xids = history.find(({ version }) => version === archive.version)?.side?.facts?.xids ?? [];
    await session.rows(`begin; ${settings/* asArchivist */.Cv}; lock table ${target.name} in share row exclusive mode`);
    const already = await (0,settings/* pastPolicies */.PM)(session, [target], async () => {
        for (const { name } of archive.columns) {
            const sequence = target.columns.get(name)?.sequence;
            if (sequence !== undefined)
                await moveOn(session, sequence, `select ${(0,quote/* identifier */.Cv)(name)} from ${archive.contents} where _lockstep_done is null`);
        }
        const isNew = archive.restored === undefined && archive.key.length === 0 && archive.whole && xids.length > 0;
        if (!isNew)
            return 0;
        const [row] = await session.rows(offsetByUp(restoring, xids.map(lowBits)));
        return Number(row?.[0]);
    });
    await session.rows(`update ${schema/* ARCHIVES */._t} set restored = 'partial', restored_at = pg_catalog.clock_timestamp() where id = ${archive.id} and restored is null; commit`);
    return already;
}
async function moveOn(session, sequence, numbers) {
    await session.rows(`
    select pg_catalog.setval(s.oid, n.most) from (
        select ${(0,quote/* literal */.eu)(sequence)}::pg_catalog.regclass as oid, (select last_value from ${sequence}) as last,
               (select q.seqincrement > 0 from pg_catalog.pg_sequence q where q.seqrelid = ${(0,quote/* literal */.eu)(sequence)}::pg_catalog.regclass) as rises) s
     cross join lateral (select case when s.rises then pg_catalog.max(x.n) else pg_catalog.min(x.n) end::pg_catalog.int8 as most
                           from (${numbers}) x (n)) n
     where case when s.rises then n.most >= s.last else n.most <= s.last end`);
}
async function end(engine, session, archive, tally) {
    const { already, conflicts, inserted, set } = tally;
    const detail = { archive: archive.id, inserted, set, already, conflicts: Object.fromEntries(conflicts) };
    const event = (0,write/* insertEvent */.Ul)({ kind: 'restore', version: archive.version, by: engine.provenance, detail });
    await session.rows(`begin; ${settings/* asArchivist */.Cv};
    update ${schema/* ARCHIVES */._t} set restored_at = pg_catalog.clock_timestamp(), restored = case when exists (
      select from ${archive.contents} where _lockstep_done is null) then 'partial' else 'all' end where id = ${archive.id};
    ${event} commit`);
}
async function parentsFirst(session, archives) {
    const rows = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.relname)
       from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_class p on p.oid = k.confrelid join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
      where k.contype = 'f' and c.oid <> p.oid`);
    const parents = new Map();
    for (const [child, parent] of rows)
        parents.set(child ?? '', [...(parents.get(child ?? '') ?? []), parent ?? '']);
    const sorted = [];
    const seen = new Set();
    const visit = (target) => {
        if (seen.has(target))
            return;
        seen.add(target);
        for (const parent of parents.get(target) ?? [])
            visit(parent);
        sorted.push(...archives.filter((archive) => archive.target === target));
    };
    for (const { target } of archives)
        visit(target);
    return sorted;
}


/***/ }),

/***/ 3918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ RESTORES),
/* harmony export */   NW: () => (/* binding */ closeToOthers),
/* harmony export */   _t: () => (/* binding */ ARCHIVES),
/* harmony export */   cX: () => (/* binding */ ensureArchiveSchema)
/* harmony export */ });
/* unused harmony export findOpenings */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(738);


const ARCHIVES = `${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.archives`;
const RESTORES = `${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.restores`;
const TABLES = `
create table ${ARCHIVES} (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  -- The migration that was rolled back, and the release that had applied it.
  version text not null,
  migration text not null,
  release text,
  -- Who archived.
  by_release text,
  commit_sha text,
  actor text,
  run text,
  -- The table as it was called then, and where a restore puts its rows.
  source text not null,
  target text not null,
  -- rows, values or mixed, see packages/migrations/src/archive/plan.ts.
  kind text not null,
  contents text not null,
  columns jsonb not null,
  key jsonb not null,
  dropped jsonb not null,
  -- Rows that migrations put there are among them.
  whole boolean not null,
  rows bigint not null,
  bytes bigint not null,
  -- Of all rows, summed up after the commit: whether they were changed since.
  digest text,
  -- The transaction that archived, on this very cluster.
  xid xid8 not null default pg_catalog.pg_current_xact_id(),
  cluster text,
  expires timestamptz not null,
  -- all, partial: a restore brought back all of it, or not yet.
  restored text,
  restored_at timestamptz,
  extended jsonb not null default '[]'
);
-- Transactions that restored something: what they wrote, no user did.
create table ${RESTORES} (
  xid xid8 not null primary key default pg_catalog.pg_current_xact_id(),
  archive bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp()
);
`;
async function ensureArchiveSchema(session) {
    const [found] = await session.rows(`
    select pg_catalog.pg_has_role(current_user, n.nspowner, 'usage'), pg_catalog.pg_get_userbyid(n.nspowner), c.relkind,
           (select pg_catalog.count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'version', 'contents', 'columns', 'digest', 'expires', 'extended'))
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives'
     where n.nspname = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}`);
    if (found?.[0] === 'f')
        return { kind: 'schema', because: 'taken', who: found[1] ?? '' };
    if (found !== undefined && found[2] !== null) {
        const isOurs = found[2] === 'r' && found[3] === '7';
        return isOurs ? undefined : { kind: 'schema', because: 'name-taken', who: 'what is named archives' };
    }
    const [right] = await session.rows(`select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')`);
    if (found === undefined && right?.[0] !== 't')
        return { kind: 'schema', because: 'no-right', who: '' };
    if (found === undefined)
        await session.rows(`create schema ${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}`);
    await session.rows(`${TABLES} comment on schema ${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`);
    return undefined;
}
const OBJECTS = `
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`;
const GRANTED = `
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${OBJECTS}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;
async function closeToOthers(session) {
    const open = await session.rows(`select c.name from (${OBJECTS}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`);
    for (const [name] of open)
        await session.rows(`alter table ${name} enable row level security`);
    for (const [what, name, grantee] of await session.rows(`select distinct what, name, grantee from (${GRANTED}) as g`)) {
        await session.rows(`revoke all on ${what} ${name} from ${grantee} cascade`);
    }
    return findOpenings(session);
}
async function findOpenings(session) {
    const [granted] = await session.rows(`
    select name || ' to ' || grantee from (${GRANTED}) as g
    union all
    select '${_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) and a.attacl is not null
    union all
    select o.name || ' has no row level security' from (${OBJECTS}) as o join pg_catalog.pg_class c on c.oid = o.oid
     where o.what = 'table' and c.relkind = 'r' and not c.relrowsecurity
    union all
    select o.name || ' has a policy' from (${OBJECTS}) as o join pg_catalog.pg_policy p on p.polrelid = o.oid
    limit 1`);
    if (granted !== undefined)
        return { kind: 'schema', because: 'granted', who: granted[0] ?? '' };
    const [published] = await session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
     where p.puballtables or exists (select from (${OBJECTS}) as o
             join pg_catalog.pg_publication_rel r on r.prrelid = o.oid and r.prpubid = p.oid)
     order by 1 limit 1`);
    if (published !== undefined)
        return { kind: 'schema', because: 'published', who: published[0] ?? '' };
    const [wholeSchema] = await publishedSchemas(session);
    return wholeSchema === undefined ? undefined : { kind: 'schema', because: 'published', who: wholeSchema[0] ?? '' };
}
async function publishedSchemas(session) {
    if (session.version < 150_000)
        return [];
    return session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHIVE_SCHEMA */ .ZS)}) limit 1`);
}


/***/ }),

/***/ 1244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ withinSettings),
/* harmony export */   Cv: () => (/* binding */ asArchivist),
/* harmony export */   PM: () => (/* binding */ pastPolicies)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6498);

const FORMATS = {
    search_path: '',
    row_security: 'off',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '3',
    lc_monetary: 'C',
    xmloption: 'content',
    quote_all_identifiers: 'off',
    standard_conforming_strings: 'on',
};
const FORMAT_NAMES = ['statement_timeout', ...Object.keys(FORMATS)];
const WHO = ['session_authorization', 'role'];
async function readSettings(session) {
    const names = [...WHO, ...FORMAT_NAMES];
    const asked = names.map((name) => `pg_catalog.current_setting(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)})`);
    const [row] = await session.rows(`select ${asked.join(', ')}`);
    return new Map(names.map((name, nth) => [name, row?.[nth] ?? '']));
}
function restored(name, settings) {
    return `pg_catalog.set_config(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}, ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(settings.get(name) ?? '')}, true)`;
}
const asArchivist = 'set local session authorization default; set local role none; ' +
    Object.entries(FORMATS)
        .map(([name, value]) => `set local ${name} = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(value)}`)
        .join('; ');
async function withinSettings(session, work) {
    const before = await readSettings(session);
    await session.rows(asArchivist);
    const ours = await readSettings(session);
    const result = await work();
    const rest = FORMAT_NAMES.map((name) => restored(name, before)).join(', ');
    await session.rows(`select ${rest}`);
    for (const name of WHO) {
        if (before.get(name) !== ours.get(name))
            await session.rows(`select ${restored(name, before)}`);
    }
    return result;
}
async function pastPolicies(session, relations, work) {
    const oids = relations.map(({ oid }) => oid).join(',');
    const forced = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${oids}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`);
    const names = forced.map((row) => row[0] ?? '');
    for (const name of names) {
        await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
    }
    const result = await work();
    for (const name of names)
        await session.rows(`alter table only ${name} force row level security`);
    return result;
}


/***/ })

};
