export const id = 426;
export const ids = [426];
export const modules = {

/***/ 628767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCtrf: () => (/* binding */ readCtrf)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(395590);



async function readCtrf(source) {
    const results = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report')['results'], 'results');
    const summary = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(results['summary'], 'results.summary');
    const tests = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(results['tests'], 'results.tests').map((test) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(test, 'a test'));
    const declared = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(summary['tests'], 'results.summary.tests');
    if (declared !== tests.length)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `it says ${declared} tests and holds ${tests.length}`);
    const isTodo = (test) => test['status'] === 'other' && test['rawStatus'] === 'todo';
    const by = (...states) => tests.filter((test) => states.includes((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['status']))).length;
    const totals = {
        total: tests.length,
        passed: by('passed'),
        failed: by('failed'),
        skipped: by('skipped', 'pending') + tests.filter(isTodo).length,
        flaky: tests.filter((test) => test['flaky'] === true && test['status'] === 'passed').length,
    };
    const odd = totals.total - totals.passed - totals.failed - totals.skipped;
    if (odd > 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `${odd} tests have a status that is neither passed nor failed`);
    for (const [key, counted] of [
        ['passed', totals.passed],
        ['failed', totals.failed],
    ])
        if ((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(summary[key], `results.summary.${key}`) !== counted)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `its summary says ${String(summary[key])} ${key}, its tests ${counted}`);
    const failed = tests.filter((test) => test['status'] === 'failed');
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({ checked: totals.total, findings: failed.map((test) => findingOf(source, test)), tests: totals });
}
function findingOf(source, test) {
    const trace = `${(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['message'])}\n${(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['trace'])}`;
    const inStack = (0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInStack */ .Pz)(source, trace);
    const own = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['filePath'])), (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)(test['line']));
    const names = [test['suite'], test['name']]
        .flat()
        .map(_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)
        .filter((name) => name !== '');
    const words = (0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWords */ .Cb)(trace);
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(`${names.join(' › ')}${words === '' ? '' : `: ${words}`}`);
    return { rule: 'test', level: 'error', message, ...(inStack.file === undefined ? own : inStack) };
}


/***/ }),

/***/ 395590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ firstWords),
/* harmony export */   Kt: () => (/* binding */ fileIfThere),
/* harmony export */   Pz: () => (/* binding */ placeInStack)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);


const FRAME_END = /\.[cm]?[jt]sx?:(\d{1,7}):(\d{1,7})/g;
const PATH_CHARACTER = /[\w@.+~\\/-]/;
const LONGEST_PATH = 1_024;
const LONGEST_TRACE = 65_536;
const MOST_FRAMES = 100;
const LONGEST = 600;
function placeInStack(source, trace) {
    const text = trace.slice(0, LONGEST_TRACE);
    let behind = 0;
    let frames = 0;
    for (const found of text.matchAll(FRAME_END)) {
        if (++frames > MOST_FRAMES)
            break;
        const end = found.index + found[0].indexOf(':');
        const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, pathBefore(text, end, behind));
        behind = end;
        if (file !== undefined && !file.includes('node_modules/') && isFile(source, file))
            return { file, line: Number(found[1]), column: Number(found[2]) };
    }
    return {};
}
function pathBefore(text, end, least) {
    let start = end;
    const first = Math.max(least, end - LONGEST_PATH);
    while (start > first && PATH_CHARACTER.test(text[start - 1] ?? ''))
        start--;
    if (text.startsWith('//', start) && text.slice(start - 5, start) === 'file:')
        start -= 5;
    else if (/^[A-Za-z]:$/.test(text.slice(start - 2, start)) && !/\w/.test(text[start - 3] ?? ''))
        start -= 2;
    return text.slice(start, end);
}
const FRAME_START = /^\s{0,20}(?:at|❯) \S/;
const FRAME_TAIL = /(?::\d{1,7}:\d{1,7}|<anonymous>|native)\)?$/;
function firstWords(text) {
    const lines = text
        .slice(0, LONGEST_TRACE)
        .replace(/\u001b\[[0-9;]*m/g, '')
        .split('\n');
    const frame = lines.findIndex((line) => FRAME_START.test(line) && FRAME_TAIL.test(line.trimEnd()));
    const plain = (frame > 0 ? lines.slice(0, frame) : lines).join('\n').trim();
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
function fileIfThere(source, name) {
    const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, name);
    return file !== undefined && isFile(source, file) ? file : undefined;
}
function isFile(source, file) {
    try {
        return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .statOf */ ._N)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(source.root, file))?.isFile() === true;
    }
    catch {
        return false;
    }
}


/***/ })

};
