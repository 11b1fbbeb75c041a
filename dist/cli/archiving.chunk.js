export const id = 7743;
export const ids = [7743,1194];
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

/***/ 1030075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   previewArchive: () => (/* binding */ previewArchive)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(247753);
/* harmony import */ var _data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(752750);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(567526);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(553410);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(596310);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1035549);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(556974);







const WITHIN_MS = 5_000;
async function previewArchive(session, { deletes, losses, own }, limits, direction = 'down') {
    const previewOf = (sum, atMost, refusals) => {
        const unarchived = refusals.map((each) => ({ kind: each.kind, message: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .describeArchiveRefusal */ .e)(each, direction) }));
        return { ...sum, lockMs: (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedLockMs */ .mP)(sum), atMost, unarchived };
    };
    await session.rows(`begin read only; set local row_security = off; set local search_path = ''; set local statement_timeout = ${WITHIN_MS}`);
    try {
        const { after, before, threats } = await (0,_data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_2__/* .foresee */ .Sh)(session, deletes);
        const seen = { threats, losses, own, before, after };
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planArchive */ .eM)(seen, await (0,_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .readSources */ .t)(session, [...before.keys()]));
        if (plan.kind === 'refuse')
            return previewOf({ rows: 0, bytes: 0 }, false, plan.refusals);
        let sum = { rows: 0, bytes: 0 };
        const refusals = [];
        for (const copy of plan.copies) {
            const one = await measureCopy(session, copy);
            sum = { rows: sum.rows + one.rows, bytes: sum.bytes + one.bytes };
            const object = copy.relation.name;
            const isExact = copy.kind !== 'mixed';
            if (isExact && sum.rows > limits.rows) {
                refusals.push({ kind: 'rows', object, limit: limits.rows, about: one.rows });
            }
            else if (isExact && sum.bytes > limits.bytes) {
                refusals.push({ kind: 'bytes', object, limit: limits.bytes, bytes: sum.bytes });
            }
        }
        const ms = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedLockMs */ .mP)(sum);
        const [first] = plan.copies;
        if (refusals.length === 0 && first !== undefined && ms > limits.lockMs) {
            const object = plan.copies.length === 1 ? first.relation.name : 'the tables';
            refusals.push({ kind: 'lock-time', object, limitMs: limits.lockMs, expected: { ...sum, ms } });
        }
        const isMixed = plan.copies.some(({ kind }) => kind === 'mixed');
        return previewOf(sum, isMixed, refusals);
    }
    catch (error) {
        if (!(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__/* .isForbidden */ .US)(error) && !(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__/* .isTooSlow */ .gv)(error))
            throw error;
        return undefined;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
const ROW_BYTES = 28;
async function measureCopy(session, { columns, condition, relation }) {
    const sizes = columns.map(({ name }) => `coalesce(pg_catalog.pg_column_size(t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(name)}), 0)`);
    const size = [ROW_BYTES, ...sizes].join(' + ');
    const [row] = await session.rows(`select pg_catalog.count(*), coalesce(pg_catalog.sum(${size}), 0) from only ${relation.name} t where ${condition}`);
    return { rows: Number(row?.[0]), bytes: Number(row?.[1]) };
}


/***/ }),

/***/ 15806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archivedBy: () => (/* binding */ archivedBy),
  newRunsFor: () => (/* binding */ newRunsFor),
  planArchives: () => (/* binding */ planArchives),
  seal: () => (/* binding */ seal)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/archivist.js + 1 modules
