export const id = 730;
export const ids = [730];
export const modules = {

/***/ 664108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTypescript: () => (/* binding */ readTypescript)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);


const AT_PLACE = /^(.+?)\((\d+),(\d+)\): (error|warning|message) (TS\d+): (.*)$/;
const WITHOUT_PLACE = /^(error|warning) (TS\d+): (.*)$/;
const LONGEST_EXPLAINED = 2_000;
async function readTypescript(source) {
    const text = await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(source, source.exitCode === 0);
    const findings = [];
    for (const line of text.replace(/\r/g, '').split('\n')) {
        const found = AT_PLACE.exec(line);
        if (found !== null) {
            const [, file = '', row, column, level, rule = '', message = ''] = found;
            const at = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .inRepository */ .yJ)(source, file), Number(row), Number(column));
            findings.push({ rule, level: level === 'error' ? 'error' : 'warning', message: (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(message), ...at });
            continue;
        }
        const global = WITHOUT_PLACE.exec(line);
        const last = findings.at(-1);
        if (global !== null) {
            const [, level, rule = '', message = ''] = global;
            findings.push({ rule, level: level === 'error' ? 'error' : 'warning', message: (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(message) });
        }
        else if (last !== undefined && last.message.length < LONGEST_EXPLAINED && /^\s+\S/.test(line)) {
            findings[findings.length - 1] = { ...last, message: (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(`${last.message} ${line.trim()}`) };
        }
    }
    if (findings.length === 0 && text.trim() !== '' && source.exitCode !== 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', 'nothing in it is from the TypeScript compiler');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({ checked: undefined, findings });
}


/***/ })

};
