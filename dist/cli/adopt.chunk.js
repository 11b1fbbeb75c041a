export const id = 6995;
export const ids = [6995];
export const modules = {

/***/ 971254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adopt: () => (/* binding */ adopt),
/* harmony export */   planAdopt: () => (/* binding */ planAdopt),
/* harmony export */   readAdoptPlan: () => (/* binding */ readAdoptPlan)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(672435);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(935980);
/* harmony import */ var _history_foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(899292);
/* harmony import */ var _history_settle_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(608611);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(319709);
/* harmony import */ var _record_applied_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16851);






async function readAdoptPlan(engine, options) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, async ({ history, session }) => reportOf(planAdopt(options, history, await (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .readForeign */ .vM)(session))));
}
async function adopt(engine, options) {
    const planFor = async ({ history, session }) => planAdopt(options, history, await (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .readForeign */ .vM)(session));
    const how = { creates: true, beforeFirst: async (found) => void (await planFor(found)) };
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withRunner */ .T4)(engine, how, async (runner) => {
        const { session, tables } = runner;
        const plan = await planFor(runner);
        const statements = [];
        for (const { migration, records } of plan.record)
            statements.push(await (0,_record_applied_js__WEBPACK_IMPORTED_MODULE_2__/* .recordApplied */ .R)(migration, { engine, tables, records }));
        if (statements.length > 0)
            await session.rows(`begin; ${statements.join(' ')} commit;`);
        return reportOf(plan);
    });
}
function planAdopt({ folder: found, to }, history, foreign = []) {
    const { folder, notes } = (0,_history_settle_js__WEBPACK_IMPORTED_MODULE_3__/* .settle */ .G9)(found, history, '0');
    const { migrations } = folder;
    const last = migrations.find((migration) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_4__/* .versionKey */ ._5)(migration.version) === (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_4__/* .versionKey */ ._5)(to));
    if (last === undefined) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`to: there is no migration ${to}; name the last one whose schema change the database already has`);
    }
    if (folder.ambiguity !== undefined && !history.some(({ applied }) => applied))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(folder.ambiguity);
    const about = foreign.filter((each) => (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbout */ .KH)(each, migrations));
    const made = foreign.map((each) => (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeign */ .eQ)(each, migrations));
    const known = new Map(history.map((record) => [(0,_files_migration_js__WEBPACK_IMPORTED_MODULE_4__/* .versionKey */ ._5)(record.version), record]));
    const lacking = [];
    const record = migrations.slice(0, migrations.indexOf(last) + 1).flatMap((migration) => {
        const present = known.get((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_4__/* .versionKey */ ._5)(migration.version));
        if (present?.side !== undefined && present.side.state !== 'applied') {
            throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`${migration.file}: incomplete (${present.side.state}); finish it with "up" or "down" first`);
        }
        if (present?.applied === true)
            return present.side === undefined ? [{ migration, records: 'side' }] : [];
        if (about.length > 0 && !about.some((each) => (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .knows */ .ZT)(each, migration))) {
            lacking.push(migration.file);
            return [];
        }
        return [{ migration, records: 'both' }];
    });
    const stopped = about.find((each) => lacking.some((file) => migrations.some((m) => m.file === file && (0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .isBroken */ .Qr)(each, m))));
    if (stopped !== undefined) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`to: ${to}: ${(0,_history_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .describeForeign */ .eQ)(stopped, migrations)}; complete or revert it there with ${stopped.tool} first`);
    }
    if (record.length === 0 && lacking.length > 0) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`to: ${to}: ${made.join('; ')}: it never applied ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_6__/* .nameSome */ .Kf)(lacking, 3)}; apply it with "up"`);
    }
    return { record, lacking, notes: [...made, ...notes] };
}
function reportOf({ lacking, notes, record }) {
    const adopted = record.map(({ migration: { file, name, version }, records }) => ({ version, name, file, records }));
    return { adopted, lacking, notes };
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
