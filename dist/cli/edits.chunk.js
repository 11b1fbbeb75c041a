export const id = 5196;
export const ids = [5196];
export const modules = {

/***/ 909003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ diffLines)
/* harmony export */ });
const LINES = 1_500;
const AROUND = 2;
function diffLines(before, after) {
    const [a, b] = [before.split('\n'), after.split('\n')];
    if (before === after)
        return [];
    if (a.length > LINES || b.length > LINES)
        return [`@ ${a.length} lines before, ${b.length} after: too many to show`];
    const all = walk(a, b, lengths(a, b));
    const near = (at) => all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line[0] !== ' ');
    return all.flatMap((line, at) => (near(at) ? [line] : near(at - 1) || (at === 0 && all.length > 1) ? ['@'] : []));
}
function lengths(a, b) {
    const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        const [row, below] = [table[i], table[i + 1]];
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] = a[i] === b[j] ? below[j + 1] + 1 : Math.max(below[j], row[j + 1]);
        }
    }
    return table;
}
function walk(a, b, table) {
    const lines = [];
    const length = (i, j) => table[i]?.[j] ?? 0;
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push(` ${a[i]}`);
            i++;
            j++;
        }
        else if (i < a.length && (j >= b.length || length(i + 1, j) >= length(i, j + 1)))
            lines.push(`-${a[i++]}`);
        else
            lines.push(`+${b[j++]}`);
    }
    return lines;
}


/***/ }),

/***/ 467632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEdits: () => (/* binding */ readEdits)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(909003);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(935980);
/* harmony import */ var _history_settle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(608611);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(319709);





async function readEdits(engine, folder) {
    return (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .withReader */ .mp)(engine, async ({ history, session }) => {
        const edits = [];
        const records = new Map(history.map((record) => [(0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(record.version), record]));
        for (const migration of (0,_history_settle_js__WEBPACK_IMPORTED_MODULE_2__/* .settle */ .G9)(folder, history).folder.migrations) {
            const record = records.get((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(migration.version));
            if (record?.applied !== true || record.side === undefined)
                continue;
            if (record.side.checksum === migration.up.checksum)
                continue;
            const [row] = await session.rows(`select pg_catalog.array_to_string(statements, E';\\n') from supabase_migrations.schema_migrations where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(record.version)}`);
            const now = (migration.up.texts ?? []).join(';\n').replaceAll('\r\n', '\n');
            const diff = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .diffLines */ .P)((row?.[0] ?? '').replaceAll('\r\n', '\n'), now);
            edits.push({ version: migration.version, file: migration.file, diff });
        }
        return edits;
    });
}


/***/ })

};
