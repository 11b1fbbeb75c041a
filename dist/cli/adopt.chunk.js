export const id = 4447;
export const ids = [4447];
export const modules = {

/***/ 971254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adopt: () => (/* binding */ adopt),
  planAdopt: () => (/* binding */ planAdopt),
  readAdoptPlan: () => (/* binding */ readAdoptPlan)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var files_migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/history/foreign.js
var history_foreign = __webpack_require__(899292);
// EXTERNAL MODULE: ./packages/migrations/lib/history/settle.js
var settle = __webpack_require__(608611);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/statements.js
var statements = __webpack_require__(534731);
;// CONCATENATED MODULE: ./packages/migrations/lib/records/invalid-indexes.js



async function refuseInvalidIndexes(session, migrations) {
    const invalid = await session.rows(`select n.nspname, t.relname, c.relname from pg_catalog.pg_index i
       join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_class t on t.oid = i.indrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not (i.indisvalid and i.indisready) and c.relkind = 'i'`);
    if (invalid.length === 0)
        return;
    const parse = await (0,parser/* loadParser */.qd)();
    const problems = migrations.flatMap(({ file, up }) => (0,statements/* readStatements */.b)(up, parse).flatMap(({ parsed }) => {
        if (parsed?.type !== 'IndexStmt')
            return [];
        const table = (0,parser/* child */.jf)(parsed.fields, 'relation');
        const [schema, name] = [(0,parser/* text */.Qq)(table, 'schemaname'), (0,parser/* text */.Qq)(table, 'relname')];
        const index = (0,parser/* text */.Qq)(parsed.fields, 'idxname');
        return invalid
            .filter((row) => row[2] === index && row[1] === name && (schema === '' || row[0] === schema))
            .map((row) => {
            const shown = `${row[0]}.${index}`;
            return `${file}: the index ${shown} is invalid, so that it enforces nothing; drop it and apply the file with "up", or run "reindex index concurrently ${shown}" first`;
        });
    }));
    if (problems.length > 0)
        throw new errors/* InputError */.dz([...new Set(problems)]);
}

// EXTERNAL MODULE: ./packages/migrations/lib/records/record-applied.js
var record_applied = __webpack_require__(16851);
;// CONCATENATED MODULE: ./packages/migrations/lib/records/adopt.js







async function readAdoptPlan(engine, options) {
    return (0,runner/* withReader */.mp)(engine, async (found) => reportOf(await readPlan(options, found)));
}
async function adopt(engine, options) {
    const how = { creates: true, beforeFirst: async (found) => void (await readPlan(options, found)) };
    return (0,runner/* withRunner */.T4)(engine, how, async (runner) => {
        const { session, tables } = runner;
        const plan = await readPlan(options, runner);
        const statements = [];
        for (const { migration, records } of plan.record)
            statements.push(await (0,record_applied/* recordApplied */.R)(migration, { engine, tables, records }));
        if (statements.length > 0)
            await session.rows(`begin; ${statements.join(' ')} commit;`);
        return reportOf(plan);
    });
}
async function readPlan(options, { history, session }) {
    const plan = planAdopt(options, history, await (0,history_foreign/* readForeign */.vM)(session));
    await refuseInvalidIndexes(session, plan.record.map(({ migration }) => migration));
    return plan;
}
function planAdopt({ folder: found, to }, history, foreign = []) {
    const { folder, notes } = (0,settle/* settle */.G9)(found, history, '0');
    const { migrations } = folder;
    const last = migrations.find((migration) => (0,files_migration/* versionKey */._5)(migration.version) === (0,files_migration/* versionKey */._5)(to));
    if (last === undefined) {
        throw new errors/* InputError */.dz(`to: there is no migration ${to}; name the last one whose schema change the database already has`);
    }
    if (folder.ambiguity !== undefined && !history.some(({ applied }) => applied))
        throw new errors/* InputError */.dz(folder.ambiguity);
    const about = foreign.filter((each) => (0,history_foreign/* isAbout */.KH)(each, migrations));
    const made = foreign.map((each) => (0,history_foreign/* describeForeign */.eQ)(each, migrations));
    const known = new Map(history.map((record) => [(0,files_migration/* versionKey */._5)(record.version), record]));
    const lacking = [];
    const record = migrations.slice(0, migrations.indexOf(last) + 1).flatMap((migration) => {
        const present = known.get((0,files_migration/* versionKey */._5)(migration.version));
        if (present?.side !== undefined && present.side.state !== 'applied') {
            throw new errors/* InputError */.dz(`${migration.file}: incomplete (${present.side.state}); finish it with "up" or "down" first`);
        }
        if (present?.applied === true)
            return present.side === undefined ? [{ migration, records: 'side' }] : [];
        if (about.length > 0 && !about.some((each) => (0,history_foreign/* knows */.ZT)(each, migration, migrations))) {
            lacking.push(migration.file);
            return [];
        }
        return [{ migration, records: 'both' }];
    });
    const stopped = about.find((each) => lacking.some((file) => migrations.some((m) => m.file === file && (0,history_foreign/* isBroken */.Qr)(each, m, migrations))));
    if (stopped !== undefined) {
        throw new errors/* InputError */.dz(`to: ${to}: ${(0,history_foreign/* describeForeign */.eQ)(stopped, migrations)}; complete or revert it there with ${stopped.tool} first`);
    }
    if (record.length === 0 && lacking.length > 0) {
        throw new errors/* InputError */.dz(`to: ${to}: ${made.join('; ')}: it never applied ${(0,lists/* nameSome */.Kf)(lacking, 3)}; apply it with "up"`);
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
