export const id = 1194;
export const ids = [1194];
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


/***/ })

};
