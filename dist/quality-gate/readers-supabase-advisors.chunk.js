export const id = 737;
export const ids = [737];
export const modules = {

/***/ 326372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSupabaseAdvisors: () => (/* binding */ readSupabaseAdvisors)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1015169);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);



const LEVELS = new Map([
    ['INFO', 'note'],
    ['WARN', 'warning'],
    ['ERROR', 'error'],
]);
const CANARY = { name: 'lockstep_canary', rule: 'rls_disabled_in_public' };
async function readSupabaseAdvisors(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    const results = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(report['results'], 'results').map((one) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(one, 'a result'));
    const others = results.filter((one) => !isCanary(one));
    if (others.length === results.length) {
        const how = `create table public.${CANARY.name} without row-level security and grant select on it to anon`;
        const why = `it has no ${CANARY.rule} for ${CANARY.name}, so the advisors may have seen nothing`;
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('nothing-checked', `${why}: ${how}, in the database that they look at`);
    }
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({ checked: undefined, findings: others.map(findingOf) });
}
function isCanary(result) {
    const { metadata } = result;
    return result['name'] === CANARY.rule && (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(metadata) && metadata['name'] === CANARY.name;
}
function findingOf(result) {
    const rule = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(result['name']) || 'advisor';
    const level = LEVELS.get((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(result['level'])) ?? 'error';
    const key = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(result['cacheKey']);
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(result['detail']) || (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(result['title']) || rule);
    return { rule, level, message, ...(key === '' ? {} : { package: key }) };
}


/***/ })

};
