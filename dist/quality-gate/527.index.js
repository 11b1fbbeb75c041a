export const id = 527;
export const ids = [527];
export const modules = {

/***/ 5063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);

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

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readIstanbul: () => (/* binding */ readIstanbul)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7106);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3301);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5063);



const KINDS = ['lines', 'branches', 'functions', 'statements'];
async function readIstanbul(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const files = Object.keys(report).filter((key) => key !== 'total');
    if (report['total'] !== undefined)
        return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .coverage */ .v)(files.length, summaryTotals((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report['total'], 'total')));
    if (files.length === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('nothing-checked', 'it knows no file');
    for (const file of files)
        if ((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report[file], file)['statementMap'] === undefined)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-malformed', `"${file}" is no coverage of a file`);
    const { default: istanbul } = await __webpack_require__.e(/* import() */ 38).then(__webpack_require__.t.bind(__webpack_require__, 3038, 19));
    const summary = istanbul.createCoverageMap(report).getCoverageSummary();
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .coverage */ .v)(files.length, Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]])));
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
