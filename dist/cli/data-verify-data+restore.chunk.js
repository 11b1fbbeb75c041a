export const id = 3238;
export const ids = [3238,1194];
export const modules = {

/***/ 858774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   carrierFor: () => (/* binding */ carrierFor),
/* harmony export */   carryAcross: () => (/* binding */ carryAcross),
/* harmony export */   waitsForRows: () => (/* binding */ waitsForRows)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(430618);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(889155);
/* harmony import */ var _restore_sql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72526);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(577446);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(944355);






async function carrierFor(session) {
    const open = (await (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .readArchives */ .i)(session)).filter(waitsForRows);
    if (open.length === 0)
        return undefined;
    await (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sealArchives */ .vW)(session, open);
    const contents = await Promise.all(open.map((archive) => oidOf(session, archive.contents)));
    let carried = [];
    return {
        tables: new Set(contents.flatMap((oid) => oid ?? [])),
        before: (within, written) => (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .withinSettings */ .$0)(within, async () => {
            carried = await writtenOf(within, open, written);
            for (const each of carried)
                await forgetWritten(within, each);
        }),
        after: (within) => carried.length === 0
            ? Promise.resolve()
            : (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .withinSettings */ .$0)(within, async () => {
                for (const { archive } of carried)
                    await remember(within, archive);
            }),
    };
}
function waitsForRows({ key, kind, restored }) {
    return kind === 'mixed' && key.length > 0 && restored !== 'all';
}
async function oidOf(session, table) {
    const [row] = await session.rows(`select pg_catalog.to_regclass(${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(table)})::pg_catalog.oid`);
    return row?.[0] ?? undefined;
}
async function writtenOf(session, open, written) {
    const carried = [];
    for (const archive of open) {
        const target = await readKeyed(session, archive);
        if (target === undefined)
            continue;
        const [row] = await session.rows(`select pg_catalog.bool_or(part = any ('{${written.join(',')}}'::pg_catalog.oid[]))
         from (select '${target.oid}'::pg_catalog.oid union all
               select t.relid from pg_catalog.pg_partition_tree('${target.oid}'::pg_catalog.regclass) t) as parts (part)`);
        if (row?.[0] === 't')
            carried.push({ archive, target });
    }
    return carried;
}
async function readKeyed(session, archive) {
    if ((await oidOf(session, archive.contents)) === undefined)
        return undefined;
    const target = await (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._E)(session, archive.target);
    return target !== undefined && archive.key.every((name) => target.columns.has(name)) ? target : undefined;
}
const WAITS = 'a._lockstep_xmin is not null and a._lockstep_done is null';
async function forgetWritten(session, carried) {
    const { archive, target } = carried;
    await (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .pastPolicies */ .PM)(session, [target], () => session.rows(`update ${archive.contents} a set _lockstep_xmin = null from ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .from */ .HT)(carried)}
        where ${WAITS} and ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .match */ .YW)(carried)} and t.xmin <> a._lockstep_xmin`));
}
async function remember(session, archive) {
    const target = await readKeyed(session, archive);
    if (target === undefined)
        return;
    const carried = { archive, target };
    await (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .pastPolicies */ .PM)(session, [target], () => session.rows(`update ${archive.contents} a set _lockstep_xmin = t.xmin from ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .from */ .HT)(carried)}
        where ${WAITS} and ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .match */ .YW)(carried)} and t.xmin <> a._lockstep_xmin`));
}
function carryAcross(restoring, other, places) {
    const carried = { archive: other, target: restoring.target };
    return `update ${other.contents} a set _lockstep_xmin = (pg_catalog.pg_current_xact_id()::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text::pg_catalog.xid
    from ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .from */ .HT)(carried)} where ${WAITS} and ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .match */ .YW)(carried)} and t.xmin = a._lockstep_xmin
     and (t.tableoid, t.ctid) in (select t.tableoid, t.ctid from ${restoring.archive.contents} a join ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .from */ .HT)(restoring)} on ${(0,_restore_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .match */ .YW)(restoring)} where a.ctid = any (${places}))`;
}


/***/ }),

