export const id = 219;
export const ids = [219];
export const modules = {

/***/ 477128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAutocannon: () => (/* binding */ readAutocannon)
/* harmony export */ });
/* harmony import */ var _page_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(261982);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);



const PERCENTILES = ['50', '75', '90', '97_5', '99', '99_9'];
async function readAutocannon(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const latency = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report['latency'], 'latency');
    const requests = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report['requests'], 'requests');
    const page = (0,_page_url_js__WEBPACK_IMPORTED_MODULE_1__/* .pageOf */ .ZZ)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['url']));
    if (page === undefined)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-malformed', 'it is no report of autocannon: it has no url');
    const answered = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(requests['total'], 'requests.total');
    const [errors, refused, mismatches] = ['errors', 'non2xx', 'mismatches'].map((field) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(report[field], field));
    if (answered === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('nothing-checked', `no request was answered${errors > 0 ? `, ${errors} failed` : ''}`);
    if (refused + mismatches >= answered)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('nothing-checked', `none of its ${answered} answers was a 2xx with the expected body`);
    const metrics = {
        mean: numberOf(latency, 'mean'),
        max: numberOf(latency, 'max'),
        'error-rate': Math.min(1, (errors + refused + mismatches) / (answered + errors)),
        requests: answered,
        'requests-per-second': numberOf(requests, 'mean'),
    };
    for (const name of PERCENTILES)
        metrics[`p${name.replace('_', '.')}`] = numberOf(latency, `p${name}`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: answered, findings: [], metrics, about: { kind: 'page', urls: [page] } });
}
function numberOf(fields, name) {
    const value = fields[name];
    if (typeof value === 'number' && Number.isFinite(value))
        return value;
    throw new _source_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableError */ .Gy('report-malformed', `expected ${name} to be a number`);
}


/***/ })

};
