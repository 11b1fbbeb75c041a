export const id = 169;
export const ids = [169];
export const modules = {

/***/ 45432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readLighthouse: () => (/* binding */ readLighthouse)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _page_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(261982);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);




const NO_ERROR = 'NO_ERROR';
async function readLighthouse(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    if ((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['lighthouseVersion']) === '')
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', 'it is no report of Lighthouse: it has no lighthouseVersion');
    const failure = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(report['runtimeError']) ? (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['runtimeError']['code']) : '';
    if (failure !== '' && failure !== NO_ERROR)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('tool-crashed', `Lighthouse could not measure the page: ${(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(failure).slice(0, 100)}`);
    const asked = (0,_page_url_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['requestedUrl']));
    const measured = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['finalDisplayedUrl']) || (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(report['finalUrl']);
    if (asked === undefined || asked !== (0,_page_url_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(measured))
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('wrong-url', `it was to measure ${asked ?? 'no page'}, and measured ${(0,_page_url_js__WEBPACK_IMPORTED_MODULE_3__/* .pageOf */ .ZZ)(measured) ?? 'none'}`);
    const metrics = { ...valuesOf((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(report['audits'], 'audits')), ...scoresOf(report['categories']) };
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({
        checked: Object.keys(metrics).length,
        findings: [],
        metrics,
        about: { kind: 'page', urls: [asked] },
    });
}
function valuesOf(audits) {
    const values = {};
    for (const [id, audit] of Object.entries(audits)) {
        const value = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(audit) ? audit['numericValue'] : undefined;
        if (typeof value === 'number' && Number.isFinite(value))
            values[id] = value;
    }
    return values;
}
function scoresOf(categories) {
    const scores = {};
    for (const [id, category] of Object.entries((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(categories) ? categories : {})) {
        const score = (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(category) ? category['score'] : undefined;
        if (typeof score === 'number')
            scores[`${id}-score`] = Math.round(score * 100);
    }
    return scores;
}


/***/ })

};
