export const id = 724;
export const ids = [724];
export const modules = {

/***/ 810177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readContractData: () => (/* binding */ readContractData)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 2 modules
var losses = __webpack_require__(567526);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 5 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/catalog.js
var catalog = __webpack_require__(430618);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/contract-state.js
function judgeContract({ archived, erased, isKept, removed }, archives, changed, isApplied) {
    if (!isKept)
        return isApplied ? 'not-archived' : 'accepted';
    let isAccepted = false;
    for (const { id, rows } of archived) {
        const archive = archives.find((each) => each.id === id);
        if (archive === undefined) {
            if (isApplied || !removed.includes(id))
                return 'missing';
            isAccepted = true;
            continue;
        }
        if (archive.restored === 'all' && !isApplied)
            continue;
        const left = rows - erased.filter((each) => each.id === id).reduce((sum, each) => sum + each.rows, 0);
        if (changed.has(id) || archive.rows !== left)
            return 'changed';
        if (archive.isExpired)
            return 'expired';
    }
    return isAccepted ? 'accepted' : 'complete';
}

// EXTERNAL MODULE: ./packages/migrations/lib/archive/digest.js
var digest = __webpack_require__(889155);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/restore-sql.js
var restore_sql = __webpack_require__(72526);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/settings.js
var settings = __webpack_require__(577446);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/target.js
var archive_target = __webpack_require__(944355);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/contract-data.js









const WITHIN_MS = 5_000;
function readContractData(engine, releases) {
    return (0,runner/* withReader */.mp)(engine, async (runner) => {
        const { session, tables } = runner;
        if (!tables.side.exists || releases.length === 0)
            return [];
        const versions = await session.rows(`select distinct e.version, e.detail->>'phase' from lockstep.events e
        where e.kind = 'up' and e.detail->>'phase' = 'contract' and e.release = any (${(0,quote/* textArray */.TS)(releases)}) order by 1`);
        if (versions.length === 0)
            return [];
        const archives = await (0,catalog/* readArchives */.i)(session);
        const list = [];
        for (const [version] of versions)
            list.push(await readOne(runner, version ?? '', archives));
        return list;
    });
}
async function readOne({ history, session, tables: { cluster } }, version, all) {
    const record = history.find((each) => each.version === version);
    const events = await readEvents(session, version);
    const ids = new Set(events.archived.map(({ id }) => id));
    const archives = all.filter(({ id }) => ids.has(id));
    const changed = new Set();
    await session.rows(`begin read only; ${settings/* asArchivist */.Cv}`);
    try {
        for (const archive of archives) {
            if (archive.restored !== 'all' && !(await (0,digest/* isUnchanged */._5)(session, archive)))
                changed.add(archive.id);
        }
    }
    finally {
        await session.send('rollback');
    }
    const isApplied = record !== undefined;
    const shown = [];
    for (const archive of archives) {
        const isCounted = isApplied && !changed.has(archive.id);
        const since = isCounted ? await readSince(session, archive, archive.cluster === cluster) : undefined;
        shown.push(tableOf(archive, since));
    }
    const name = record?.side?.name ?? record?.name ?? archives[0]?.migration ?? '';
    return { version, name, isApplied, state: judgeContract(events, archives, changed, isApplied), archives: shown };
}
async function readEvents(session, version) {
    const rows = await session.rows(`
    with up as (select e.id, e.detail from lockstep.events e where e.kind = 'up' and e.version = ${(0,quote/* literal */.eu)(version)} order by e.id desc limit 1),
         before as (select coalesce(pg_catalog.max(e.id), 0) as id from lockstep.events e, up
                     where e.kind in ('up', 'down') and e.version = ${(0,quote/* literal */.eu)(version)} and e.id < up.id)
    select 'up', null, null, up.detail->>'kept' from up
    union all
    select e.kind, each->>'id', each->>'rows', null from lockstep.events e, up, before,
           lateral pg_catalog.jsonb_array_elements(e.detail->'archives') each
     where e.kind = 'archive' and e.version = ${(0,quote/* literal */.eu)(version)} and e.detail->>'direction' = 'up' and e.id < up.id
       and (e.id > before.id or not exists (
             select from lockstep.events r where r.version = e.version and r.id > e.id and r.detail->>'archive' = each->>'id'
                and (r.kind in ('remove-archive', 'prune-archive') or r.kind = 'restore' and r.detail->'conflicts' = '{}')))
    union all
    select e.kind, e.detail->>'archive', e.detail->>'rows', null from lockstep.events e
     where e.kind in ('remove-archive', 'prune-archive', 'erase-archive') and e.version = ${(0,quote/* literal */.eu)(version)}`);
    const of = (kind) => rows.filter((row) => row[0] === kind).map(([, id, count]) => ({ id: id ?? '', rows: Number(count) }));
    return {
        isKept: rows.some((row) => row[0] === 'up' && row[3] === 'true'),
        archived: of('archive'),
        removed: [...of('remove-archive'), ...of('prune-archive')].map(({ id }) => id),
        erased: of('erase-archive'),
    };
}
function tableOf({ at, expires, id, restored, rows, source }, since) {
    const about = { id, source, rows, at, expires, isRestored: restored === 'all' };
    return { ...about, writtenSince: since?.writtenSince, gone: since?.gone, overwritten: since?.overwritten };
}
async function readSince(session, archive, isHere) {
    await session.rows(`begin read only; ${settings/* asArchivist */.Cv}; set local statement_timeout = ${WITHIN_MS}`);
    try {
        const target = await (0,archive_target/* readTarget */._E)(session, archive.target);
        if (target === undefined)
            return undefined;
        const xid = `(${(0,quote/* literal */.eu)(archive.xid)}::pg_catalog.xid8::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text::pg_catalog.xid`;
        const [written] = await session.rows(`select pg_catalog.count(*) from ${target.name} t where pg_catalog.age(t.xmin) < pg_catalog.age(${xid})`);
        const lost = (0,restore_sql/* lostRows */.Ae)(archive, target, isHere);
        const [row] = lost === undefined ? [['0', '0']] : await session.rows(lost);
        return { writtenSince: Number(written?.[0]), gone: Number(row?.[0]), overwritten: Number(row?.[1]) };
    }
    catch (error) {
        if (!(0,losses/* isForbidden */.US)(error) && !(0,losses/* isTooSlow */.gv)(error))
            throw error;
        return undefined;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}


/***/ })

};