var archivist = __webpack_require__(521933);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/carry.js
var carry = __webpack_require__(858774);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/guarded-runs.js + 7 modules
var guarded_runs = __webpack_require__(929509);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/notes.js
var notes = __webpack_require__(597064);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/preview.js
var archive_preview = __webpack_require__(1030075);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/catalog.js
var catalog = __webpack_require__(430618);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/digest.js
var digest = __webpack_require__(889155);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/count-predicted.js + 1 modules
var count_predicted = __webpack_require__(752750);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/predict.js
var predict = __webpack_require__(747311);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/untestable.js
var data_loss_untestable = __webpack_require__(294589);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/statements.js
var statements = __webpack_require__(534731);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/archive-plan.js
function decideArchive(mode, facts) {
    const { isHarmless, noArchive, preview, untestable } = facts;
    const losses = [...facts.losses, ...untestable];
    if (noArchive !== undefined)
        return { does: 'delete', losses, because: [`no-archive because ${noArchive}`], byRequest: true };
    if (isHarmless)
        return { does: 'nothing' };
    const unarchived = [...untestable.map(untested), ...(preview?.unarchived ?? [])];
    if (unarchived.length === 0)
        return { does: 'archive', preview };
    return mode === 'always'
        ? { does: 'refuse', losses, unarchived }
        : { does: 'delete', losses, because: unarchived.map(({ message }) => message), byRequest: false };
}
function untested({ object }) {
    const message = `${object} cannot be archived: what it does cannot be tested beforehand`;
    return { kind: 'not-possible', message };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/archiving.js













const WITHIN_MS = 5_000;
async function planArchives(runner, planned, archive) {
    const contracts = planned.filter(({ decision }) => decision.phase === 'contract');
    const parse = await (0,parser/* loadParser */.qd)();
    const decided = new Map();
    for (const { migration } of contracts)
        decided.set(migration.version, await planOne(runner, migration.up, archive, parse));
    return decided;
}
async function planOne({ session }, script, { limits, mode }, parse) {
    const { noArchive } = script.directives;
    const { deletes, opaque } = (0,predict/* predict */.K$)(script, parse);
    const isHarmless = !opaque && deletes.length === 0 && onlyDefines(script, parse);
    const losses = (await (0,count_predicted/* countPredicted */.yO)(session, deletes, undefined, WITHIN_MS)) ?? [];
    const untestable = await (0,data_loss_untestable/* findUntestable */.l)(session, script);
    const isSeen = noArchive === undefined && losses.length > 0;
    const preview = isSeen ? await (0,archive_preview.previewArchive)(session, { deletes, losses, own: undefined }, limits, 'up') : undefined;
    return decideArchive(mode, { isHarmless, noArchive, losses, untestable, preview });
}
const DEFINES = new Set([
    'AlterTableStmt',
    'AlterFunctionStmt',
    'AlterObjectSchemaStmt',
    'AlterOwnerStmt',
    'AlterPolicyStmt',
    'CommentStmt',
    'CreateFunctionStmt',
    'CreatePolicyStmt',
    'CreateStmt',
    'CreateTrigStmt',
    'DropStmt',
    'GrantStmt',
    'IndexStmt',
    'RenameStmt',
    'VariableSetStmt',
    'ViewStmt',
]);
function onlyDefines(script, parse) {
    return (0,statements/* readStatements */.b)(script, parse).every(({ class: kind, parsed }) => (parsed !== undefined && DEFINES.has(parsed.type)) || ['begin', 'commit', 'rollback'].includes(kind));
}
function newRunsFor({ engine, session, tables }, planned, { limits }) {
    const { name, version } = planned.migration;
    const { release } = engine.provenance;
    const of = { direction: 'up', version, migration: name, release, cluster: tables.cluster };
    const guard = { allowsLoss: false, own: async () => undefined };
    return async (script) => {
        const carrier = (await (0,notes/* ownsArchives */.D)(session)) ? await (0,carry.carrierFor)(session) : undefined;
        const losses = await (0,data_loss_untestable/* findUntestable */.l)(session, script);
        if (losses.length > 0)
            return { losses, unarchived: losses.map(untested) };
        return { runs: (0,guarded_runs/* guardedRuns */.Z)({ ...guard, carrier }, () => (0,archivist.createArchivist)(engine, of, limits)) };
    };
}
async function archivedBy(session, version, keepMs) {
    const archives = await (0,catalog/* readArchives */.i)(session);
    const last = `(select coalesce(pg_catalog.max(d.id), 0) from lockstep.events d where d.kind = 'down' and d.version = ${(0,quote/* literal */.eu)(version)})`;
    const rows = await session.rows(`
    select each->>'id' from lockstep.events e cross join lateral pg_catalog.jsonb_array_elements(e.detail->'archives') each
     where e.kind = 'archive' and e.version = ${(0,quote/* literal */.eu)(version)} and e.detail->>'direction' = 'up' and e.id > ${last}`);
    const ids = new Set(rows.map((row) => row[0]));
    return archives
        .filter(({ id }) => ids.has(id))
        .map(({ bytes, id, kind, rows: count, source }) => ({ id, object: source, kind, rows: count, bytes, keepMs }));
}
async function seal(session) {
    await (0,digest/* sealArchives */.vW)(session, await (0,catalog/* readArchives */.i)(session));
}


/***/ })

};
