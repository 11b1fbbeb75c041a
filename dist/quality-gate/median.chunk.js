export const id = 854;
export const ids = [854];
export const modules = {

/***/ 135127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   medianOf: () => (/* binding */ medianOf)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(672435);
/* harmony import */ var _page_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(261982);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);



function medianOf(reports) {
    const [first] = reports;
    const pages = new Set(reports.flatMap(({ about }) => about?.urls ?? []).map(_page_url_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ));
    if (pages.size > 1)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `its runs are of ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(pages.size, 'page')}: each needs a gate of its own`);
    const metrics = {};
    for (const metric of Object.keys(first?.metrics ?? {})) {
        const values = reports.flatMap((report) => report.metrics?.[metric] ?? []);
        if (values.length === reports.length)
            metrics[metric] = median(values);
    }
    const checked = reports.map((report) => report.checked);
    return {
        kind: 'report',
        report: {
            checked: checked.includes(undefined) ? undefined : Math.min(...checked.map((one) => one ?? 0)),
            findings: reports.flatMap(({ findings }) => findings),
            metrics,
            ...(first?.about === undefined ? {} : { about: first.about }),
        },
    };
}
function median(values) {
    const ordered = [...values].sort((a, b) => a - b);
    const upper = ordered[Math.floor(ordered.length / 2)] ?? 0;
    const lower = ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
    return (lower + upper) / 2;
}


/***/ })

};
