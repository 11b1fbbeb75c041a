export const id = 424;
export const ids = [424];
export const modules = {

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


/***/ }),

/***/ 61391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTap: () => (/* binding */ readTap)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1980);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532124);
/* harmony import */ var _stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(395590);



const MOST_DETAIL = 200;
async function readTap(source) {
    const document = { points: [], plans: [], disorder: '', bailed: '' };
    for (const line of (await (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(source)).split('\n'))
        take(document, line.trimEnd());
    return judged(source, document);
}
function judged(source, { bailed, disorder, plans, points }) {
    const [plan] = plans;
    if (bailed !== '')
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('tool-crashed', `the tests bailed out: ${bailed}`);
    if (plan === undefined)
        return points.length === 0
            ? (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', 'it is not TAP: there is neither a plan nor a test')
            : (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-truncated', `it has ${points.length} tests and no plan (1..N)`);
    if (plans.length > 1)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-malformed', 'it has two plans: each report needs a file of its own');
    if (disorder !== '')
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', disorder);
    if (plan !== points.length)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O)('report-incomplete', `its plan says ${plan} tests and it holds ${points.length}`);
    const skipped = points.filter((one) => one.directive === 'skip' || (one.directive === 'todo' && !one.ok));
    const failed = points.filter((one) => !one.ok && !skipped.includes(one));
    const passed = points.length - failed.length - skipped.length;
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reading */ .h)({
        checked: points.length,
        findings: failed.map((one) => findingOf(source, one)),
        tests: { total: points.length, passed, failed: failed.length, skipped: skipped.length, flaky: 0 },
    });
}
const POINT = /^(not )?ok(?:[ \t]+(\d{1,9}))?(?:[ \t]+(.*))?$/;
const PLAN = /^1\.\.(\d{1,9})(?:[ \t]|$)/;
const DIRECTIVE = /(?:^|[ \t])#[ \t]*(skip|todo)/i;
function take(document, line) {
    const { plans, points } = document;
    if (/^[ \t]/.test(line)) {
        const { detail = [] } = points.at(-1) ?? {};
        if (detail.length < MOST_DETAIL)
            detail.push(line.slice(0, 1_000));
        return;
    }
    const plan = PLAN.exec(line);
    if (plan !== null)
        plans.push(Number(plan[1]));
    if (/^Bail out!/i.test(line))
        document.bailed = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(line.slice(9).trim() || 'it does not say why');
    const point = POINT.exec(line.slice(0, 10_000));
    if (point === null)
        return;
    const [, not, number, rest = ''] = point;
    points.push({ ok: not === undefined, ...wordsOf(rest), detail: [] });
    if (number !== undefined && Number(number) !== points.length)
        document.disorder ||= `test ${number} is the ${points.length}. one: tests are missing, or two reports are in one file`;
}
function wordsOf(rest) {
    const found = DIRECTIVE.exec(rest);
    const words = (found === null ? rest : rest.slice(0, found.index)).replace(/^-[ \t]*/, '').replaceAll('\\#', '#');
    const directive = found === null ? undefined : found[1]?.toLowerCase() === 'skip' ? 'skip' : 'todo';
    return { words: words.trim(), directive };
}
function findingOf(source, { detail, words }) {
    const message = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(words === '' ? 'a test without a name' : words);
    const text = detail.join('\n');
    return {
        rule: 'test',
        level: 'error',
        message,
        ...(0,_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInStack */ .Pz)(source, text.slice(Math.max(0, text.indexOf('stack:')))),
    };
}


/***/ })

};