/***/ 812771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreArchives: () => (/* binding */ restoreArchives)
});

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 1 modules
var losses = __webpack_require__(567526);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(667803);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/came-back.js
var came_back = __webpack_require__(328809);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/carry.js
var carry = __webpack_require__(858774);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/catalog.js
var catalog = __webpack_require__(430618);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/digest.js
var digest = __webpack_require__(889155);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/plan.js
var plan = __webpack_require__(596310);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/restore-sql.js
var restore_sql = __webpack_require__(72526);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/schema.js
var schema = __webpack_require__(420829);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/settings.js
var settings = __webpack_require__(577446);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore-table.js







const PAGES = 16;
const MOST_ROWS = 1_000;
const emptyTally = () => ({
    inserted: 0,
    set: 0,
    already: 0,
    superseded: 0,
    conflicts: new Map(),
});
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
            const counts = await session.rows(`select what, pg_catalog.count(*) from (${(0,restore_sql/* meeting */.GD)(restoring, where)}) m group by what`);
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
    else if (what === 'already' || what === 'superseded')
        tally[what] += count;
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
    const { archive, others } = restoring;
    const met = await session.rows((0,restore_sql/* meeting */.GD)(restoring, `a._lockstep_done is null and a.ctid = any (${tids(places)})`));
    const by = new Map();
    for (const [at, what] of met)
        by.set(what, [...(by.get(what) ?? []), at ?? '']);
    for (const what of ['insert', 'set']) {
        const list = by.get(what);
        if (list === undefined)
            continue;
        if (what === 'set') {
            for (const other of others)
                await session.rows((0,carry.carryAcross)(restoring, other, tids(list)));
        }
        const [row] = await session.rows((0,restore_sql/* writing */.dV)(restoring, what, tids(list)));
        if (Number(row?.[0]) !== list.length || row?.[1] !== 't')
            return undefined;
    }
    for (const [what, list] of by) {
        const isDone = what === 'insert' || what === 'set' || what === 'already' || what === 'superseded';
        const mark = isDone
            ? `_lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = ${what === 'superseded' ? (0,quote/* literal */.eu)(what) : 'null'}`
            : `_lockstep_conflict = ${(0,quote/* literal */.eu)(what)}`;
        const isNew = isDone ? '' : ` and _lockstep_conflict is distinct from ${(0,quote/* literal */.eu)(what)}`;
        await session.rows(`update ${archive.contents} set ${mark} where ctid = any (${tids(list)})${isNew}`);
    }
    return [...by].map(([what, list]) => [what, list.length]);
}

// EXTERNAL MODULE: ./packages/migrations/lib/archive/target.js
var archive_target = __webpack_require__(944355);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore.js
















