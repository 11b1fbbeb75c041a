export const id = 378;
export const ids = [378];
export const modules = {

/***/ 192760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPlaywright: () => (/* binding */ readPlaywright)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(989278);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532124);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(395590);




const DEEPEST = 100;
async function readPlaywright(source) {
    const report = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(await (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(source), 'the report');
    const root = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(report['config'] ?? {}, 'config')['rootDir']);
    const cases = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(report['suites'], 'suites').flatMap((suite) => casesOf((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(suite, 'a suite'), [], root));
    const errors = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(report['errors'] ?? [], 'errors').map((error) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(error, 'an error'));
    const broken = errors.filter((error) => typeof error['location'] === 'object' && error['location'] !== null);
    const by = (status) => cases.filter(({ test }) => test['status'] === status);
    const failed = by('unexpected');
    const totals = {
        total: cases.length + broken.length,
        passed: by('expected').length + by('flaky').length,
        failed: failed.length + broken.length,
        skipped: by('skipped').length,
        flaky: by('flaky').length,
    };
    const odd = totals.total - totals.passed - totals.failed - totals.skipped;
    if (odd > 0)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', `${odd} tests have a status that Playwright does not write`);
    const stats = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(report['stats'], 'stats');
    for (const status of ['expected', 'unexpected', 'flaky', 'skipped']) {
        const declared = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(stats[status], `stats.${status}`);
        if (declared !== by(status).length)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', `it counts ${declared} ${status} tests, and holds ${by(status).length}`);
    }
    if (totals.failed === 0) {
        const [error] = errors;
        if (error !== undefined && cases.length > 0)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)((0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(error['message']))));
        const missed = by('skipped').filter(({ test }) => test['expectedStatus'] !== 'skipped').length;
        if (missed > 0)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)('report-incomplete', `${missed} tests were not run`);
    }
    const findings = [
        ...broken.map((error) => brokenFinding(source, error)),
        ...failed.map((one) => findingOf(source, one)),
    ];
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reading */ .h)({ checked: totals.total, findings, tests: totals });
}
function casesOf(suite, above, root) {
    if (above.length > DEEPEST)
        return [];
    const own = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(suite['specs'] ?? [], 'specs').map((spec) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(spec, 'a spec'));
    const inside = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(suite['suites'] ?? [], 'suites').map((one) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(one, 'a suite'));
    return [
        ...own.flatMap((spec) => {
            const name = [...above, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(spec['title'])].join(' › ');
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(spec['file']));
            return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(spec['tests'], 'tests').map((test) => {
                const one = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(test, 'a test');
                const project = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(one['projectName']);
                return { name: project === '' ? name : `[${project}] ${name}`, file, line: (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(spec['line']), test: one };
            });
        }),
        ...inside.flatMap((one) => casesOf(one, [...above, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(one['title'])], root)),
    ];
}
function findingOf(source, { name, file, line, test }) {
    const results = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(test['results'] ?? [], 'results').map((result) => (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(result, 'a result'));
    const last = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(results.at(-1)?.['error'] ?? {}, 'an error');
    const trace = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(last['stack']) || (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(last['message']);
    const words = (0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)(trace) || (test['expectedStatus'] === 'failed' ? 'it is marked to fail, and passed' : '');
    const inStack = (0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInStack */ .Pz)(source, trace);
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(`${name}${words === '' ? '' : `: ${words}`}`);
    const own = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, file), line);
    return { rule: 'test', level: 'error', message, ...(inStack.file === undefined ? own : inStack) };
}
function brokenFinding(source, error) {
    const at = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(error['location'], 'a location');
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)((0,_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .firstWords */ .Cb)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(error['message'])) || 'the file could not be loaded');
    const own = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)((0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inRepository */ .yJ)(source, (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(at['file'])), (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positive */ .yj)(at['line']));
    return { rule: 'suite', level: 'error', message, ...own };
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
