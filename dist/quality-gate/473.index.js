export const id = 473;
export const ids = [473];
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

/***/ 5473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readLcov: () => (/* binding */ readLcov)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3301);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5063);



const FOUND = { LF: 'lines', BRF: 'branches', FNF: 'functions' };
const HIT = { LH: 'lines', BRH: 'branches', FNH: 'functions' };
async function readLcov(source) {
    const totals = { lines: tally(), branches: tally(), functions: tally() };
    let files = 0;
    let open = false;
    let malformed;
    for await (const line of linesOf(source)) {
        const [key = '', value = ''] = split(line);
        if (key === 'SF') {
            if (open)
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-truncated', 'a section is not ended before the next one');
            open = true;
        }
        else if (line === 'end_of_record') {
            open = false;
            files++;
        }
        const found = totals[FOUND[key] ?? ''];
        const hit = totals[HIT[key] ?? ''];
        if ((found ?? hit) !== undefined && !/^\d+$/.test(value))
            malformed ??= `"${line}" holds no count`;
        if (found !== undefined)
            found.total += Number(value);
        if (hit !== undefined)
            hit.covered += Number(value);
    }
    if (open)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-truncated', 'its last section is not ended');
    if (malformed !== undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-malformed', malformed);
    if (files === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('report-empty', 'it has no section');
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .coverage */ .v)(files, totals);
}
function tally() {
    return { covered: 0, total: 0 };
}
function split(line) {
    const at = line.indexOf(':');
    return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()];
}
async function* linesOf(source) {
    let rest = '';
    for await (const piece of (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)(source)) {
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            yield line.trim();
    }
    if (rest.trim() !== '')
        yield rest.trim();
}


/***/ })

};