async function restoreArchives(engine, options) {
    return (0,runner/* withRunner */.T4)(engine, { creates: false }, async (runner) => {
        const { session } = runner;
        const all = await (0,catalog/* readArchives */.i)(session);
        const isThere = new Set(runner.history.map(({ version }) => version));
        const { direction: way, release: of, version: only } = options.only ?? {};
        const asked = all.filter(({ direction, release, version }) => (only === undefined || only === version) &&
            (of === undefined || of === release) &&
            (way === undefined || way === direction));
        const open = asked.filter(({ restored }) => restored !== 'all');
        const chosen = open.filter(({ direction, version }) => only !== undefined || direction === 'down' || !isThere.has(version));
        const passedOver = { restored: asked.length - open.length, inPlace: open.length - chosen.length };
        const tables = [];
        try {
            for (const archive of await parentsFirst(session, chosen.toReversed())) {
                tables.push(await restoreOne(runner, archive, all, options));
            }
            if (!options.dryRun)
                await again(runner, { chosen, all }, tables, options);
        }
        catch (error) {
            if (!(0,clock/* isCancellation */.iB)(error, engine.signal))
                throw error;
            return { tables, passedOver, cancelled: true };
        }
        return { tables, passedOver, cancelled: false };
    });
}
async function again(runner, { all, chosen }, tables, options) {
    for (let left = refusedBy(tables); left > 0;) {
        for (const [nth, table] of tables.entries()) {
            const archive = chosen.find(({ id }) => id === table.id);
            if (archive === undefined || (table.conflicts.server ?? 0) === 0)
                continue;
            const more = await restoreOne(runner, archive, all, options);
            const { already, inserted, set, superseded } = table;
            tables[nth] = {
                ...more,
                inserted: inserted + more.inserted,
                set: set + more.set,
                already: already + more.already,
                superseded: superseded + more.superseded,
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
async function restoreOne({ engine, history, session, tables }, archive, all, options) {
    const prepared = await prepare(session, archive, all, { history, cluster: tables.cluster });
    if (typeof prepared === 'string')
        return tableOf(archive, emptyTally(), prepared);
    const { back, restoring } = prepared;
    if (options.dryRun)
        return lookAt(engine, session, restoring, options);
    const already = await begin(engine, session, restoring, back);
    const tally = await restoreTable(engine, session, restoring, options);
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
function tableOf({ contents, id, migration, rows, source, target, version }, { already, conflicts, inserted, set, superseded }, notRestored) {
    const about = { id, version, migration, source, target, rows, contents, notRestored };
    return { ...about, inserted, set, already, superseded, conflicts: Object.fromEntries(conflicts) };
}
async function prepare(session, archive, all, { cluster, history }) {
    const back = await (0,came_back/* whatCameBack */.Y)(session, archive, history);
    if (back === undefined)
        return archive.direction === 'down' ? 'not-applied' : 'not-rolled-back';
    if (archive.isExpired)
        return 'expired';
    await session.rows(`begin read only; ${settings/* asArchivist */.Cv}`);
    try {
        if (!(await (0,digest/* isUnchanged */._5)(session, archive)))
            return 'changed';
        const target = await (0,archive_target/* readTarget */._E)(session, archive.target);
        if (target === undefined)
            return 'no-target';
        if (archive.columns.some(({ name }) => !target.columns.has(name)))
            return 'no-column';
        const [row] = await session.rows('select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())');
        const now = { cluster, currentXid: row?.[0] ?? '0' };
        const around = await relatives(session, archive, all);
        return { restoring: { archive, target, untouched: (0,archive_target/* untouched */.sF)(archive, back, now), ...around }, back };
    }
    finally {
        await session.send('rollback');
    }
}
async function begin(engine, session, restoring, back) {
    await (0,digest/* sealArchives */.vW)(session, [restoring.archive, ...restoring.others]);
    let already = 0;
    const { execution } = await (0,retry_locks/* retryLocks */.Z)(engine, session, restoring.target.name, async () => {
        try {
            already = await prepareTarget(session, restoring, back);
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
async function prepareTarget(session, restoring, { xids }) {
    const { archive, target } = restoring;
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
        const [row] = await session.rows((0,restore_sql/* offsetByUp */.O3)(restoring, xids));
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
    const { already, conflicts, inserted, set, superseded } = tally;
    const detail = { archive: archive.id, inserted, set, already, superseded, conflicts: Object.fromEntries(conflicts) };
    const event = (0,write/* insertEvent */.Ul)({ kind: 'restore', version: archive.version, by: engine.provenance, detail });
    await session.rows(`begin; ${settings/* asArchivist */.Cv};
    update ${schema/* ARCHIVES */._t} set restored_at = pg_catalog.clock_timestamp(), restored = case when exists (
      select from ${archive.contents} where _lockstep_done is null) then 'partial' else 'all' end where id = ${archive.id};
    ${event} commit`);
}
async function relatives(session, archive, all) {
    const list = await session.rows(`select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = ${(0,quote/* literal */.eu)(plan/* ARCHIVE_SCHEMA */.ZS)}`);
    const isThere = new Set(list.map((row) => row[0]));
    const near = all.filter(({ contents, id, target }) => id !== archive.id && target === archive.target && isThere.has(contents));
    const isSameKey = ({ key }) => key.length > 0 && key.join('\n') === archive.key.join('\n');
    const { direction, version } = archive;
    const again = near.filter((each) => each.version === version && each.direction === direction && isSameKey(each));
    const isNewer = ({ id }) => Number(id) > Number(archive.id);
    return {
        newer: again.filter(isNewer).toReversed(),
        others: near.filter(carry.waitsForRows),
    };
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


/***/ })

};
