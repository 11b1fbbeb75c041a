export const id = 527;
export const ids = [527];
export const modules = {

/***/ 417224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1980);

function coverage(files, covered) {
    const metrics = {};
    for (const [kind, { covered: hit, total }] of Object.entries(covered)) {
        if (hit > total)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-malformed', `it says ${hit} of ${total} ${kind} are covered`);
        if (total > 0)
            metrics[kind] = (hit / total) * 100;
    }
    if (files > 0 && Object.keys(metrics).length === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('nothing-checked', 'there was nothing to cover in it');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reading */ .h)({ checked: files, findings: [], metrics });
}


/***/ }),

/***/ 735797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readIstanbul: () => (/* binding */ readIstanbul)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(417224);



const KINDS = ['lines', 'branches', 'functions', 'statements'];
async function readIstanbul(sources) {
    const reports = [];
    for (const source of sources)
        reports.push((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report'));
    const summaries = reports.filter((report) => report['total'] !== undefined);
    if (summaries.length === 0)
        return await fromFinal(reports);
    if (summaries.length < reports.length)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', 'some of the files are summaries, and some are not');
    return fromSummaries(summaries);
}
function fromSummaries(summaries) {
    const files = summaries.flatMap((summary) => Object.keys(summary).filter((key) => key !== 'total'));
    if (summaries.length > 1) {
        const isWhole = summaries.every((summary) => Object.keys(summary).length > 1);
        if (!isWhole || new Set(files).size < files.length)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', 'summaries of the same files cannot be put together; have coverage-final.json or lcov written');
    }
    const totals = summaries.map((summary) => summaryTotals((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(summary['total'], 'total')));
    const sum = (kind) => totals.reduce(({ covered, total }, one) => ({
        covered: covered + (one[kind]?.covered ?? 0),
        total: total + (one[kind]?.total ?? 0),
    }), { covered: 0, total: 0 });
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .coverage */ .v)(files.length, Object.fromEntries(KINDS.map((kind) => [kind, sum(kind)])));
}
async function fromFinal(reports) {
    const { default: istanbul } = await __webpack_require__.e(/* import() */ 38).then(__webpack_require__.t.bind(__webpack_require__, 436202, 19));
    const map = istanbul.createCoverageMap();
    for (const report of reports) {
        const files = Object.keys(report);
        if (files.length === 0)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('nothing-checked', 'it knows no file');
        for (const file of files)
            if ((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report[file], file)['statementMap'] === undefined)
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', `"${file.slice(-200)}" is no coverage of a file`);
        map.merge(report);
    }
    const summary = map.getCoverageSummary();
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .coverage */ .v)(map.files().length, Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]])));
}
function summaryTotals(total) {
    return Object.fromEntries(KINDS.map((kind) => {
        const { covered, total: all } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(total[kind], `total.${kind}`);
        if (typeof covered !== 'number' || typeof all !== 'number')
            throw new _source_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableError */ .Gy('report-malformed', `total.${kind} has no counts`);
        return [kind, { covered, total: all }];
    }));
}


/***/ })

};
