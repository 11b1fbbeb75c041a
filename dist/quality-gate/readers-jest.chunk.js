export const id = 751;
export const ids = [751];
export const modules = {

/***/ 572550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJest: () => (/* binding */ readJest)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(395590);



async function readJest(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(source), 'the report');
    if (report['wasInterrupted'] === true)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', 'the run was interrupted');
    const suites = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(report['testResults'], 'testResults').map((suite) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(suite, 'a suite'));
    const tests = suites.flatMap((suite) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(suite['assertionResults'], 'assertionResults').map((test) => ({ suite, test: (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(test, 'a test') })));
    const declared = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(report['numTotalTests'], 'numTotalTests');
    const by = (...states) => tests.filter(({ test }) => states.includes(String(test['status']))).length;
    const broken = suites.filter((suite) => suite['status'] === 'failed' && !hasFailedTest(suite));
    const totals = {
        total: tests.length + broken.length,
        passed: by('passed'),
        failed: by('failed') + broken.length,
        skipped: by('pending', 'skipped', 'todo', 'disabled'),
        flaky: tests.filter(({ test }) => test['status'] === 'passed' && Number(test['invocations'] ?? 1) > 1).length,
    };
    const odd = tests.length + broken.length - totals.passed - totals.failed - totals.skipped;
    if (odd > 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `${odd} tests have a status that is neither passed nor failed`);
    if (tests.length < declared)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `it says ${declared} tests and holds ${tests.length}`);
    if (report['success'] === false && totals.failed === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', 'it says that the run failed, and none of its tests did');
    const declaredFailed = Number(report['numFailedTests'] ?? 0) + Number(report['numRuntimeErrorTestSuites'] ?? 0);
    if (declaredFailed > 0 && totals.failed === 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `it counts ${declaredFailed} failures, and names none`);
    const declaredPassed = report['numPassedTests'];
    if (typeof declaredPassed === 'number' && declaredPassed < totals.passed)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `it says that ${declaredPassed} tests passed, and holds ${totals.passed}`);
    const findings = [
        ...broken.map((suite) => suiteFinding(source, suite)),
        ...tests.filter(({ test }) => test['status'] === 'failed').map(({ suite, test }) => finding(source, suite, test)),
    ];
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({ checked: totals.total, findings, tests: totals });
}
function hasFailedTest(suite) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(suite['assertionResults'], 'assertionResults').some((test) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(test, 'a test')['status'] === 'failed');
}
function suiteFinding(source, suite) {
    const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(suite['message']);
    const file = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(suite['name']));
    return { rule: 'suite', level: 'error', message: (0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWords */ .Cb)(text) || 'the suite could not run', ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)(file) };
}
function finding(source, suite, test) {
    const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(test['failureMessages'] ?? [], 'failureMessages')
        .map(_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)
        .join('\n');
    const inStack = (0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInStack */ .Pz)(source, text);
    const location = test['location'];
    const line = typeof location === 'object' && location !== null ? (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positive */ .yj)(location['line']) : undefined;
    const own = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(suite['name'])), line);
    const name = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['fullName']) || (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(test['title']);
    const words = (0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWords */ .Cb)(text);
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(`${name}${words === '' ? '' : `: ${words}`}`);
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
