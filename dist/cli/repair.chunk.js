export const id = 8028;
export const ids = [8028];
export const modules = {

/***/ 947141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planRepair: () => (/* binding */ planRepair),
/* harmony export */   readRepairPlan: () => (/* binding */ readRepairPlan),
/* harmony export */   repair: () => (/* binding */ repair)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(935980);
/* harmony import */ var _history_settle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(608611);
/* harmony import */ var _history_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(573145);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(319709);
/* harmony import */ var _sql_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(925626);






async function readRepairPlan(engine, options) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, async ({ history }) => planRepair(options, history).repair);
}
async function repair(engine, options) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, { creates: false }, async ({ history, session, tables }) => {
        const { migration, repair: planned } = planRepair(options, history);
        const { because, does } = options;
        const { oldChecksum, newChecksum, version } = planned;
        const detail = { because, oldChecksum, newChecksum };
        const change = migration === undefined || does === 'drop'
            ? (0,_history_write_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRecords */ .DR)(version, tables.side.exists)
            : (0,_history_write_js__WEBPACK_IMPORTED_MODULE_1__/* .acceptSide */ .YM)(migration, version);
        const event = (0,_history_write_js__WEBPACK_IMPORTED_MODULE_1__/* .insertEvent */ .Ul)({ kind: does === 'drop' ? 'drop' : 'repair', version, by: engine.provenance, detail });
        await session.rows(`begin; ${change} ${tables.side.exists ? event : ''} commit;`);
        return planned;
    });
}
function planRepair({ because, does, folder, version }, history) {
    if (because.trim() === '')
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('repair: a reason is required; it is kept with your name');
    const record = history.find((each) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .versionKey */ ._5)(each.version) === (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .versionKey */ ._5)(version));
    if (record === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`repair: version ${version} is not recorded; if another tool applied it, record that (lockstep import, or command: adopt with from: auto)`);
    const files = folder === undefined ? [] : (0,_history_settle_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(folder, history).folder.migrations;
    const migration = files.find((each) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .versionKey */ ._5)(each.version) === (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .versionKey */ ._5)(version));
    const repair = {
        version: record.version,
        does,
        file: migration?.file ?? '',
        oldChecksum: record.side?.checksum ?? '',
        newChecksum: does === 'drop' ? '' : (migration?.up.checksum ?? ''),
    };
    if (does === 'drop')
        return { migration, repair };
    if (migration === undefined)
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`repair: there is no file of version ${version} to accept`);
    if (migration.problems !== undefined)
        throw new _sql_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .FileError */ .f(migration.problems);
    if (record.side === undefined || !record.applied) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`repair: version ${version} was not applied by Lockstep; record it with "adopt"`);
    }
    if (record.side.state !== 'applied') {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`repair: version ${version} is incomplete (${record.side.state}); finish it with "up" or "down"`);
    }
    return { migration, repair };
}


/***/ })

};
